package load

import (
	"crypto/sha256"
	"path"

	"rapor/cmd/rapor/internal/cache"
	"rapor/cmd/rapor/internal/diag"
	"rapor/cmd/rapor/internal/maturity"
)

// shelved is an institution as it is put by for the next load: without
// instruments, which are read anew each time.
type shelved struct {
	Institution *maturity.Institution
	Instruments []string                     // id of each assessment's
	Sums        map[string][sha256.Size]byte // of the files, by name
}

// fromShelf takes an institution that was put by; nil where its files, or an
// instrument, are no longer what they were.
func (l *loader) fromShelf(slug string) *maturity.Institution {
	packed, ok := l.src.Shelf.Find(slug)
	if !ok {
		return nil
	}
	var s shelved
	if !cache.Unpack(packed, &s) || s.Institution == nil || len(s.Instruments) != len(s.Institution.Assessments) {
		return nil
	}
	for i, a := range s.Institution.Assessments {
		in := l.instruments[s.Instruments[i]]
		if in == nil {
			return nil
		}
		a.Instrument = in.Instrument
	}
	for name, sum := range s.Sums {
		l.files.digests.set(name, sum)
	}
	return s.Institution
}

// ontoShelf puts an institution by. One with problems is read again each time, so
// that they are said again.
func (l *loader) ontoShelf(inst *maturity.Institution, problems *diag.List) {
	if faults, warnings := problems.Count(); inst == nil || l.src.Shelf == nil || faults+warnings > 0 {
		return
	}
	copied := *inst
	copied.Assessments = nil
	s := shelved{Institution: &copied, Sums: map[string][sha256.Size]byte{}}
	note := func(file string) { s.Sums["data/"+file] = l.files.digests.of("data/" + file) }
	note(path.Join("instansi", inst.Slug, "instansi.toml"))
	for _, a := range inst.Assessments {
		bare := *a
		bare.Instrument = nil
		copied.Assessments, s.Instruments = append(copied.Assessments, &bare), append(s.Instruments, a.Instrument.ID)
		note(a.File)
	}
	l.src.Shelf.Keep(inst.Slug, cache.Pack(s))
}
