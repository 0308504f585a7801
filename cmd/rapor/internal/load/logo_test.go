package load

import (
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/diag"
)

func TestALogoIsADrawingAndNothingElse(t *testing.T) {
	const open, end = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">`, `</svg>`
	for _, good := range []string{
		open + `<title>Kota</title><defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><path d="M0 0h9" fill="url(#g)" style="stroke:#000"/><use xlink:href="#g"/>` + end,
		`<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">` + open + end,
		open + `<g xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:export-filename="C:\Users\a@b\logo.png" transform="rotate(9) matrix(1 0 0 1 0 0)"><path fill="rgb(1, 2, 3)" style="clip-path:url(#a)"/></g>` + end,
		open + `<metadata xmlns:c="http://creativecommons.org/ns#"><c:Work/></metadata>` + end,
	} {
		var problems diag.List
		if !drawingOnly([]byte(good), diag.Pos{File: "logo.svg"}, &problems) {
			t.Errorf("refused: %s: %v", good, problems.Sorted())
		}
	}
	for _, bad := range []string{
		``, `kota`, `<html></html>`, `<svg></svg>`, open, open + end + end,
		open + `<script>alert(1)</script>` + end, open + `<SCRIPT>alert(1)</SCRIPT>` + end, open + `<path onload="alert(1)"/>` + end, open + `<g OnClick="x"/>` + end,
		open + `<a href="https://x.example"><path/></a>` + end, open + `<image href="https://x.example/i.png"/>` + end, open + `<use xlink:href="https://x.example/#a"/>` + end,
		open + `<use href="data:image/svg+xml,x"/>` + end, open + `<path fill="url(https://x.example/#g)"/>` + end, open + `<path style="fill:url(//x.example)"/>` + end,
		open + `<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>` + end, open + `<style>@import "x"</style>` + end,
		open + `<animate attributeName="href" to="javascript:x"/>` + end, open + `<set attributeName="onload" to="x"/>` + end, open + `<iframe xmlns="http://www.w3.org/1999/xhtml"/>` + end,
		`<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]>` + open + `&e;` + end, `<?xml-stylesheet href="https://x.example/x.xsl"?>` + open + end, open + `&tak-ada;` + end,
		open + `<path style="fill:\75rl(x)"/>` + end, open + `<path fill="\75rl(https://x.example)"/>` + end, open + `<path style="mask:image-set('https://x.example/i' 1x)"/>` + end,
		open + `<path mask="src('https://x.example/i')"/>` + end, open + `<g xml:base="https://x.example/"><use href="#a"/></g>` + end,
		open + `<path style="fill:red;@import 'x'"/>` + end, open + `<text href="javascript:alert(1)">x</text>` + end,
	} {
		var problems diag.List
		if drawingOnly([]byte(bad), diag.Pos{File: "logo.svg"}, &problems) || !problems.HasErrors() {
			t.Errorf("accepted: %s", strings.TrimPrefix(bad, open))
		}
	}
}
