package load

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
)

// figure prints a value for a message: 5, 2.75.
func figure(v maturity.Hundredths) string {
	if v%100 == 0 {
		return fmt.Sprint(v / 100)
	}
	return fmt.Sprintf("%d.%02d", v/100, v%100)
}

func (l *loader) loadGroups() error {
	entries, err := l.files.list("kelompok")
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := path.Join("kelompok", e.Name())
		id, isTOML := strings.CutSuffix(e.Name(), ".toml")
		if e.IsDir() || !isTOML {
			l.problems.Errorf(l.files.pos(name), "load-unexpected-group", e.Name())
			continue
		}
		var file groupFile
		if !l.goodSlug(l.files.pos(name), id) {
			continue
		}
		text, err := l.files.decode(name, &file, &l.problems)
		if err != nil {
			return err
		}
		if text != nil {
			at := places{}
			at.list("anggota", file.Anggota)
			l.set.Groups = append(l.set.Groups, &maturity.Group{ID: id, Name: file.Nama.Value, Members: values(file.Anggota),
				Facilitators: values(file.Pendamping), Schedule: file.Jadwal.Value, Pos: l.files.pos(name), Places: maturity.Places(at)})
		}
	}
	return nil
}

// loadCorrections reads data/koreksi; names start with the date, so that the
// folder's order is theirs.
func (l *loader) loadCorrections() error {
	entries, err := l.files.list("koreksi")
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := path.Join("koreksi", e.Name())
		id, isTOML := strings.CutSuffix(e.Name(), ".toml")
		m := correctionID.FindStringSubmatch(id)
		if e.IsDir() || !isTOML || m == nil {
			l.problems.Errorf(l.files.pos(name), "load-unexpected-correction", e.Name())
			continue
		}
		if !l.goodDay(l.files.pos(name), m[1]) {
			continue
		}
		var file correctionFile
		text, err := l.files.decode(name, &file, &l.problems)
		if err != nil {
			return err
		}
		if text != nil && file.whole() {
			at := places{"menjadi": file.Menjadi.Pos}
			at.str("instansi", file.Instansi)
			at.str("bagian", file.Bagian)
			at["tahun"], at["semula"] = file.Tahun.Pos, file.Semula.Pos
			l.set.Corrections = append(l.set.Corrections, &maturity.Correction{ID: id, Date: m[1], Institution: file.Instansi.Value,
				Year: file.Tahun.Value, Part: file.Bagian.Value, Before: file.Semula.Text, After: file.Menjadi.Text, Reason: file.Alasan.Value,
				Pos: l.files.pos(name), Places: maturity.Places(at)})
		}
	}
	return nil
}

// whole reports whether every key could be read. What is missing or faulty was
// reported; half a correction would only be said to correct nothing.
func (f *correctionFile) whole() bool {
	return f.Instansi.Given && f.Tahun.Given && f.Bagian.Given && f.Semula.Given && f.Menjadi.Given
}

// goodDay reports a date in a file's name that is none.
func (l *loader) goodDay(pos diag.Pos, date string) bool {
	_, err := time.Parse(time.DateOnly, date)
	if err != nil {
		l.problems.Errorf(pos, "toml-not-a-day", date)
	}
	return err == nil
}

// Public takes out what must not leave the office: notes and evidence that are
// not open, and drafts, with the corrections of their figures, unless they were
// asked for. It is done once, before
// anything is computed or written, so that nothing later can leak them.
func Public(set *maturity.Dataset, drafts bool) {
	if !drafts {
		set.Corrections = slices.DeleteFunc(set.Corrections, func(c *maturity.Correction) bool {
			inst := set.Institution(c.Institution)
			return inst != nil && inst.In(c.Year) != nil && inst.In(c.Year).Draft
		})
	}
	for _, inst := range set.Institutions {
		if !drafts {
			inst.Assessments = slices.DeleteFunc(inst.Assessments, func(a *maturity.Assessment) bool { return a.Draft })
		}
		for _, a := range inst.Assessments {
			a.Notes = slices.DeleteFunc(a.Notes, func(n maturity.IndicatorNote) bool { return !n.Open })
		}
	}
	if !drafts {
		set.Documents = slices.DeleteFunc(set.Documents, func(d *maturity.Document) bool { return d.Draft })
	}
}
