package main

import "strings"

// preview is pratinjau.bat: shows the portal of its folder in the browser. It
// stands in the folder of a portal, or where the archive was unpacked; there the
// national portal is shown. Windows reads it with its own line ends.
var preview = strings.ReplaceAll(`@echo off
rem Klik dua kali untuk melihat portal di folder ini. Tutup jendela ini untuk berhenti.
cd /d "%~dp0"
set "RAPOR=rapor"
if exist "%~dp0rapor.exe" set "RAPOR=%~dp0rapor.exe"
"%RAPOR%" serve --open --lang id
if errorlevel 1 pause
`, "\n", "\r\n")
