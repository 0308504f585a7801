package publish

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"strconv"
)

// manifestFormat opens every manifest; it is what proves a folder to be ours.
const manifestFormat = "rapor-manifest-1"

// Origin says what a site was made from. It stands in the manifest.
type Origin struct {
	Program       string // name and version
	ProgramSHA256 string // of the program's version and libraries, its theme and words; may be empty
	InputSHA256   string // of the data and texts read
}

// Sum is a SHA-256 digest.
type Sum = [sha256.Size]byte

// listed is what a manifest says about one file.
type listed struct {
	sum  Sum
	size int64
}

// manifestLine is one file of the manifest, on a line of its own so that two
// manifests can be compared with any tool.
type manifestLine struct {
	Address string `json:"alamat"`
	SHA256  string `json:"sha256"`
	Size    int64  `json:"ukuran"` // bytes
	Type    string `json:"tipe"`
}

type manifestHead struct {
	Format        string `json:"format"`
	Program       string `json:"program"`
	ProgramSHA256 string `json:"program_sha256,omitempty"`
	InputSHA256   string `json:"masukan_sha256"`
}

// writeManifest writes the manifest of files in the order given. It holds no
// time and nothing of this machine: equal sites have equal manifests.
func writeManifest(w io.Writer, origin Origin, files []*entry) error {
	head, err := json.MarshalIndent(manifestHead{manifestFormat, origin.Program, origin.ProgramSHA256, origin.InputSHA256}, "", "  ")
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, 1<<16)
	out.Write(bytes.TrimSuffix(head, []byte("\n}"))) // errors stay in out until Flush
	out.WriteString(",\n  \"berkas\": [")
	for i, f := range files {
		if i > 0 {
			out.WriteByte(',')
		}
		line, err := json.Marshal(manifestLine{f.address, hex.EncodeToString(f.sum[:]), f.size, MediaType(f.address)})
		if err != nil {
			return err
		}
		out.WriteString("\n    ")
		out.Write(line)
	}
	out.WriteString("\n  ]\n}\n")
	return out.Flush()
}

var errManifest = errors.New("not a manifest of this program")

// maxLine is longer than any line of a manifest: an address with every
// character escaped, and the rest.
const maxLine = 8 * maxAddress

// readManifest reads a manifest, line by line, so that a large one is never
// in memory as text. It takes exactly the form that writeManifest writes,
// every other text is errManifest: what was edited proves nothing. A general
// decoder would take ten times as long, and every build waits for this.
func readManifest(r io.Reader) (map[string]listed, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	if !readHead(lines) {
		return nil, cmp.Or(readError(lines), errManifest)
	}
	files := map[string]listed{}
	for more := true; more; {
		if !lines.Scan() {
			return nil, cmp.Or(readError(lines), errManifest)
		}
		line := lines.Bytes()
		if string(line) == "  ]" && len(files) == 0 {
			break
		}
		line, more = bytes.CutSuffix(line, []byte(","))
		address, file, ok := parseLine(line)
		if _, twice := files[address]; !ok || twice {
			return nil, errManifest
		}
		files[address] = file
	}
	end := []string{"  ]", "}"}
	if len(files) == 0 {
		end = end[1:]
	}
	for _, want := range end {
		if !lines.Scan() || lines.Text() != want {
			return nil, cmp.Or(readError(lines), errManifest)
		}
	}
	if lines.Scan() {
		return nil, errManifest
	}
	return files, lines.Err()
}

// readError is an error of the machine; a line that is too long is none.
func readError(lines *bufio.Scanner) error {
	if err := lines.Err(); !errors.Is(err, bufio.ErrTooLong) {
		return err
	}
	return nil
}

// readHead reads up to the list of files.
func readHead(lines *bufio.Scanner) bool {
	const opening = `  "berkas": [`
	var head []byte
	for range 8 {
		if !lines.Scan() {
			return false
		}
		if lines.Text() == opening {
			var h manifestHead
			err := json.Unmarshal(append(bytes.TrimSuffix(head, []byte(",")), '}'), &h)
			return err == nil && h.Format == manifestFormat
		}
		head = append(head, lines.Bytes()...)
	}
	return false
}

// parseLine reads one file of the list.
func parseLine(line []byte) (address string, file listed, ok bool) {
	rest, ok1 := bytes.CutPrefix(line, []byte(`    {"alamat":`))
	quoted, rest, ok2 := bytes.Cut(rest, []byte(`,"sha256":"`))
	digest, rest, ok3 := bytes.Cut(rest, []byte(`","ukuran":`))
	digits, rest, ok4 := bytes.Cut(rest, []byte(`,"tipe":"`))
	if !ok1 || !ok2 || !ok3 || !ok4 || !bytes.HasSuffix(rest, []byte(`"}`)) || len(digest) != 2*len(file.sum) {
		return "", file, false
	}
	if _, err := hex.Decode(file.sum[:], digest); err != nil {
		return "", file, false
	}
	size, err := strconv.ParseInt(string(digits), 10, 64)
	if err != nil || size < 0 {
		return "", file, false
	}
	file.size = size
	address, ok = unquote(quoted)
	return address, file, ok && address != "" && address != manifestName
}

// unquote reads a JSON string; hardly any has an escape.
func unquote(quoted []byte) (string, bool) {
	if len(quoted) >= 2 && quoted[0] == '"' && bytes.IndexByte(quoted, '\\') < 0 && bytes.IndexByte(quoted[1:], '"') == len(quoted)-2 {
		return string(quoted[1 : len(quoted)-1]), true
	}
	var text string
	err := json.Unmarshal(quoted, &text)
	return text, err == nil
}
