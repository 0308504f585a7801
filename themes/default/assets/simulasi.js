// "What if I31 goes to 4?": levels are changed; index, parts, band and targets
// follow. Integers only: levels in 1/100, weights in 1/10,000 percent. Sums stay
// far below 2^53, and a figure is rounded once, half up, where it is shown. The
// scenario stands in the address: #I31=4&I02=3.
(function () {
  'use strict';

  function divide(a, b) { return Math.floor((2 * a + b) / (2 * b)); } // half up, a >= 0

  // compute takes the model of the page and each indicator's level, null where it
  // does not apply. Distances are in 1/10,000; -1: nothing is missing.
  function compute(m, levels) {
    var num = 0, total = 0, band = 0, parts = m.parts.map(function () { return [0, 0]; });
    m.weights.forEach(function (w, i) {
      if (levels[i] === null) return;
      var p = parts[m.of[i]];
      num += w * levels[i]; total += w;
      p[0] += w * levels[i]; p[1] += w;
    });
    var index = divide(num, total), judged = m.rounded ? index * total : num;
    m.bands.forEach(function (least, b) { if (b && judged >= least * total) band = b; });
    function short(halfCents) {
      var x = halfCents * total - 2 * num;
      return x > 0 ? divide(x * 50, total) : -1;
    }
    return {
      num: num, total: total, index: index, exact: divide(num * 100, total), band: band,
      parts: parts.map(function (p) { return p[1] ? divide(p[0], p[1]) : null; }),
      next: band + 1 < m.bands.length ? short(2 * m.bands[band + 1] - (m.rounded ? 1 : 0)) : null,
      targets: m.targets.map(function (t) { return short(2 * t); })
    };
  }
  window.raporSimulasi = compute;

  var form = document.querySelector('form.simulasi');
  if (!form) return;
  var m = JSON.parse(form.querySelector('script').textContent), say = m.words, first = compute(m, m.levels);
  var fields = m.ids.map(function (id) { return form.elements['s-' + id]; });

  function one(name) { return form.querySelector('[data-' + name + ']'); }
  function each(list, act) { Array.prototype.forEach.call(list, act); }
  function put(name, text) { one(name).textContent = text; }
  function fill(words, a, b, c) { return words.replace('{0}', a).replace('{1}', b).replace('{2}', c); }
  function fixed(n, places) {
    var s = String(n);
    while (s.length <= places) s = '0' + s;
    return s.slice(0, -places) + m.decimal + s.slice(-places);
  }
  function signed(n, places) { return (n > 0 ? '+' : n < 0 ? '\u2212' : '') + fixed(Math.abs(n), places); }
  function need(n) { return n ? fixed(n, 4) : '<\u00a0' + fixed(1, 4); }
  function plain(v) { return v % 100 ? fixed(v, 2) : v / 100; }

  // read takes "3" or "3.25"; null where it is no level of the scale.
  function read(text) {
    var d = /^(\d+)(?:\.(\d\d?))?$/.exec(text), v = d ? d[1] * 100 + +((d[2] || '') + '00').slice(0, 2) : -1;
    return v >= m.min && v <= m.max && (v - m.min) % m.step === 0 ? v : null;
  }

  function show() {
    var hash = [], changes = one('ubahan');
    changes.textContent = '';
    function note(words) { changes.appendChild(document.createElement('li')).textContent = words; }
    var levels = fields.map(function (f, i) {
      if (!f) return m.levels[i];
      var v = read(f.value), was = m.levels[i];
      f.setAttribute('aria-invalid', v === null);
      if (v === null) v = was;
      f.parentNode.className = v === was ? '' : 'ubahan';
      if (v !== was) {
        hash.push(m.ids[i] + '=' + v / 100);
        note(fill(say.change, m.ids[i], plain(was), plain(v)));
      }
      return v;
    });
    var now = compute(m, levels), diff = now.num - first.num;
    put('indeks', fixed(now.index, 2));
    put('predikat', m.names[now.band]);
    one('predikat').className = 'predikat b' + m.tones[now.band];
    put('selisih', signed((diff < 0 ? -1 : 1) * divide(Math.abs(diff) * 100, now.total), 4));
    put('tepat', fill(say.exact, fixed(now.exact, 4)));
    put('berikut', now.next === null ? say.top : fill(say.next, m.names[now.band + 1], need(now.next)));
    each(form.querySelectorAll('[data-bagian] tbody tr'), function (row, i) {
      var v = now.parts[i];
      if (v === null) return;
      row.cells[2].textContent = fixed(v, 2);
      row.cells[3].textContent = signed(v - first.parts[i], 2);
    });
    each(form.querySelectorAll('[data-target] tbody tr'), function (row, i) {
      var x = now.targets[i];
      row.cells[1].textContent = x < 0 ? say.reached : fill(say.short, need(x));
    });
    if (!hash.length) note(say.none);
    one('ulang').disabled = !hash.length;
    hash = hash.length ? '#' + hash.join('&') : '';
    if (hash || /=/.test(location.hash)) {
      try { history.replaceState(null, '', location.pathname + location.search + hash); } catch (e) { location.replace(hash || '#'); }
    }
    each(document.querySelectorAll('a.bahasa'), function (a) { a.hash = hash; });
  }

  // load puts a scenario into the fields; what it does not name is as it was.
  function load(hash) {
    var wanted = {};
    hash.slice(1).split('&').forEach(function (s) { wanted[s.split('=')[0]] = read(s.split('=')[1]); });
    fields.forEach(function (f, i) {
      var v = wanted[m.ids[i]];
      if (f) f.value = (v > 0 || v === 0 ? v : m.levels[i]) / 100;
    });
    show();
  }
  function scenario() { if (/=/.test(location.hash)) load(location.hash); }

  form.addEventListener('input', show);
  form.addEventListener('submit', function (e) { e.preventDefault(); });
  one('ulang').addEventListener('click', function () { load(''); one('hasil').focus(); });
  window.addEventListener('hashchange', scenario);
  form.hidden = false;
  document.querySelector('[data-tanpa-skrip]').hidden = true;
  load(/=/.test(location.hash) ? location.hash : '');
})();
