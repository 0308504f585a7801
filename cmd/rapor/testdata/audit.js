// Evaluated in a page after axe.min.js: gives a promise of what is wrong, as JSON.
(async function () {
  'use strict';
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const all = (selector, root) => [...(root || document).querySelectorAll(selector)];

  // Where the reader chose the colours, those are the reader's, and axe still sees the author's.
  const readersColours = (element) => matchMedia('(forced-colors: active)').matches && getComputedStyle(element).forcedColorAdjust === 'auto';

  function findings(list) {
    return list.flatMap((rule) => rule.nodes.filter((n) => !(rule.id === 'color-contrast' && readersColours(n.element))).map((n) => ({
      rule: rule.id,
      place: n.target.join(' '),
      reason: n.any.concat(n.all, n.none).map((c) => c.message).join('; '),
    })));
  }

  // What makes the page wider than the screen, unless it scrolls by itself.
  function wide() {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return ['scrollWidth ' + document.documentElement.scrollWidth + ' on ' + width].concat(all('main *, header *, footer *')
      .filter((e) => e.getBoundingClientRect().right > width + 1 && !e.closest('.gulir'))
      .map((e) => e.tagName.toLowerCase() + '.' + e.getAttribute('class') + ' ends at ' + Math.round(e.getBoundingClientRect().right)));
  }

  // ---- Contrast, WCAG 1.4.3.

  function rgba(colour) {
    const parts = (colour.match(/[\d.]+/g) || []).map(Number);
    return parts.length < 3 || colour === 'none' ? null : [parts[0], parts[1], parts[2], parts.length > 3 ? parts[3] : 1];
  }

  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);

  function luminance(c) {
    const [r, g, b] = c.slice(0, 3).map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function contrast(a, b) {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  }

  // Large text needs less.
  const needed = (size, style) => size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700 ? 3 : 4.5;

  const describe = (text, ratio, colour, size) => JSON.stringify(text) + ' ' + ratio.toFixed(2) + ':1, ' + colour + ' at ' + size.toFixed(1) + ' px';

  // The backgrounds of an element and its ancestors, one over the other.
  function paperUnder(element) {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      const c = rgba(getComputedStyle(e).backgroundColor);
      if (c && c[3] > 0) layers.unshift(c);
    }
    return layers.reduce((below, top) => over(top, below), matchMedia('(prefers-color-scheme: dark)').matches ? [0, 0, 0, 1] : [255, 255, 255, 1]);
  }

  // ---- Text in drawings: axe does not look at the shapes behind it.

  // What is behind a text: its halo, or the shapes under its first, middle and last letter.
  function behind(text, svg, shapes) {
    const style = getComputedStyle(text), halo = rgba(style.stroke);
    if (halo && halo[3] === 1 && parseFloat(style.strokeWidth) >= 3 && style.paintOrder.startsWith('stroke')) return [halo];
    const paper = paperUnder(svg.parentElement), letters = text.getNumberOfChars();
    return [0, letters >> 1, letters - 1].map((i) => {
      const box = text.getExtentOfChar(i), middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2);
      const seen = middle.matrixTransform(text.getScreenCTM());
      const covers = (shape) => shape.isPointInFill(seen.matrixTransform(shape.getScreenCTM().inverse()));
      return shapes.filter((s) => s.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING && covers(s))
        .reduce((below, s) => {
          const fill = rgba(getComputedStyle(s).fill);
          return over([fill[0], fill[1], fill[2], fill[3] * parseFloat(getComputedStyle(s).fillOpacity)], below);
        }, paper);
    });
  }

  let drawn = 0;

  function drawingFaults() {
    return all('svg').filter((svg) => svg.getClientRects().length).flatMap((svg) => {
      const shapes = all('rect, path, circle, ellipse, polygon', svg).filter((s) => rgba(getComputedStyle(s).fill));
      return all('text, tspan', svg).filter((t) => [...t.childNodes].some((n) => n.nodeType === 3 && n.data.trim())).flatMap((text) => {
        drawn++;
        const style = getComputedStyle(text), ink = rgba(style.fill);
        const size = parseFloat(style.fontSize) * text.getScreenCTM().a;
        const worst = Math.min(...behind(text, svg, shapes).map((b) => contrast(over(ink, b), b)));
        return worst >= needed(size, style) ? [] : [describe(text.textContent, worst, style.fill, size)];
      });
    });
  }

  // ---- Text that axe leaves open: single characters, text that is scrolled away,
  // text on the shadow at the edge of a table that scrolls (a hint, 11 px wide, that
  // moves away). It is measured against the backgrounds of its ancestors. What has
  // left the page since axe saw it (the tooltip of a chart) has no colours any more.

  let measured = 0;

  function textFaults(open) {
    return open.flatMap((rule) => rule.nodes).map((n) => n.element).filter((e) => e.isConnected && !e.closest('svg') && !readersColours(e)).flatMap((element) => {
      measured++;
      const style = getComputedStyle(element), paper = paperUnder(element), size = parseFloat(style.fontSize);
      const ratio = contrast(over(rgba(style.color), paper), paper);
      return ratio >= needed(size, style) ? [] : [describe(element.textContent.trim(), ratio, style.color, size)];
    });
  }

  // ---- Text spacing, WCAG 1.4.12: with the reader's own spacing no text leaves its
  // box and the page does not grow wider. What scrolls by itself may; drawings are
  // no text of the page's style. Each element answers for its own text: that of a
  // child is the child's, and a child may be there for screen readers alone.

  function spacingFaults() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*:not(svg, svg *){line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const own = (e) => [...e.childNodes].filter((n) => n.nodeType === 3 && n.data.trim());
    const extent = (node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return range.getBoundingClientRect();
    };
    const faults = all('main *, header *, footer *').filter((e) => own(e).length && e.getClientRects().length && !e.closest('svg, .gulir, .tak-tampak, .loncat, option'))
      .flatMap((e) => {
        const box = e.closest('a, td, th, li, p, div, button, label, h1, h2, h3, h4') || e, cut = getComputedStyle(box).overflowX;
        const room = box.getBoundingClientRect(), texts = own(e).map(extent);
        const out = Math.max(...texts.map((t) => t.right)) > room.right + 1.5 || cut !== 'visible' && box.scrollWidth > box.clientWidth + 1 && cut !== 'auto';
        return out && room.width ? [e.tagName.toLowerCase() + '.' + (e.getAttribute('class') || '') + ' ' + JSON.stringify(e.textContent.trim().slice(0, 30)) + ' is ' + Math.round(Math.max(...texts.map((t) => t.width))) + ' px wide in ' + Math.round(room.width)] : [];
      }).concat(wide());
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== sheet);
    return faults;
  }

  const isContrast = (rule) => rule.id === 'color-contrast';
  const tooWide = wide();
  let faint = drawingFaults();
  const result = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations', 'incomplete'], elementRef: true });
  faint = faint.concat(textFaults(result.incomplete.filter(isContrast)));
  return JSON.stringify({
    spaced: spacingFaults(), wide: tooWide, faint: faint, drawn: drawn, measured: measured,
    passes: result.passes.length,
    violations: findings(result.violations),
    incomplete: findings(result.incomplete.filter((rule) => !isContrast(rule))),
  });
})()
