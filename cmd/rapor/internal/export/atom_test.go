package export

import (
	"encoding/xml"
	"strings"
	"testing"
)

// sampleFeed has every field, and text that tries to be markup.
var sampleFeed = Feed{
	Lang: "id", Title: "Perubahan <script>", Subtitle: "Sejak terbitan sebelumnya", Author: "Dinas & Kominfo", Rights: "CC-BY-4.0", Program: "rapor 0",
	Page: "https://contoh.example/perubahan/", Address: "https://contoh.example/perubahan/atom.xml", Date: "2026-11-21",
	Entries: []FeedEntry{
		{Title: "Koreksi", Address: "https://contoh.example/perubahan/2026-11-21/#1", Date: "2026-11-21", Sort: "koreksi", Summary: "1,95 menjadi 1,88\x00", Content: "<p>1,95 &lt;b&gt;</p>"},
		{Title: "Hasil baru", Address: "https://contoh.example/perubahan/2025/", Date: "2025"},
	},
}

func TestTextInAFeedStaysText(t *testing.T) {
	content, err := sampleFeed.Atom()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Perubahan &lt;script&gt;", "Dinas &amp; Kominfo", "&lt;p&gt;1,95 &amp;lt;b&amp;gt;&lt;/p&gt;", "1,95 menjadi 1,88\uFFFD",
		"<updated>2026-11-21T00:00:00+07:00</updated>", "<updated>2025-01-01T00:00:00+07:00</updated>"} {
		if !strings.Contains(string(content), want) {
			t.Errorf("no %q in\n%s", want, content)
		}
	}
	if err := xml.Unmarshal(content, new(atomFeed)); err != nil {
		t.Error(err)
	}
}
