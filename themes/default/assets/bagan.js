// Bagan interaktif: puts an ECharts drawing in the place of a figure's static SVG
// (partials/figure.html) when the reader asks for it, by the button or by resting
// the mouse on it. A strip or map of HTML waits for the button: <div data-bagan
// data-nama="what it shows" data-tinggi="520 936">. Without this script, on paper and
// in an archive the static form stays.
//
// A classic script without fetch or modules, so that a copy of the site works from
// a disk; no inline style or code, so that it works under script-src 'self' and
// style-src 'self'.
(function () {
  'use strict';

  var library = document.currentScript && document.currentScript.getAttribute('data-echarts');
  var restBeforeLoading = 200; // ms with the mouse on the figure
  var narrow = 600; // px, as in the stylesheet
  var lowest = 210; // px, so that a tooltip has room
  var waiting = null; // callbacks while the library loads

  if (!library || !window.ResizeObserver) return;

  // ---- What travels by name in the options.

  function decimal(value, figure) {
    var places = figure || value % 1 ? 2 : 0;
    var lang = document.documentElement.lang || 'id';
    return new Intl.NumberFormat(lang, { minimumFractionDigits: places, maximumFractionDigits: 4 }).format(value).replace('-', '−');
  }

  function year(name) { // without the note under it
    return name.split('\n')[0];
  }

  // Lines of a tooltip; series whose id begins with _ are no data.
  function lines(points, line) {
    return points.filter(function (p) {
      return p.seriesId.charAt(0) !== '_' && p.value !== '-' && p.value != null;
    }).map(line);
  }

  // folded breaks a long text into lines that fit a phone.
  function folded(text) { return text.replace(/(.{1,40})(\s+|$)/g, '$1\n').trim(); }

  function box(head, body) {
    return body.length ? head + '\n' + body.join('\n') : '';
  }

  var formatters = {
    '@nilai': function (p) { return decimal(p.value, true); },
    '@bilangan': function (value) { return decimal(value, false); },
    '@tahun': year,
    '@tahun-pendek': function (name) { return name ? '’' + year(name).slice(-2) : ''; },
    '@kotak-tahun': function (points) {
      return box(points[0].axisValue.trim(), lines(points, function (p) {
        return p.seriesId.indexOf('target-') === 0 ? p.name : p.seriesName + '  ' + p.name;
      }));
    },
    '@kotak-baris': function (points) {
      return points.length ? box(folded(points[0].axisValue.replace('\n', ', ')), lines(points, function (p) {
        var words = p.data.words, said = p.data.name ? p.name : decimal(p.value, false);
        return (p.seriesName.indexOf('\0') < 0 ? p.seriesName + '  ' : '') + said + (words ? '  ' + words : '');
      })) : '';
    },
    '@kata': function (p) { return p.data.words ? folded(p.data.words) : ''; }
  };

  // Formatters are revived under the key formatter only, colours under keys that
  // end in color: a name from the data may begin with @ or -- as well.
  function revive(node, style) {
    Object.keys(node).forEach(function (key) {
      var value = node[key];
      if (value && typeof value === 'object') revive(value, style);
      else if (typeof value !== 'string') return;
      else if (key === 'formatter' && Object.prototype.hasOwnProperty.call(formatters, value)) node[key] = formatters[value];
      else if (/color$/i.test(key) && value.indexOf('--') === 0) node[key] = style.getPropertyValue(value).trim();
    });
    return node;
  }

  // ---- The library, once for the page.

  function withLibrary(then, failed) {
    if (window.echarts) return then();
    if (waiting) return void waiting.push([then, failed]);
    waiting = [[then, failed]];
    var script = document.createElement('script');
    script.src = library;
    script.onload = function () { waiting.forEach(function (w) { w[0](); }); };
    script.onerror = function () { waiting.forEach(function (w) { w[1](); }); };
    document.head.appendChild(script);
  }

  // ---- One figure.

  function Figure(element) {
    this.element = element;
    this.source = element.querySelector('script[type="application/json"]');
    this.button = element.querySelector('button');
    this.chart = null;
    this.refused = false; // the reader went back to the static drawing
  }

  Figure.prototype.start = function () {
    var figure = this, timer = 0;
    if (!this.source || !this.button) return;
    this.button.hidden = false;
    this.button.setAttribute('aria-pressed', 'false');
    this.button.addEventListener('click', function () {
      if (figure.chart) figure.hide(); else figure.show();
    });
    Array.prototype.forEach.call(this.element.querySelectorAll('svg'), function (svg) {
      svg.addEventListener('pointerenter', function (event) {
        if (event.pointerType !== 'mouse' || figure.refused || figure.chart) return;
        timer = setTimeout(function () { figure.show(); }, restBeforeLoading);
      });
      svg.addEventListener('pointerleave', function () { clearTimeout(timer); });
    });
  };

  Figure.prototype.show = function () {
    var figure = this;
    withLibrary(function () { figure.draw(); }, function () { figure.button.hidden = true; });
  };

  Figure.prototype.hide = function () {
    this.refused = true;
    this.observer.disconnect();
    this.chart.dispose();
    this.chart = null;
    this.place.remove();
    this.element.classList.remove('hidup');
    this.button.setAttribute('aria-pressed', 'false');
  };

  Figure.prototype.draw = function () {
    var figure = this;
    if (this.chart) return;
    var first = this.element.firstElementChild, svg = this.element.querySelector('svg');
    while (first.tagName === 'FIGCAPTION') first = first.nextElementSibling;
    this.place = document.createElement('div');
    this.place.className = 'bagan-hidup';
    this.place.setAttribute('role', 'img');
    this.place.setAttribute('aria-label', this.element.getAttribute('data-nama') || ['title', 'desc'].map(function (name) {
      var part = svg.querySelector(name);
      return part ? part.textContent : '';
    }).join('. '));
    this.height = heights(this.element);
    first.parentNode.insertBefore(this.place, first);
    this.element.classList.add('hidup');
    this.button.setAttribute('aria-pressed', 'true');
    this.width = this.place.clientWidth;
    this.place.style.height = this.height(this.width) + 'px';
    this.chart = window.echarts.init(this.place, null, { renderer: 'svg' });
    this.paint();
    this.observer = new ResizeObserver(function () { requestAnimationFrame(function () { figure.fit(); }); });
    this.observer.observe(this.place);
  };

  // fit follows a change of width.
  Figure.prototype.fit = function () {
    var width = this.chart ? this.place.clientWidth : 0;
    if (!width || width === this.width) return; // 0: on paper, or in something folded
    this.width = width;
    this.place.style.height = this.height(width) + 'px';
    this.chart.resize();
  };

  // paint reads the options anew: the reader may have turned dark or light.
  Figure.prototype.paint = function () {
    var style = getComputedStyle(this.element);
    var option = revive(JSON.parse(this.source.textContent), style);
    [option, option.tooltip].forEach(function (part) {
      if (part && part.textStyle) part.textStyle.fontFamily = style.fontFamily;
    });
    if (matches('(prefers-reduced-motion: reduce)')) option.animation = false;
    this.chart.setOption(option, true);
  };

  // heights tells how high the static drawing for a width would be, or what the
  // page says: "wide narrow".
  function heights(element) {
    var said = element.getAttribute('data-tinggi');
    if (said) return function () { return +said.split(' ')[window.innerWidth < narrow ? 1 : 0]; };
    var wide = element.querySelector('svg.lebar'), small = element.querySelector('svg.sempit');
    return function (width) {
      var box = ((window.innerWidth < narrow ? small : wide) || wide || small).viewBox.baseVal;
      return Math.max(lowest, Math.round(box.height * Math.max(1, width / box.width)));
    };
  }

  function matches(query) { return window.matchMedia(query).matches; }

  // ---- All figures of the page.

  var figures = Array.prototype.map.call(document.querySelectorAll('[data-bagan]'), function (element) {
    return new Figure(element);
  });
  figures.forEach(function (figure) { figure.start(); });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', function () {
    figures.forEach(function (figure) { if (figure.chart) figure.paint(); });
  });
})();
