package analysis

// Coverage counts the results known among the institutions of a kind that
// existed in a year. Averages are no institutions. Below 90 percent nothing is
// said of the whole but "Known diketahui dari Total".
type Coverage struct {
	Known, Total int
}

// Enough reports whether at least 90 percent are known.
func (c Coverage) Enough() bool { return c.Known > 0 && 10*c.Known >= 9*c.Total }
