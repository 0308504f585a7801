package load

import "reflect"

// FileKind is a sort of TOML file of a portal.
type FileKind struct {
	ID    string       // its name: portal, penilaian
	Globs []string     // where such files stand below the data folder
	Type  reflect.Type // the struct that it is decoded into
}

// FileKinds lists every sort of TOML file below the data folder, in the order of
// the format's reference. Translations come after what they translate, and a
// file belongs to the first sort whose globs match.
func FileKinds() []FileKind {
	return []FileKind{
		{"portal", []string{"portal.toml"}, reflect.TypeFor[portalFile]()},
		{"portal-teks", []string{"portal.*.toml"}, reflect.TypeFor[portalText]()},
		{"instrumen-teks", []string{"instrumen/*.*.toml"}, reflect.TypeFor[instrumentText]()},
		{"instrumen", []string{"instrumen/*.toml"}, reflect.TypeFor[instrumentFile]()},
		{"instansi", []string{"instansi/*/instansi.toml"}, reflect.TypeFor[institutionFile]()},
		{"penilaian", []string{"instansi/*/[0-9][0-9][0-9][0-9].toml"}, reflect.TypeFor[assessmentFile]()},
		{"kelompok", []string{"kelompok/*.toml"}, reflect.TypeFor[groupFile]()},
		{"koreksi", []string{"koreksi/*.toml"}, reflect.TypeFor[correctionFile]()},
	}
}
