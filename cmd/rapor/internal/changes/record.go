package changes

import (
	"bytes"
	"encoding/json"
	"slices"

	"rapor/cmd/rapor/internal/maturity"
)

// recordJSON is one change in a record and in `rapor diff --format json`.
type recordJSON struct {
	Kind        maturity.ChangeKind `json:"jenis"`
	Institution string              `json:"instansi,omitempty"`
	Name        string              `json:"nama,omitempty"`
	Year        int                 `json:"tahun,omitempty"`
	Instrument  string              `json:"instrumen,omitempty"`
	Part        string              `json:"bagian,omitempty"`
	Before      string              `json:"semula,omitempty"`
	After       string              `json:"menjadi,omitempty"`
	Cause       maturity.Cause      `json:"sebab,omitempty"`
	Reason      string              `json:"alasan,omitempty"`
	File        string              `json:"berkas,omitempty"`
}

// Record writes data/perubahan/<date>.json: the publications of one day, each
// change on a line of its own. load reads it back.
func Record(day []*maturity.Publication) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("{\n \"format\": 1,\n \"terbitan\": [")
	for i, p := range day {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n  {\"dari\": \"" + p.From + "\", \"ke\": \"" + p.To + "\", \"perubahan\": [")
		if err := writeChanges(&b, p.Changes, "\n   "); err != nil {
			return nil, err
		}
		b.WriteString("\n  ]}")
	}
	b.WriteString("\n ]\n}\n")
	return b.Bytes(), nil
}

func writeChanges(b *bytes.Buffer, changes []maturity.Change, indent string) error {
	for i, c := range changes {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(indent)
		line, err := json.Marshal(recordJSON{c.Kind, c.Institution, c.Name, c.Year, c.Instrument, c.Part, c.Before, c.After, c.Cause, c.Reason, c.File})
		if err != nil {
			return err
		}
		b.Write(line)
	}
	return nil
}

// Supersede adds a publication to the history and drops the newest entry where
// that tells of the same beginning: what still stands published shows that the
// entry's publication never came out.
func Supersede(history []*maturity.Publication, p *maturity.Publication) []*maturity.Publication {
	if n := len(history); n > 0 && history[n-1].From == p.From {
		history = history[:n-1]
	}
	return append(slices.Clip(history), p)
}
