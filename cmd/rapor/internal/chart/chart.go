// Package chart draws series of numbers twice from one set of values: as a
// static SVG that stands in the page, prints and needs no script, and as
// ECharts options that take its place when a reader asks for more.
//
// A chart is a struct of ready values: figures in hundredths, counts, and words
// that the caller has already chosen and translated. The chart computes nothing
// but places; figures that it prints go through a lang.Form. Every SVG takes its
// colours from class names that the page's stylesheet knows (classes.go), so it
// follows the dark theme and passes a policy without inline styles; Standalone
// writes the colours in for a download.
//
// Same values, same bytes: no clock, no random id, no map order.
package chart

import (
	"rapor/cmd/rapor/internal/lang"
	"rapor/cmd/rapor/internal/maturity"
)

// Width picks one of the two drawings of a chart, in pixels. They are two
// layouts, not two sizes: a wide drawing on a phone would have letters of 6 px.
type Width int

// The two drawings. The stylesheet shows one of them (svg.lebar, svg.sempit).
const (
	Wide   Width = 744
	Narrow Width = 358
)

// Chart is a drawing of this package.
type Chart interface {
	// SVG returns the drawing for a page, without XML namespace or prolog.
	SVG(Width) []byte
	draw(*pen)
}

// Head is what every chart carries. ID must be unique in the page (letters,
// digits, hyphens); the ids of title and description are derived from it,
// different ones for the two widths. Title names the chart, Description says
// what it shows, with its finding and figures; both are read aloud in place of
// the drawing and are empty only by mistake.
type Head struct {
	ID          string
	Title       string
	Description string
	Form        lang.Form
}

// Band is a segment of the ruler: a predikat with its lower bound, which
// belongs to it. The lowest band takes all below its bound as well.
type Band struct {
	Name string
	Min  maturity.Hundredths
}

// Scale is the ruler that a chart stands on: 0 to Max, with bands from low to
// high. A Max of zero is 5.00, the scale of the national instruments.
type Scale struct {
	Max   maturity.Hundredths
	Bands []Band
}

// Mark is a figure with its words. An empty Label is the figure itself.
type Mark struct {
	Value maturity.Hundredths
	Label string
}

// Ruler is the flat scale under a headline figure. Readings point at it from
// above: Now filled, Last (an earlier edition) hollow. Targets point from below.
// The wide drawing names the bands inside, the narrow one underneath.
type Ruler struct {
	Head
	Scale   Scale
	Now     *Mark // Label empty: the figure, large
	Last    *Mark // "2023: 2,89"
	Targets []Mark
}

// Trend is the index over the years with its targets. Years without a point
// are gaps in the line; between two instruments stands an empty tinted slot, and
// no line crosses it. The upright ruler at the right is that of Scale, the
// newest instrument's.
//
// The axis runs over every year named in Series, Targets, Empty and Projection,
// and those between.
type Trend struct {
	Head
	Scale      Scale
	Series     []Series      // one for each instrument, oldest first; the last is the current one
	Targets    []TrendTarget // in any order, several in one year allowed
	Empty      []YearNote    // years without data, each with its word: "belum ada"
	Shown      int           // the year of the edition that the page is about; 0: none
	Break      string        // under each slot between instruments: "tidak sebanding"
	TargetName string        // in the interactive chart: "Target"
	Projection *Projection   // nil: none is drawn
}

// Series is the figures under one instrument, by year.
type Series struct {
	Name    string // of the instrument, in the interactive chart: "PermenPANRB 59/2020"
	Caption string // above the chart at a break: "47 indikator"
	From    int    // the instrument's first year, where the break stands; 0: its first point
	Points  []Point
}

// Point is one year's figure.
type Point struct {
	Year  int
	Value maturity.Hundredths
}

// TrendTarget is a figure to reach in a year. Label is for the wide drawing
// ("target 3,00"); the narrow one prints the figure alone.
type TrendTarget struct {
	Year  int
	Value maturity.Hundredths
	Label string
}

// YearNote is a word under a year.
type YearNote struct {
	Year int
	Text string
}

// Projection continues the current series, dotted, with the range that the
// yearly changes so far would give. Points start at the last real year, where
// Low, Value and High are that year's figure.
type Projection struct {
	Name   string // in the interactive chart: "Proyeksi"
	Label  string // at the end of the line: "proyeksi 2,95"; may be empty
	Points []ProjectionPoint
}

// ProjectionPoint is one year of a projection.
type ProjectionPoint struct {
	Year             int
	Low, Value, High maturity.Hundredths
}

// Shares compares how many institutions are in each band, row by row, the best
// band from the left, so that a target share can be read from zero.
type Shares struct {
	Head
	Bands     []Band // low to high; Min is not used
	Rows      []ShareRow
	Good      int    // place in Bands from which upwards the share counts
	GoodLabel string // head of the right column: "Baik ke atas"
}

// ShareRow is a kind of institution. Share and TargetLabel are printed as they
// are; where bars and ticks stand is computed from Counts, Unknown and Target.
type ShareRow struct {
	Label       string
	Note        string // "485 instansi"; the narrow drawing leaves it out
	Counts      []int  // for each of Bands
	Unknown     int    // counted, band not known: an empty segment at the right end
	Share       string // of Good and better: "72,2%"; empty: not known
	Target      maturity.Hundredths
	TargetLabel string // "target 60%"; empty: no target. Target is in percent: 60 % is 6000
	Inset       bool   // part of the row above: its label is set in
}

// Spans compares parts (domains, aspects) between two editions: a hollow dot for
// the earlier one, a filled one for this, a tick for the median.
type Spans struct {
	Head
	Scale                         Scale // bands are not drawn
	Rows                          []SpanRow
	LastName, NowName, MedianName string // of the three marks, in the interactive chart: "2023", "2024", "median provinsi"
}

// SpanRow is one part. Nil values are not drawn; a row without Now keeps its
// label and its rail.
type SpanRow struct {
	Label  string
	Note   string // "bobot 45,50%"
	Last   *maturity.Hundredths
	Now    *maturity.Hundredths
	Median *maturity.Hundredths
}

// Dots is a kind of institution, a dot for each, in bins of 0.1 (0.2 in the
// narrow drawing; finer ones where hundreds would stack too high), with the ruler
// as its floor. Others leaves Own out.
type Dots struct {
	Head
	Scale  Scale
	Others []maturity.Hundredths
	Times  []int // parallel to Others: how many have the value; nil: one each
	Own    *Mark // Label: "Sulawesi Barat 3,70"
	Median *Mark // Label: "median 3,64"

	CountName string // of the columns, in the interactive chart: "banyak instansi"
}
