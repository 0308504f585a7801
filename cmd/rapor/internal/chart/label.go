package chart

import (
	"cmp"
	"slices"
)

// anchor says which end of a text stands at its x.
type anchor uint8

const (
	start anchor = iota
	middle
	end
)

// String returns the value of the attribute.
func (a anchor) String() string { return [...]string{"start", "middle", "end"}[a] }

// label is a text at a place: x and the baseline y. The tail follows the text
// in another lettering.
type label struct {
	text      string
	style     *lettering
	x, y      unit
	anchor    anchor
	halo      bool
	tail      string
	tailStyle *lettering
}

// box is a rectangle, in pixels to the right and down.
type box struct{ left, top, right, bottom unit }

func (b box) overlaps(o box) bool {
	return b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom
}

// grown adds air on every side.
func (b box) grown(x, y unit) box { return box{b.left - x, b.top - y, b.right + x, b.bottom + y} }

// box returns the room that a label takes.
func (l label) box(w Width) box {
	size, length := l.style.size(w), l.style.length(w, l.text)
	if l.tail != "" {
		length += l.tailStyle.length(w, " "+l.tail)
	}
	left := l.x
	switch l.anchor {
	case middle:
		left -= length / 2
	case end:
		left -= length
	}
	return box{left, l.y - size*3/4, left + length, l.y + size/5}
}

// wish is a span on a line (along the ruler or up the spine) that would like to
// stand with its middle at a place.
type wish struct{ at, length unit }

// spread moves spans apart by as little as it can, inside low and high, and
// returns where each begins. Wishes must stand in order. Spans that touch form a
// cluster, which stands at the mean of what its members wish.
func spread(wishes []wish, low, high, gap unit) []unit {
	type cluster struct {
		first        int
		sum          unit // of the left ends wished, as if each member stood first
		left, length unit
	}
	var clusters []cluster
	for i, w := range wishes {
		c := cluster{i, w.at - w.length/2, w.at - w.length/2, w.length}
		c.left = max(low, min(c.left, high-c.length))
		for len(clusters) > 0 {
			before := clusters[len(clusters)-1]
			if before.left+before.length+gap <= c.left {
				break
			}
			members := unit(i + 1 - c.first)
			c.sum = before.sum + c.sum - members*(before.length+gap)
			c.first, c.length = before.first, before.length+gap+c.length
			c.left = max(low, min(c.sum/unit(i+1-c.first), high-c.length))
			clusters = clusters[:len(clusters)-1]
		}
		clusters = append(clusters, c)
	}
	lefts := make([]unit, 0, len(wishes))
	for k, c := range clusters {
		last := len(wishes)
		if k+1 < len(clusters) {
			last = clusters[k+1].first
		}
		for at := c.left; c.first < last; c.first++ {
			lefts = append(lefts, at)
			at += wishes[c.first].length + gap
		}
	}
	return lefts
}

// seat is where a span of a row ended up.
type seat struct {
	left unit
	row  int
}

// seated turns a span between two ends into an x and an anchor. The middle is
// used except at the ends, so that a text keeps its place in letters of another
// size: the stylesheet shrinks those of a drawing that it stretches.
func seated(left, length, low, high unit) (unit, anchor) {
	switch {
	case left <= low:
		return left, start
	case left+length >= high:
		return left + length, end
	}
	return left + length/2, middle
}

// rows puts spans on as few rows as needed. On a row they may move aside, each
// by its slack at most; what does not fit goes to the next row. Spans come back
// in the order in which they were given.
func rows(wishes []wish, slack func(i int) unit, low, high, gap unit) ([]seat, int) {
	order := make([]int, len(wishes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(wishes[a].at, wishes[b].at) })
	r := &seating{wishes: wishes, slack: slack, low: low, high: high, gap: gap, seats: make([]seat, len(wishes))}
	for _, i := range order {
		row := 0
		for !r.put(i, row) {
			row++
		}
	}
	return r.seats, len(r.rows)
}

// seating is the state of rows: who sits in each row, from left to right.
type seating struct {
	wishes         []wish
	slack          func(i int) unit
	low, high, gap unit
	rows           [][]int
	seats          []seat
}

// wished is where a span would begin if it were alone. A span at the border has
// to move inside.
func (r *seating) wished(i int) unit {
	w := r.wishes[i]
	return clamp(w.at-w.length/2, r.low, r.high-w.length)
}

// put seats a span in a row, moving those before it if it must, and reports
// whether each stays within its slack. A row of its own takes any span.
func (r *seating) put(i, row int) bool {
	if row == len(r.rows) {
		r.rows = append(r.rows, []int{i})
		r.seats[i] = seat{r.wished(i), row}
		return true
	}
	before := r.rows[row]
	last := before[len(before)-1]
	if left := r.wished(i); r.seats[last].left+r.wishes[last].length+r.gap <= left {
		r.rows[row] = append(before, i)
		r.seats[i] = seat{left, row}
		return true
	}
	tried := append(slices.Clone(before), i)
	list := make([]wish, len(tried))
	for k, j := range tried {
		list[k] = r.wishes[j]
	}
	lefts := spread(list, r.low, r.high, r.gap)
	for k, j := range tried {
		over := k > 0 && lefts[k] < lefts[k-1]+list[k-1].length+r.gap
		if over || lefts[k]+list[k].length > r.high || distance(lefts[k], r.wished(j)) > r.slack(j) {
			return false
		}
	}
	for k, j := range tried {
		r.seats[j] = seat{lefts[k], row}
	}
	r.rows[row] = tried
	return true
}

// clamp moves a place between two others; the lower one wins.
func clamp(at, low, high unit) unit { return max(low, min(at, high)) }

// distance is how far two places are apart.
func distance(a, b unit) unit { return max(a-b, b-a) }
