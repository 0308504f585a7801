package lang

var messagesSheet = map[string]entry{
	"sheet-too-large": {
		"buku kerja lebih dari %[1]d MB", "hapus gambar dan lembar yang tidak perlu, atau pecah menjadi beberapa berkas",
		"workbook over %[1]d MB", "delete pictures and sheets that are not needed, or split it into several files"},
	"sheet-encrypted": {
		"buku kerja ini dilindungi kata sandi", "buka dengan kata sandinya, lalu simpan salinan tanpa kata sandi",
		"this workbook is under a password", "open it with its password and save a copy without one"},
	"sheet-old": {
		"ini berkas Excel lama (.xls)", "buka, lalu simpan sebagai Buku Kerja Excel (.xlsx) atau CSV UTF-8",
		"this is an old Excel file (.xls)", "open it and save it as an Excel workbook (.xlsx) or CSV UTF-8"},
	"sheet-cut-off": {
		"buku kerja rusak atau terpotong", "unduh atau salin ulang; bila tetap gagal, buka di program lembar kerja lalu simpan sebagai berkas baru",
		"the workbook is damaged or cut off", "download or copy it again; if that fails, open it in a spreadsheet program and save it as a new file"},
	"sheet-not-a-workbook": {
		"berkas zip ini bukan buku kerja XLSX", "buka di program lembar kerja, lalu simpan sebagai .xlsx atau CSV UTF-8",
		"this zip file is no XLSX workbook", "open it in a spreadsheet program and save it as .xlsx or CSV UTF-8"},
	"sheet-bomb": {
		"isi buku kerja lebih dari %[1]d MB setelah dibuka, atau bagiannya terlalu banyak", "salin tabelnya saja ke buku kerja baru",
		"the workbook unpacks to more than %[1]d MB, or has too many parts", "copy the table alone into a new workbook"},
	"sheet-too-many-cells": {
		"lembar ini memuat terlalu banyak sel", "salin tabelnya saja ke lembar baru; baris dan kolom kosong yang diberi format sering menjadi sebabnya",
		"this sheet has too many cells", "copy the table alone to a new sheet; formatted empty rows and columns are a usual cause"},
}
