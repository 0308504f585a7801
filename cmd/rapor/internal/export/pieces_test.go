package export

import (
	"bytes"
	"os"
	"testing"

	"rapor/cmd/rapor/internal/analysis"
	"rapor/cmd/rapor/internal/load"
	"rapor/cmd/rapor/internal/score"
)

// TestALongTableInPiecesIsTheSameTable puts the long tables of the national portal
// together from their pieces.
func TestALongTableInPiecesIsTheSameTable(t *testing.T) {
	set, problems, err := load.Load(load.Source{Data: os.DirFS("../../../../data"), DataName: "data"})
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems.Sorted())
	}
	cut := 0
	for _, f := range DataFiles(analysis.NewStudy(set, score.NewModels(set.Instruments)), "rapor 0") {
		if f.Pieces == nil {
			continue
		}
		cut++
		var whole, together bytes.Buffer
		if err := f.Write(&whole); err != nil {
			t.Fatal(err)
		}
		p, err := f.Pieces()
		if err != nil {
			t.Fatal(err)
		}
		together.Write(p.Head)
		first := true
		for i := range p.Slugs {
			var piece bytes.Buffer
			if err := p.Write(i, &piece); err != nil {
				t.Fatal(err)
			}
			if piece.Len() > 0 && !first {
				together.Write(p.Between)
			}
			first = first && piece.Len() == 0
			together.Write(piece.Bytes())
		}
		together.Write(p.End)
		if !bytes.Equal(whole.Bytes(), together.Bytes()) {
			t.Errorf("%s in pieces has other bytes", f.Address)
		}
	}
	if cut != 2 {
		t.Errorf("%d files come in pieces, not skor.csv and skor.json", cut)
	}
}
