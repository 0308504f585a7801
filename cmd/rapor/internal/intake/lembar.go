package intake

import (
	"fmt"
	"strings"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/sheet"
)

// The columns of a sheet to fill in, as its header names them.
const (
	formCode     = "Kode"
	formName     = "Indikator"
	formCriteria = "Kriteria"
	formBefore   = "Tahun lalu"
	formLevel    = "Tingkat"
	formEvidence = "Bukti dukung"
	formLink     = "Tautan bukti"
	formNote     = "Catatan"
	formUnit     = "Penanggung jawab"
)

// FormName is the file name of an institution's sheet.
func FormName(b Blank) string {
	return fmt.Sprintf("%s-%d-%s.xlsx", b.Institution.Slug, b.Year, b.Stage)
}

// Form is the workbook in which somebody who will never write TOML fills in one
// assessment. What is known stands in it: criteria, levels of the year before,
// who is responsible, and what the year's file holds already.
func (b Blank) Form() sheet.Form {
	choices := b.choices()
	f := sheet.Form{
		Name:  "Isian",
		Title: fmt.Sprintf("%s · %s · tahun %d · tahap %s", b.Institution.Name, b.Instrument.Short.Base, b.Year, b.Stage),
		Intro: []string{
			"Pilih tingkat di kolom Tingkat; sel putih boleh diisi, sel lain terkunci. Biarkan kosong bila belum dinilai.",
			"Simpan sebagai .xlsx dengan nama berkas apa saja, lalu kirim kembali ke pengelola portal.",
		},
		Columns: []sheet.FormColumn{
			{Head: formCode, Width: 7}, {Head: formName, Width: 42}, {Head: formCriteria, Width: 60}, {Head: formBefore, Width: 16},
			{Head: formLevel, Width: 9, Open: true, Choices: choices, Prompt: "Pilih " + strings.Join(choices, ", "),
				Wrong: "Pilih salah satu tingkat: " + strings.Join(choices, ", ")},
			{Head: formEvidence, Width: 34, Open: true}, {Head: formLink, Width: 30, Open: true},
			{Head: formNote, Width: 34, Open: true}, {Head: formUnit, Width: 26, Open: true},
		},
		Marks: []sheet.Mark{{Key: "bentuk", Value: "lembar"}, {Key: "versi", Value: "1"}, {Key: "instansi", Value: b.Institution.Slug},
			{Key: "tahun", Value: number(b.Year)}, {Key: "instrumen", Value: b.Instrument.ID}, {Key: "tahap", Value: string(b.Stage)}},
	}
	last := -1
	for i := range b.Instrument.Indicators {
		if a := b.Instrument.Indicators[i].Aspect; a != last {
			f.Rows = append(f.Rows, sheet.FormRow{Heading: b.Instrument.Aspects[a].Name.Base})
			last = a
		}
		f.Rows = append(f.Rows, sheet.FormRow{Cells: b.formCells(i)})
	}
	return f
}

// choices are the levels of a scale of whole levels; none where decimals count.
func (b Blank) choices() (out []string) {
	if !b.Instrument.Scale.Whole() {
		return nil
	}
	for v := b.Instrument.Scale.Min; v <= b.Instrument.Scale.Max; v += b.Instrument.Scale.Step {
		out = append(out, shortFigure(v))
	}
	return out
}

func (b Blank) formCells(i int) []string {
	in := b.Instrument.Indicators[i]
	cells := []string{in.ID, in.Name.Base, strings.Join(levelTexts(b.Instrument, i), "\n"), b.before(i), "", "", "", "", b.Institution.Responsible[in.ID]}
	a := b.Institution.In(b.Year)
	if a == nil || a.Instrument.ID != b.Instrument.ID {
		return cells
	}
	for _, s := range a.Stages {
		if s.Stage == b.Stage && s.Levels[i].Assessed() {
			cells[4] = shortFigure(s.Levels[i].Hundredths())
		}
	}
	for _, n := range a.Notes {
		if n.Indicator != i {
			continue
		}
		cells[7] = n.Note
		if len(n.Evidence) > 0 {
			cells[5], cells[6] = n.Evidence[0].Title, n.Evidence[0].URL
		}
	}
	return cells
}

// StageOf finds a stage by its word; "" where there is none.
func StageOf(word string) maturity.Stage {
	for _, s := range maturity.Stages {
		if string(s) == word {
			return s
		}
	}
	return ""
}
