package card

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"flag"
	"image"
	"image/png"
	"io"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files")

func result() *Card {
	return &Card{Portal: "Rapor Contoh", Site: "rapor.example", Notice: "Bukan situs resmi penilai", Name: "Pemerintah Kota Contoh", Spare: "kota contoh",
		Label: "Indeks SPBE 2024", Index: "4,59", Source: "Nilai terbit", Band: "Memuaskan", Tone: 5, Change: "↑ +0,61 naik dari 3,98 pada 2023",
		Max: 500, Value: 459, Bands: []Segment{{"Kurang", 0, 1}, {"Cukup", 180, 2}, {"Baik", 260, 3}, {"Sangat Baik", 350, 4}, {"Memuaskan", 420, 5}}}
}

func drawn(t testing.TB, c *Card) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := c.PNG(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func picture(t testing.TB, content []byte) *image.Paletted {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	return img.(*image.Paletted)
}

// TestACardLooksLikeThis keeps a picture to look at. Points are compared, not
// bytes: another version of Go may pack them otherwise.
func TestACardLooksLikeThis(t *testing.T) {
	got := drawn(t, result())
	if *update {
		if err := os.WriteFile("testdata/kartu.png", got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/kartu.png")
	if err != nil {
		t.Fatal(err)
	}
	a, b := picture(t, got), picture(t, want)
	if a.Rect != image.Rect(0, 0, Width, Height) || !bytes.Equal(a.Pix, b.Pix) {
		t.Error("the card has changed; write it with -update and look at it")
	}
	for i := range a.Palette {
		if a.Palette[i] != b.Palette[i] {
			t.Errorf("colour %d has changed", i)
		}
	}
}

func TestTheSameCardIsTheSameBytes(t *testing.T) {
	first := drawn(t, result())
	drawn(t, &Card{Portal: "Lain", Name: strings.Repeat("Nama panjang ", 30), None: "tidak ada"})
	if !bytes.Equal(first, drawn(t, result())) {
		t.Error("what was drawn before shows")
	}
	if len(first) > 60_000 {
		t.Errorf("%d bytes", len(first))
	}
}

// TestNothingLeavesTheCard draws texts of every length into every place.
func TestNothingLeavesTheCard(t *testing.T) {
	for _, words := range []string{"", "W", strings.Repeat("W", 400), strings.Repeat("Kabupaten Panjang ", 40), "\x00\n\t", "<b>&amp;"} {
		c := result()
		c.Portal, c.Site, c.Notice, c.Name, c.Label, c.Source, c.Band, c.Change = words, "s", words, words, words, words, words, words
		c.Bands[0].Name, c.Value = words, 99999
		img := picture(t, drawn(t, c))
		for y := range Height {
			for x := range Width {
				// The comma of a figure hangs out a little, and so does the frame of the ruler.
				inside := x >= margin-8 && x < right+16 && y >= 40 && y < Height-20
				if !inside && img.ColorIndexAt(x, y) != paper {
					t.Fatalf("%.20q: a point at %d, %d", words, x, y)
				}
			}
		}
	}
}

func TestACardWithoutAFigureHasNoMarker(t *testing.T) {
	c := result()
	c.Index, c.None = "", "Belum ada indeks"
	with, without := picture(t, drawn(t, result())), picture(t, drawn(t, c))
	at := image.Pt(margin+459*(right-margin)/500, rulerTop-10)
	if with.ColorIndexAt(at.X, at.Y) != ink || without.ColorIndexAt(at.X, at.Y) != paper {
		t.Error("the marker stands for no figure, or not where the figure is")
	}
}

// TestWhatTheFontsLackIsNeverAnEmptyBox: a name in letters that nobody could
// tell apart is drawn by its spare name.
func TestWhatTheFontsLackIsNeverAnEmptyBox(t *testing.T) {
	for _, c := range []struct{ words, spare, want string }{
		{"Kota Blitar", "kota blitar", "Kota Blitar"},
		{"Kabupaten Fakfak–Ñandú É", "x", "Kabupaten Fakfak–Ñandú É"},
		{"Škoda Łódź Город Αθήνα", "x", "Škoda Łódź Город Αθήνα"},
		{"ꦏꦸꦛ", "kota jogja", "kota jogja"},
		{"مدينة", "", "?????"},
		{"↑ +0,42", "", "↑ +0,42"}, {"↓ −0,42 …", "", "↓ −0,42 …"},
		{"a\u0000b\u202ec  d", "", "a?b?c d"},
	} {
		if got := shown(c.words, c.spare); got != c.want {
			t.Errorf("%q is shown as %q, not %q", c.words, got, c.want)
		}
	}
}

func TestEveryBlendIsInThePalette(t *testing.T) {
	if n := len(palette()); n > 256 {
		t.Fatalf("%d colours", n)
	}
	for tone := range 6 {
		p := newPen()
		p.text(regular, 20, 100, 100, letterOn(tone), ground(tone), "x") // panics where there is none
	}
}

func TestABadgeIsOneDrawingWhateverItSays(t *testing.T) {
	for _, words := range []string{"Rapor SPBE", "", strings.Repeat("Portal yang panjang ", 30), `"><script>alert(1)</script>&`, "\x01ꦏ"} {
		b := Badge{Portal: words, Message: words, Title: words, Tone: 3}
		svg := b.SVG()
		decoder := xml.NewDecoder(bytes.NewReader(svg))
		elements := map[string]int{}
		for {
			token, err := decoder.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%.20q: %v in %s", words, err, svg)
			}
			if start, ok := token.(xml.StartElement); ok {
				elements[start.Name.Local]++
			}
		}
		if elements["svg"] != 1 || elements["text"] != 2 || elements["script"] != 0 || len(svg) > 4000 {
			t.Errorf("%.20q: %v, %d bytes", words, elements, len(svg))
		}
		var read map[string]any
		if err := json.Unmarshal(b.JSON(), &read); err != nil || read["schemaVersion"] != 1.0 || read["color"] != "c67b5c" {
			t.Errorf("%.20q: %s %v", words, b.JSON(), err)
		}
	}
}

func BenchmarkCard(b *testing.B) {
	c := result()
	for b.Loop() {
		drawn(b, c)
	}
}
