// Package maturity is the vocabulary of the field: what an evaluation
// instrument, an institution and its assessments are. It holds values and the
// few questions they can answer about themselves; it reads nothing, computes
// no index (package score does) and prints nothing.
//
// Glossary, with the term of the regulations (PermenPANRB 5/2018, 59/2020 and
// 8/2026) that each name stands for:
//
//	instrumen                Instrument
//	domain, aspek, indikator Domain, Aspect, Indicator   ids D1, A1, I01
//	bobot                    Weight      integer, 1/10,000 percent
//	tingkat kematangan       Level       the zero value is "not assessed", never 0
//	nilai indeks             Index       exact fraction, 0 to 5
//	nilai tercetak           Hundredths  a printed figure, in 1/100
//	predikat                 RatingBand  "rating", as a predicate is something else in Go
//	instansi                 Institution
//	penilaian                Assessment  one institution, one year
//	tahap                    Stage       mandiri, dokumen, interviu, visitasi, akhir
//	hasil terbit             Published   as printed, never recomputed
//	bukti dukung             Evidence
//	target                   Target
//	kesenjangan              a gap is derived, never stored
package maturity
