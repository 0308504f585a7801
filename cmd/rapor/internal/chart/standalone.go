package chart

import (
	"slices"
	"strings"
)

// Standalone returns the drawing as a file of its own: with XML namespace, on
// paper, and with the colours, sizes and dashes of the light theme written in as
// attributes, because no stylesheet comes along. The font is named, not embedded.
func Standalone(c Chart, w Width) []byte { return drawing(c, w, true) }

// The light theme's colours (themes/default/assets/rapor.css).
const (
	paper    = "#fdfcf9"
	paperDim = "#f5f2ea"
	rule     = "#e0dbcf"
	ruleDark = "#8b8778"
	ink      = "#191b21"
	inkSoft  = "#4a4d57"
	inkFaint = "#63666f"
	accent   = "#0f4c94"
	edge     = "#595959"
	onLight  = "#1b1a17"
	onDark   = "#fff"
)

// bandFill holds the five band colours, low to high.
var bandFill = [tones]string{"#fdf0c0", "#f0b650", "#c67b5c", "#6b5b95", "#1f2f63"}

// attribute is a name and a value of an SVG element.
type attribute struct{ name, value string }

// classAttributes says what each class name of the stylesheet stands for. Later
// classes of an element win over earlier ones; sizes are set by sizeAttributes.
var classAttributes = map[string][]attribute{
	"garis":    stroked(rule, "1"),
	"garis2":   stroked(ruleDark, "1"),
	"sumbu":    stroked(ink, "1"),
	"rel":      stroked(ruleDark, "1"),
	"seri":     append(stroked(accent, "3"), attribute{"stroke-linejoin", "round"}),
	"lama":     stroked(inkFaint, "2"),
	"target":   append(stroked(ink, "2"), attribute{"stroke-dasharray", "5 3"}),
	"th2":      stroked(paper, "5"),
	"median":   stroked(ink, "2"),
	"batas":    stroked(ink, "2.5"),
	"jarum":    stroked(ink, "1"),
	"putusg":   append(stroked(ruleDark, "1"), attribute{"stroke-dasharray", "2 3"}),
	"proyeksi": append(stroked(accent, "2"), attribute{"stroke-dasharray", "1.5 4"}, attribute{"stroke-linecap", "round"}),
	"rentang":  {{"fill", accent}, {"fill-opacity", ".14"}},
	"putus":    {{"fill", paperDim}},
	"kosong":   {{"fill", paper}, {"stroke", inkFaint}, {"stroke-width", "1.5"}},
	"isi":      {{"fill", ink}},
	"titik":    {{"fill", accent}, {"stroke", paper}, {"stroke-width", "1.5"}},
	"tlama":    {{"fill", paper}, {"stroke", inkFaint}, {"stroke-width", "2"}},
	"titik2":   {{"fill", ruleDark}},
	"s2":       {{"fill", inkSoft}},
	"s3":       {{"fill", inkFaint}},
	"kuat":     {{"font-weight", "700"}},
	"nilai":    {{"font-weight", "750"}},
	"tt":       {{"font-weight", "600"}},
	"halo":     {{"stroke", paper}, {"stroke-width", "4"}, {"stroke-linejoin", "round"}},
	"p1":       banded(0), "p2": banded(1), "p3": banded(2), "p4": banded(3), "p5": banded(4),
	"pt1": lettered(onLight), "pt2": lettered(onLight), "pt3": lettered(onLight), "pt4": lettered(onDark), "pt5": lettered(onDark),
}

// sizeAttributes gives the size of letters for the classes that change it, wide
// and narrow.
var sizeAttributes = map[string][2]string{"k": {"12.5", "11.5"}, "nilai": {"17", "15"}, "th": {"14", "12.5"}}

func stroked(colour, width string) []attribute {
	return []attribute{{"fill", "none"}, {"stroke", colour}, {"stroke-width", width}}
}

func banded(place int) []attribute {
	return []attribute{{"fill", bandFill[place]}, {"stroke", edge}, {"stroke-width", ".75"}}
}

func lettered(colour string) []attribute {
	return []attribute{{"fill", colour}, {"font-weight", "600"}}
}

// rootAttributes are the base lettering of a drawing.
func rootAttributes(wide bool) []attribute {
	size := "12.5"
	if wide {
		size = "14"
	}
	return []attribute{{"font-family", "Plus Jakarta Sans, Arial, sans-serif"}, {"font-size", size}, {"fill", ink}}
}

// attributes writes what class names stand for, each attribute once.
func (p *pen) attributes(names string, merged []attribute) *pen {
	for _, name := range strings.Fields(names) {
		found := classAttributes[name]
		if sizes, ok := sizeAttributes[name]; ok {
			size := sizes[1]
			if p.wide() {
				size = sizes[0]
			}
			found = append(slices.Clone(found), attribute{"font-size", size})
		}
		for _, a := range found {
			i := slices.IndexFunc(merged, func(m attribute) bool { return m.name == a.name })
			if i < 0 {
				merged = append(merged, a)
			} else {
				merged[i] = a
			}
		}
	}
	for _, a := range merged {
		p.raw(` `, a.name, `="`, a.value, `"`)
	}
	return p
}
