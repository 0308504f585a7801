package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"rapor/cmd/rapor/internal/help"
)

// TestEveryExampleOfTheHelpRuns writes the files that a topic shows into an
// empty folder and runs its commands there, in the order of the text.
func TestEveryExampleOfTheHelpRuns(t *testing.T) {
	for _, topic := range help.Topics {
		for _, language := range []string{"id", "en"} {
			t.Run(topic+"."+language, func(t *testing.T) {
				src, ok := help.Source(topic, language)
				if !ok {
					t.Fatal("no text")
				}
				t.Chdir(scratch(t))
				ran := 0
				if !strings.Contains(src, " data/portal.toml\n") { // it speaks of a portal that stands already
					for name, text := range smallPortal {
						writeExample(t, help.Block{File: filepath.Join("data", name), Text: text})
					}
				}
				for _, b := range help.Blocks(src) {
					switch {
					case b.Kind == "sh":
						ran += runLines(t, b.Text, language)
					case b.File != "":
						writeExample(t, b)
						ran++
					default:
						t.Errorf("a fence that is neither a file nor commands:\n%s", b.Text)
					}
				}
				if ran == 0 {
					t.Error("no example")
				}
			})
		}
	}
}

func writeExample(t *testing.T, b help.Block) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(b.File), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(b.File, []byte(b.Text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// runLines runs the lines that call rapor; "# exit N" ends one that fails.
func runLines(t *testing.T, text, language string) (ran int) {
	t.Helper()
	for line := range strings.Lines(text) {
		command, remark, _ := strings.Cut(strings.TrimSpace(line), "#")
		words := fieldsOf(command)
		if len(words) == 0 || words[0] != "rapor" {
			continue
		}
		want := 0
		if code, ok := strings.CutPrefix(strings.TrimSpace(remark), "exit "); ok {
			want, _ = strconv.Atoi(code)
		}
		if got, said := rapor(append([]string{"--lang", language}, words[1:]...)...); got != want {
			t.Errorf("%s\nexit %d, want %d\n%s", line, got, want, said)
		}
		ran++
	}
	return ran
}

// fieldsOf splits a command as a shell does, as far as the help needs it.
func fieldsOf(command string) (out []string) {
	for i, part := range strings.Split(command, "\"") {
		if i%2 == 1 {
			out = append(out, part)
			continue
		}
		out = append(out, strings.Fields(part)...)
	}
	return out
}

func TestHelpTopicsReadInATerminal(t *testing.T) {
	for _, topic := range help.Topics {
		for _, language := range []string{"id", "en"} {
			var out, errs bytes.Buffer
			if code := run(context.Background(), []string{"--lang", language, "help", topic}, nil, &out, &errs); code != 0 || out.Len() < 200 {
				t.Errorf("%s %s: exit %d, %s", topic, language, code, errs.String())
			}
			if strings.Contains(out.String(), "```") || strings.Contains(out.String(), "\t") {
				t.Errorf("%s %s shows marks of the source", topic, language)
			}
			for n, line := range strings.Split(out.String(), "\n") {
				if len([]rune(line)) > 120 {
					t.Errorf("%s %s line %d is too wide", topic, language, n+1)
				}
			}
		}
	}
}
