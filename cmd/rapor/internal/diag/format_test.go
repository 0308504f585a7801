package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// plain words a problem by its key alone.
type plain struct{}

func (plain) Problem(key string, args []any) (message, hint string) {
	return fmt.Sprint(append([]any{key}, args...)...), "mend " + key
}

// awkward holds problems at every sort of place.
func awkward() *List {
	var l List
	l.Errorf(Pos{File: "data/a b/ü%.toml", Line: 3, Col: 7}, "load-level-range", "9")
	l.Warnf(Pos{File: "data/portal.toml"}, "check-x", "satu\ndua, tiga: 100%")
	l.Errorf(Pos{File: "hasil.xlsx", Sheet: "Rekap, 2024", Line: 7, Col: 28}, "load-level-range", "x")
	return &l
}

// sarifSchema is the part of SARIF 2.1.0 that this program writes, put down from
// the specification (OASIS, sections 3.13 to 3.30): what is required, the types,
// the words of level and columnKind, and that nothing else stands there.
const sarifSchema = `{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "type": "object", "additionalProperties": false, "required": ["version", "runs"],
  "properties": {
    "$schema": {"type": "string", "format": "uri"},
    "version": {"const": "2.1.0"},
    "runs": {"type": "array", "minItems": 1, "items": {
      "type": "object", "additionalProperties": false, "required": ["tool"],
      "properties": {
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "tool": {"type": "object", "additionalProperties": false, "required": ["driver"], "properties": {
          "driver": {"type": "object", "additionalProperties": false, "required": ["name"], "properties": {
            "name": {"type": "string"}, "version": {"type": "string"},
            "rules": {"type": "array", "uniqueItems": true, "items": {"type": "object", "additionalProperties": false, "required": ["id"], "properties": {"id": {"type": "string"}}}}}}}},
        "results": {"type": "array", "items": {
          "type": "object", "additionalProperties": false, "required": ["message"],
          "properties": {
            "ruleId": {"type": "string"},
            "level": {"enum": ["none", "note", "warning", "error"]},
            "message": {"type": "object", "additionalProperties": false, "required": ["text"], "properties": {"text": {"type": "string"}}},
            "locations": {"type": "array", "items": {"type": "object", "additionalProperties": false, "properties": {
              "physicalLocation": {"type": "object", "additionalProperties": false, "required": ["artifactLocation"], "properties": {
                "artifactLocation": {"type": "object", "additionalProperties": false, "properties": {"uri": {"type": "string", "format": "uri-reference"}}},
                "region": {"type": "object", "additionalProperties": false, "properties": {
                  "startLine": {"type": "integer", "minimum": 1}, "startColumn": {"type": "integer", "minimum": 1}}}}}}}}
          }}}
      }}}
  }}`

func TestSARIFIsValidAndNamesEachRuleOnce(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(sarifSchema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("sarif.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, l := range map[string]*List{"problems": awkward(), "none": {}} {
		var b bytes.Buffer
		if err := l.Write(&b, "sarif", plain{}, "rapor", "0.1.0"); err != nil {
			t.Fatal(err)
		}
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v\n%s", name, err, b.String())
		}
	}
	var b bytes.Buffer
	if err := awkward().Write(&b, "sarif", plain{}, "rapor", "0.1.0"); err != nil {
		t.Fatal(err)
	}
	var log sarifLog
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	if rules := log.Runs[0].Tool.Driver.Rules; len(rules) != 2 {
		t.Errorf("%v", rules)
	}
	file, err := url.PathUnescape(log.Runs[0].Results[0].Locations[0].Physical.Artifact.URI)
	if err != nil || file != "data/a b/ü%.toml" {
		t.Errorf("%q %v", file, err)
	}
}

func TestGitHubAnnotationsKeepTheirCommandWhole(t *testing.T) {
	var b bytes.Buffer
	if err := awkward().Write(&b, "github", plain{}, "rapor", "0.1.0"); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	want := []string{
		"::error file=data/a b/ü%25.toml,line=3,col=7,title=load-level-range::load-level-range9%0Amend load-level-range",
		"::warning file=data/portal.toml,title=check-x::check-xsatu%0Adua, tiga: 100%25%0Amend check-x",
	}
	if len(lines) != 3 || lines[0] != want[0] || lines[1] != want[1] {
		t.Errorf("got\n%s", b.String())
	}
}

func TestJSONIsAListEvenOfNothing(t *testing.T) {
	var b bytes.Buffer
	if err := (&List{}).Write(&b, "json", plain{}, "", ""); err != nil || strings.TrimSpace(b.String()) != "[]" {
		t.Errorf("%q %v", b.String(), err)
	}
	b.Reset()
	if err := awkward().Write(&b, "json", plain{}, "", ""); err != nil {
		t.Fatal(err)
	}
	var all []problemJSON
	if err := json.Unmarshal(b.Bytes(), &all); err != nil || len(all) != 3 || all[2].Sheet != "Rekap, 2024" || all[2].Line != 7 {
		t.Errorf("%v %v", all, err)
	}
}

func TestPlacesInWorkbooksPrintAsPeopleNameThem(t *testing.T) {
	for want, p := range map[string]Pos{
		"a.xlsx!S!A1":     {File: "a.xlsx", Sheet: "S", Line: 1, Col: 1},
		"a.xlsx!S!Z9":     {File: "a.xlsx", Sheet: "S", Line: 9, Col: 26},
		"a.xlsx!S!AA10":   {File: "a.xlsx", Sheet: "S", Line: 10, Col: 27},
		"a.xlsx!S!XFD2":   {File: "a.xlsx", Sheet: "S", Line: 2, Col: 16384},
		"a.xlsx!S!4:4":    {File: "a.xlsx", Sheet: "S", Line: 4},
		"a.xlsx!S":        {File: "a.xlsx", Sheet: "S"},
		"data/x.toml:2:3": {File: "data/x.toml", Line: 2, Col: 3},
	} {
		if got := p.String(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
