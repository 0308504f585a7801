package table

import "testing"

func TestATableIsEmptyUntilAGroupHasARow(t *testing.T) {
	var none *Table
	if !none.Empty() {
		t.Error("no table is not empty")
	}
	tab := &Table{Columns: Words("Domain")}
	tab.Begin(Text("Layanan"))
	if !tab.Empty() {
		t.Error("a heading alone counts as content")
	}
	tab.Add(Plain, Text("Layanan Publik"))
	if tab.Empty() {
		t.Error("a row does not count as content")
	}
}

func TestRowsGoToTheLastGroup(t *testing.T) {
	tab := &Table{Columns: append(Words("Nama"), Figures("2023", "2024")...)}
	tab.Add(Plain, Text("a")).ID = "a"
	tab.Begin(Text("kedua"))
	tab.Add(Total, Text("b"))
	if len(tab.Groups) != 2 || tab.Groups[0].Rows[0].ID != "a" || tab.Groups[1].Rows[0].Mark != Total {
		t.Errorf("groups are %+v", tab.Groups)
	}
	if tab.Columns[0].Number || !tab.Columns[2].Number {
		t.Errorf("columns are %+v", tab.Columns)
	}
}
