package view

import (
	"strconv"
	"strings"

	"rapor/cmd/rapor/internal/maturity"
	"rapor/cmd/rapor/internal/table"
)

// partWords are the words for the parts of records: by what stands before the
// first point, and the rest; * stands for a code at the end.
var partWords = map[string]map[string]string{
	"terbit": {"indeks": "riwayat.terbit-indeks", "predikat": "riwayat.terbit-predikat",
		"domain.*": "riwayat.terbit-domain", "aspek.*": "riwayat.terbit-aspek", "sebaran.*": "riwayat.terbit-sebaran"},
	"hitung": {"indeks": "riwayat.hitung-indeks", "predikat": "riwayat.hitung-predikat", "rentang": "riwayat.hitung-rentang"},
	"instansi": {"nama": "riwayat.nama", "jenis": "tabel.jenis", "induk": "riwayat.induk", "berakhir": "riwayat.berakhir",
		"rata_rata": "riwayat.rata-rata"},
	"tahun":  {"instrumen": "tabel.instrumen"},
	"metode": {"nama": "riwayat.nama", "predikat_dari": "riwayat.predikat-dari", "normalisasi": "riwayat.normalisasi"},
	"target": {"*": "riwayat.target"}, "jenis_tahun": {"*": "riwayat.jenis-tahun"}, "predikat_dari_tahun": {"*": "riwayat.predikat-dari-tahun"},
	"predikat": {"*": "riwayat.batas-predikat"}, "skala": {"*": "riwayat.skala"}, "domain_aspek": {"*": "riwayat.domain-aspek"},
}

// partCell says which part of a year or an instrument changed. A part that this
// program does not know stands as it was recorded.
func (w *writer) partCell(part string) table.Cell { return table.Text(w.changedPart(part)) }

func (w *writer) changedPart(part string) string {
	group, rest, _ := strings.Cut(part, ".")
	words := partWords[group]
	if key := words[rest]; key != "" {
		return w.Say(key)
	}
	at := strings.LastIndexByte(rest, '.') + 1
	before, code := rest[:at], rest[at:]
	if key := words[before+"*"]; key != "" {
		return w.Say(key, "kode", code)
	}
	before = strings.TrimSuffix(before, ".")
	switch {
	case group == "tingkat" && stageKeys[maturity.Stage(before)] != "":
		return w.Say("riwayat.tingkat", "kode", code, "tahap", w.stage(maturity.Stage(before)))
	case group == "terbit_lain":
		source, what, _ := strings.Cut(rest, ".")
		return w.Say("riwayat.sumber-lain", "apa", w.changedPart("terbit."+what), "sumber", source)
	case group == "indikator":
		return w.indicatorPart(before, code)
	}
	return part
}

func (w *writer) indicatorPart(id, what string) string {
	switch {
	case what == "bobot":
		return w.Say("riwayat.bobot", "kode", id)
	case what == "nama":
		return w.Say("riwayat.nama-indikator", "kode", id)
	case what == "aspek":
		return w.Say("riwayat.aspek-indikator", "kode", id)
	case strings.HasPrefix(what, "kriteria-"):
		return w.Say("riwayat.kriteria", "kode", id, "tingkat", strings.TrimPrefix(what, "kriteria-"))
	}
	return id + " " + what
}

// figures prints the numbers of a recorded value in the page's language: 3.70 as
// it is, "2.8845 2.8870" as a range. It is not ok for other values.
func (w *writer) figures(value string) (table.Cell, bool) {
	var printed []string
	for _, word := range strings.Fields(value) {
		whole, part, point := strings.Cut(word, ".")
		digits, err := strconv.ParseInt(whole+part, 10, 64)
		if err != nil || strings.HasPrefix(part, "-") || len(word) > 18 {
			return table.Cell{}, false
		}
		if !point { // a level, a year or a count: without separators, as it stands
			printed = append(printed, word)
			continue
		}
		printed = append(printed, w.Fixed(digits, len(part)))
	}
	return table.Number(strings.Join(printed, "–"), strings.Fields(value)[0]), len(printed) > 0
}
