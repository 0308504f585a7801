//go:build sistem && !race

package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// liveFigures lists the pages with figures that can be made interactive.
func (s *builtSite) liveFigures(t *testing.T) (jobs []job) {
	for _, file := range s.chosen(t) {
		if strings.Contains(string(s.files[file]), "data-bagan") {
			jobs = append(jobs, job{file, looks[0]})
		}
	}
	return jobs
}

// wait polls until an expression is true. A page that is just being left cannot be
// asked; the next one can.
func (t *tab) wait(expression string) error {
	var err error
	for range 200 {
		var ok bool
		if ok, err = ask[bool](t, expression); ok {
			return nil
		}
		time.Sleep(25 * time.Millisecond)
	}
	return fmt.Errorf("never true: %s (%v)", expression, err)
}

// hover rests the mouse on a figure, which makes it interactive (one of tables or
// links waits for its button), and then moves over the whole of it, so that every
// tooltip shows.
func (t *tab) hover(figure int) error {
	if _, err := ask[bool](t, fmt.Sprintf(`(function (f) {
  if (f.tagName === 'DIV') f.querySelector('button[aria-pressed=false]').click();
  return true;
})(document.querySelectorAll('[data-bagan]')[%d])`, figure)); err != nil {
		return err
	}
	live := fmt.Sprintf("!!document.querySelectorAll('[data-bagan]')[%d].querySelector('.bagan-hidup svg')", figure)
	box, err := ask[[]float64](t, fmt.Sprintf(`(function (f) {
  f.scrollIntoView({block: 'center', behavior: 'instant'});
  var r = ([...f.querySelectorAll('svg')].find(s => s.getClientRects().length) || f).getBoundingClientRect();
  return [r.x, r.y, r.width, r.height];
})(document.querySelectorAll('[data-bagan]')[%d])`, figure))
	if err != nil {
		return err
	}
	at := func(x, y float64) error {
		return t.do(chromedp.MouseEvent(chromedp.MouseMoved, box[0]+x*box[2], box[1]+y*box[3]))
	}
	if err := at(.5, .5); err != nil {
		return err
	}
	if err := t.wait(live); err != nil {
		return err
	}
	for x := .02; x < 1; x += .08 {
		for _, y := range []float64{.2, .5, .8} {
			if err := at(x, y); err != nil {
				return err
			}
		}
	}
	return nil
}

// Pages with charts that somebody has hovered keep the policy, stay silent, ask
// no other host for anything and have no barrier.
func TestHoveringEveryChartBreaksNothing(t *testing.T) {
	source, err := os.ReadFile(checkerFile(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	s := portalSite(t)
	jobs := s.liveFigures(t)
	if len(jobs) == 0 {
		t.Fatal("no page has an interactive figure")
	}
	visit(t, s, jobs, func(tab *tab, _ string, _ look) []string {
		figures, err := ask[int](tab, "document.querySelectorAll('[data-bagan]').length")
		for i := 0; i < figures && err == nil; i++ {
			err = tab.hover(i)
		}
		if err != nil {
			return []string{err.Error()}
		}
		result, err := tab.audit(string(source))
		if err != nil {
			return []string{err.Error()}
		}
		return result.faults()
	})
}

// phone is a look of which charts have a layout of their own.
var phone = look{name: "phone", width: 360}

// lettersScript brings every figure of a page to life and says which of its letters
// are smaller than 11 px, in another typeface than the page, or out of the drawing.
const lettersScript = `(async function () {
  var faults = [], family = getComputedStyle(document.body).fontFamily;
  document.querySelectorAll('[data-bagan] button[aria-pressed=false]').forEach(function (b) { b.click(); });
  for (var i = 0; i < 200 && document.querySelector('[data-bagan]:not(.hidup), .bagan-hidup:empty'); i++) await new Promise(function (r) { setTimeout(r, 25); });
  document.querySelectorAll('[data-bagan]').forEach(function (f) {
    var svg = f.querySelector('.bagan-hidup svg'), id = (f.closest('section') || f).id;
    if (!svg) return faults.push(id + ' never came to life');
    var frame = svg.getBoundingClientRect();
    svg.querySelectorAll('text').forEach(function (t) {
      var style = getComputedStyle(t), box = t.getBoundingClientRect(), words = id + ': "' + t.textContent + '"';
      if (parseFloat(style.fontSize) < 11) faults.push(words + ' has ' + style.fontSize);
      if (style.fontFamily !== family) faults.push(words + ' is in ' + style.fontFamily);
      if (box.left < frame.left - 2 || box.right > frame.right + 2 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2) faults.push(words + ' leaves the drawing');
    });
  });
  return faults;
})()`

// A phone's letters are large enough, the page's own, and inside the drawing.
func TestInteractiveChartsCanBeReadOnAPhone(t *testing.T) {
	s := portalSite(t)
	var jobs []job
	for _, j := range s.liveFigures(t) {
		jobs = append(jobs, job{j.file, phone})
	}
	visit(t, s, jobs, func(tab *tab, _ string, _ look) []string {
		faults, err := ask[[]string](tab, lettersScript)
		if err != nil {
			return []string{err.Error()}
		}
		return faults
	})
}
