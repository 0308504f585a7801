package chart

import (
	"cmp"
	"slices"
)

// anchor says which end of a text stands at its x.
type anchor string

const (
	start  anchor = "start"
	middle anchor = "middle"
	end    anchor = "end"
)

// label is a text at a place: x and the baseline y. The tail follows the text
// in another lettering.
type label struct {
	text      string
	style     lettering
	x, y      unit
	anchor    anchor
	halo      bool
	tail      string
	tailStyle lettering
	side      side
}

// side is where a label stands, seen from what it labels, in ECharts' words.
type side string

const (
	above   side = "top"
	below   side = "bottom"
	toRight side = "right"
	toLeft  side = "left"
)

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

// rows puts spans on as few rows as needed. On a row they may move aside, each
// by its slack at most; what does not fit goes to the next row. Spans come back
// in the order in which they were given.
func rows(wishes []wish, slack func(i int) unit, low, high, gap unit) ([]seat, int) {
	order := make([]int, len(wishes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(wishes[a].at, wishes[b].at) })
	seats := make([]seat, len(wishes))
	var members [][]int // of each row
	for _, i := range order {
		for row := 0; ; row++ {
			if row == len(members) {
				members = append(members, nil)
			}
			tried := append(slices.Clone(members[row]), i)
			if lefts, ok := settle(wishes, tried, slack, low, high, gap); ok || len(tried) == 1 {
				members[row] = tried
				for k, j := range tried {
					seats[j] = seat{lefts[k], row}
				}
				break
			}
		}
	}
	return seats, len(members)
}

// settle spreads some of the wishes on one row and tells whether each stays
// within its slack. A span at the border may always move inside.
func settle(wishes []wish, some []int, slack func(i int) unit, low, high, gap unit) ([]unit, bool) {
	list := make([]wish, len(some))
	for k, i := range some {
		list[k] = wishes[i]
	}
	lefts := spread(list, low, high, gap)
	for k, i := range some {
		wished := max(low, min(list[k].at-list[k].length/2, high-list[k].length))
		if moved := lefts[k] - wished; moved > slack(i) || -moved > slack(i) {
			return lefts, false
		}
		if k > 0 && lefts[k] < lefts[k-1]+list[k-1].length+gap || lefts[k]+list[k].length > high {
			return lefts, false
		}
	}
	return lefts, true
}
