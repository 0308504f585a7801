package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Formats are the ways in which a list can be written for programs.
var Formats = []string{"text", "json", "github", "sarif"}

// Write writes the list in one of Formats. tool names the program and its
// version for the formats that ask for it.
func (l *List) Write(w io.Writer, format string, wording Wording, tool, version string) error {
	switch format {
	case "json":
		return l.writeJSON(w, wording)
	case "github":
		return l.writeGitHub(w, wording)
	case "sarif":
		return l.writeSARIF(w, wording, tool, version)
	}
	return l.Print(w, wording)
}

// problemJSON is one problem for programs.
type problemJSON struct {
	File     string `json:"file"`
	Sheet    string `json:"sheet,omitempty"`
	Line     int    `json:"line,omitempty"`
	Col      int    `json:"col,omitempty"`
	Severity string `json:"severity"`
	Rule     string `json:"rule"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
}

func (l *List) writeJSON(w io.Writer, wording Wording) error {
	out := []problemJSON{}
	for _, p := range l.Sorted() {
		message, hint := wording.Problem(p.Key, p.Args)
		out = append(out, problemJSON{p.Pos.File, p.Pos.Sheet, p.Pos.Line, p.Pos.Col, p.Severity.String(), p.Key, message, hint})
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}

// writeGitHub writes workflow commands, which GitHub shows beside the line.
func (l *List) writeGitHub(w io.Writer, wording Wording) error {
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	for _, p := range l.Sorted() {
		message, hint := wording.Problem(p.Key, p.Args)
		if hint != "" {
			message += "\n" + hint
		}
		place := "file=" + property.Replace(p.Pos.File)
		if p.Pos.Line > 0 {
			place += fmt.Sprintf(",line=%d", p.Pos.Line)
		}
		if p.Pos.Col > 0 {
			place += fmt.Sprintf(",col=%d", p.Pos.Col)
		}
		if _, err := fmt.Fprintf(w, "::%s %s,title=%s::%s\n", p.Severity, place, property.Replace(p.Key), data.Replace(message)); err != nil {
			return err
		}
	}
	return nil
}

// The parts of SARIF 2.1.0 that are needed.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID string `json:"id"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		Line int `json:"startLine"`
		Col  int `json:"startColumn,omitempty"`
	}
)

func (l *List) writeSARIF(w io.Writer, wording Wording, tool, version string) error {
	run := sarifRun{Tool: sarifTool{sarifDriver{tool, version, []sarifRule{}}}, ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	known := map[string]bool{}
	for _, p := range l.Sorted() {
		message, hint := wording.Problem(p.Key, p.Args)
		if hint != "" {
			message += " (" + hint + ")"
		}
		if !known[p.Key] {
			known[p.Key] = true
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{p.Key})
		}
		place := sarifPhysical{Artifact: sarifArtifact{uri(p.Pos.File)}}
		if p.Pos.Line > 0 {
			place.Region = &sarifRegion{p.Pos.Line, p.Pos.Col}
		}
		run.Results = append(run.Results, sarifResult{p.Key, p.Severity.String(), sarifText{message}, []sarifLocation{{place}}})
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	return encoder.Encode(sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

// uri escapes a path for a relative URI.
func uri(path string) string {
	var b strings.Builder
	for _, c := range []byte(strings.ReplaceAll(path, "\\", "/")) {
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("/._-~", c) >= 0 {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
