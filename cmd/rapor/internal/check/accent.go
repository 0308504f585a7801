package check

import (
	"fmt"

	"rapor/cmd/rapor/internal/theme"
)

// accent wants the portal's own colour to be readable as text: links are written
// in it.
func accent(c *checker) {
	p := &c.set.Portal
	if p.Accent == "" {
		return
	}
	if ratio, ok := theme.AccentContrast(p.Accent); ok && ratio < theme.LeastContrast {
		c.problems.Errorf(p.Places.Of("aksen", p.Pos), "check-accent", p.Accent, fmt.Sprintf("%.1f", ratio), fmt.Sprintf("%.1f", theme.LeastContrast))
	}
}
