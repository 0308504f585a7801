package export

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"slices"
)

// IndexAddress is the list of every data file.
const IndexAddress = "data/index.json"

// Made is what a file turned out to be.
type Made struct {
	SHA256 [32]byte
	Bytes  int64
}

// DataIndex returns /data/index.json: every file of the list with its title, its
// rows, its size and its digest, a file to a line. made stands parallel to files.
func DataIndex(about About, files []DataFile, made []Made, digest string) ([]byte, error) {
	portal := about.Portal
	var b bytes.Buffer
	b.WriteString("{")
	head := append(texts("judul", portal.Title), member{"alamat", portal.BaseURL}, member{"lisensi", optional(portal.Licence)},
		member{"tanggal", optional(about.Date)},
		member{"program", about.Program}, member{"masukan_sha256", digest})
	for _, m := range head {
		if err := writeMember(&b, "\n ", m); err != nil {
			return nil, err
		}
		b.WriteByte(',')
	}
	b.WriteString("\n \"berkas\": [")
	for i := range files {
		if i > 0 {
			b.WriteByte(',')
		}
		line, err := entryOf(&files[i], &made[i]).MarshalJSON()
		if err != nil {
			return nil, err
		}
		b.WriteString("\n  ")
		b.Write(line)
	}
	b.WriteString("\n ]\n}\n")
	return b.Bytes(), nil
}

func entryOf(f *DataFile, made *Made) object {
	o := append(object{{"alamat", f.Address}}, texts("judul", f.Title())...)
	o = append(o, member{"cakupan", f.Group}, member{"media", f.Media})
	if n := f.Rows(); n >= 0 {
		o = append(o, member{"baris", n})
	} else {
		o = append(o, member{"baris", nil})
	}
	return append(o, member{"bita", made.Bytes}, member{"sha256", hex.EncodeToString(made.SHA256[:])})
}

// writeMember writes a key and its value after some space.
func writeMember(out interface{ Write([]byte) (int, error) }, space string, m member) error {
	value, err := json.Marshal(m.value)
	if err != nil {
		return err
	}
	_, err = out.Write(slices.Concat([]byte(space), appendQuoted(nil, m.key), []byte(": "), value))
	return err
}
