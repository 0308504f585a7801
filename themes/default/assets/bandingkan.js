// The page of comparisons: two to four institutions side by side, chosen by name,
// with the choice in the address (?i=slug&i=slug&t=2024). The names and the
// results come as classic scripts (bandingkan/daftar.js, hasil-NNN.js), so that a
// copy of the site works from a disk. What is said here is what the ready
// comparisons say, which the program makes; a test holds the two together.
(function () {
  'use strict';

  var form = document.querySelector('form.banding'), place = document.getElementById('hasil');
  var block = document.getElementById('banding-data');
  if (!form || !place || !block) return;

  var data = JSON.parse(block.textContent), words = data.kata, instruments = data.instrumen;
  var base = form.getAttribute('data-daftar').replace(/[^/]*$/, ''); // folder of the data
  var page = form.getAttribute('data-instansi'); // folder of the institutions' pages
  var said = form.querySelector('[role=status]'), fields = form.querySelectorAll('input[name=i]');
  var names = null, bySlug = Object.create(null), size = 0, shards = {}, waiting = {};

  window.raporBandingkan = {
    daftar: function (perFile, list) {
      size = perFile;
      names = list.map(function (row, i) { return { slug: row[0], name: data.inggris && row[2] || row[1], at: i }; });
      names.forEach(function (n) { bySlug[n.slug] = n; });
    },
    isi: function (number, results) { shards[number] = results; }
  };

  function load(address, done) {
    if (waiting[address]) { waiting[address].push(done); return; }
    waiting[address] = [done];
    var script = document.createElement('script');
    script.src = address;
    script.onload = script.onerror = function (event) {
      var all = waiting[address];
      delete waiting[address];
      all.forEach(function (f) { f(event.type === 'load'); });
    };
    document.head.appendChild(script);
  }

  // ---- Words and figures.

  function fill(text, places) {
    return text.replace(/\{([a-z]+)\}/g, function (all, name) { return name in places ? places[name] : all; });
  }

  function figure(h) { // hundredths
    var rest = String(h % 100);
    return Math.floor(h / 100) + data.desimal + (rest.length < 2 ? '0' : '') + rest;
  }

  function change(h) { return (h < 0 ? '\u2212' : h > 0 ? '+' : '') + figure(Math.abs(h)); }

  function plain(text) {
    return text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/\bkabupaten\b/g, 'kab.').replace(/[^a-z0-9]+/g, ' ').trim();
  }

  function element(name, attributes, content) {
    var e = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { e.setAttribute(key, attributes[key]); });
    [].concat(content === undefined ? [] : content).forEach(function (c) {
      e.appendChild(typeof c === 'string' ? document.createTextNode(c) : c);
    });
    return e;
  }

  // ---- Tables, as the theme draws those of the program.

  function unknown(why) { return [document.createTextNode('\u2013 '), element('span', { 'class': 'tak-tampak' }, why)]; }

  function table(caption, measure, first, chosen, bodies) {
    var heads = [element('th', { scope: 'col' }, first)].concat(chosen.map(function (c) {
      return element('th', { scope: 'col', 'class': 'a' }, element('a', { href: page + c.slug + '/' + (location.protocol === 'file:' ? 'index.html' : '') }, c.name));
    }));
    var title = [caption];
    if (measure) title.push(' ', element('span', {}, measure));
    var t = element('table', {}, [element('caption', {}, title), element('thead', {}, element('tr', {}, heads))].concat(bodies));
    return element('div', { 'class': 'gulir lbr', role: 'region', 'aria-label': words.wilayah + ': ' + caption, tabindex: '0' }, [t, element('button', { 'class': 'ambil', type: 'button', 'data-unduh': 'csv' }, words.csv)]);
  }

  function row(head, cells) {
    return element('tr', {}, [element('th', { scope: 'row' }, head)].concat(cells.map(function (c) {
      return element('td', { 'class': c.grey ? 'a tak' : 'a' }, c.content);
    })));
  }

  function values(list) { // hundredths or null; differences against the first, the highest bold
    var known = list.filter(function (v) { return v !== null; }), best = Math.max.apply(null, known);
    var differ = known.some(function (v) { return v !== best; });
    return list.map(function (v, i) {
      if (v === null) return { grey: true, content: unknown(words['tidak-diketahui']) };
      var content = [differ && v === best ? element('strong', {}, figure(v)) : figure(v)];
      if (i > 0 && list[0] !== null) content.push(' ', element('span', { 'class': 'tak' }, '(' + change(v - list[0]) + ')'));
      return { content: content };
    });
  }

  function band(result) {
    var mark = result[4], in_ = instruments[result[1]];
    var note = mark === 't' ? words.turunan : mark === 'h' ? words.hitung : '';
    if (mark.charAt(0) === '=') return { content: [mark.slice(1), ' ', element('span', { 'class': 'tak' }, words.tercetak)] };
    if (result[3] < 0) return { grey: true, content: unknown(words['tanpa-predikat']) };
    return { content: note ? [in_.predikat[result[3]], ' ', element('span', { 'class': 'tak' }, note)] : [in_.predikat[result[3]]] };
  }

  function section(id, title, lead, content) {
    var head = [element('h2', { id: id + '-j' }, title)];
    if (lead) head.push(element('p', {}, lead));
    return element('section', { 'class': 'bagian penuh', id: id, 'aria-labelledby': id + '-j' },
      [element('div', { 'class': 'pinggir' }, head), element('div', { 'class': 'isi' }, content)]);
  }

  // ---- What is compared.

  function at(c, year) { return c.results.filter(function (r) { return r[0] === year; })[0] || null; }

  // Years in which all have a result by one instrument, the newest first.
  function commonYears(chosen) {
    return chosen[0].results.filter(function (r) {
      return chosen.every(function (c) { var o = at(c, r[0]); return o && o[1] === r[1]; });
    }).map(function (r) { return r[0]; }).reverse();
  }

  function parts(chosen, year) {
    var results = chosen.map(function (c) { return at(c, year); }), in_ = instruments[results[0][1]], rows = [];
    function add(head, list) { if (list.some(function (v) { return v !== null; })) rows.push(row(head, values(list))); }
    function of(slot, i) { return results.map(function (r) { return r[slot] && r[slot][i] !== undefined ? r[slot][i] : null; }); }
    add(element('strong', {}, words.indeks), results.map(function (r) { return r[2]; }));
    rows.push(row(words.predikat, results.map(band)));
    in_.domain.forEach(function (name, d) {
      add(element('strong', {}, name), of(5, d));
      var below = in_.aspek.map(function (a, i) { return a[1] === d ? i : -1; }).filter(function (i) { return i >= 0; });
      if (below.length > 1) below.forEach(function (i) { add(in_.aspek[i][0], of(6, i)); });
    });
    if (!in_.domain.length) in_.aspek.forEach(function (a, i) { add(a[0], of(6, i)); });
    return section('nilai', fill(words.nilai, { tahun: year }), '',
      table(fill(words.tabel, { tahun: year }), in_.singkat, words.bagian, chosen, [element('tbody', {}, rows)]));
  }

  function years(chosen) {
    var bodies = [];
    instruments.forEach(function (in_, place) {
      var seen = [];
      chosen.forEach(function (c) { c.results.forEach(function (r) { if (r[1] === place && seen.indexOf(r[0]) < 0) seen.push(r[0]); }); });
      if (!seen.length) return;
      var rows = [element('tr', {}, element('th', { scope: 'rowgroup', colspan: chosen.length + 1 }, in_.singkat))];
      seen.sort(function (a, b) { return b - a; }).forEach(function (y) {
        rows.push(row(String(y), chosen.map(function (c) {
          var r = at(c, y);
          return r && r[1] === place ? { content: figure(r[2]) } : { grey: true, content: unknown(words['tidak-diketahui']) };
        })));
      });
      bodies.unshift(element('tbody', {}, rows));
    });
    return section('tahun', words.tahun, '', [table(words['tabel-tahun'], '', words['tahun-kolom'], chosen, bodies),
      element('p', { 'class': 'catatan' }, words['catatan-tahun'])]);
  }

  function level(in_, v) {
    if (v === null) return { grey: true, content: unknown(words['tidak-dinilai']) };
    var tone = in_.nada[Math.max(0, Math.floor(v / 100) - in_.min)];
    return { content: element('span', { 'class': 'tk b' + tone }, v % 100 ? figure(v) : String(v / 100)) };
  }

  function levels(chosen, year) {
    var results = chosen.map(function (c) { return at(c, year); }), in_ = instruments[results[0][1]];
    if (results.filter(function (r) { return r[7]; }).length < 2) return null;
    var rows = [], same = 0;
    in_.indikator.forEach(function (name, i) {
      var list = results.map(function (r) { return r[7] ? r[7][i] : null; });
      var seen = results.filter(function (r) { return r[7]; }).map(function (r) { return r[7][i]; });
      if (seen.every(function (v) { return v === seen[0]; })) { same++; return; }
      rows.push(row([element('span', { 'class': 'kode' }, name[0]), ' ', name[1]], list.map(function (v) { return level(in_, v); })));
    });
    return section('tingkat', words.tingkat, fill(words.sama, { n: same, semua: in_.indikator.length }),
      rows.length ? table(words['tabel-tingkat'], String(year), words.indikator, chosen, [element('tbody', {}, rows)]) : []);
  }

  function yearLinks(chosen, common, year) {
    return element('nav', { 'class': 'edisi', 'aria-label': words['pilih-tahun'] }, [element('span', {}, words['pilih-tahun']), element('ul', {}, common.map(function (y) {
      var a = element('a', { href: address(chosen, y) }, String(y));
      if (y === year) a.setAttribute('aria-current', 'page');
      a.addEventListener('click', function (event) { event.preventDefault(); show(chosen, y, true); });
      return element('li', {}, a);
    }))]);
  }

  function address(chosen, year) {
    var query = chosen.map(function (c) { return 'i=' + encodeURIComponent(c.slug); });
    if (year) query.push('t=' + year);
    return location.pathname + '?' + query.join('&');
  }

  function show(chosen, wanted, remember) {
    var common = commonYears(chosen), year = common.indexOf(wanted) >= 0 ? wanted : common[0];
    var content = [];
    if (common.length > 1) content.push(yearLinks(chosen, common, year));
    if (year) content = content.concat([parts(chosen, year)]);
    else content.push(element('div', { 'class': 'status' }, element('p', {}, words['tak-sebanding'])));
    content.push(years(chosen));
    if (year) content.push(levels(chosen, year));
    place.textContent = '';
    content.forEach(function (c) { if (c) place.appendChild(c); });
    say(fill(words['siap-dibaca'], { nama: chosen.map(function (c) { return c.name; }).join(', ') }));
    if (remember) try { history.replaceState(null, '', address(chosen, wanted)); } catch (e) { /* a page from a disk has no address to change */ }
  }

  function say(text) { said.textContent = text; }

  // ---- Choosing.

  function found(text) { // an institution by its slug, its name, or all its words
    if (bySlug[text]) return bySlug[text];
    var asked = plain(text), parts_ = asked.split(' ');
    var exact = names.filter(function (n) { return plain(n.name) === asked; });
    if (exact.length) return exact[0];
    var all = names.filter(function (n) { var p = ' ' + plain(n.name); return parts_.every(function (w) { return p.indexOf(' ' + w) >= 0; }); });
    return all.length === 1 ? all[0] : null;
  }

  function compare(wantedYear, remember) {
    var asked = Array.prototype.map.call(fields, function (f) { return f.value.trim(); }).filter(Boolean), chosen = [];
    for (var i = 0; i < asked.length; i++) {
      var one = found(asked[i]);
      if (!one) return say(fill(words['tak-dikenal'], { nama: asked[i] }));
      if (chosen.indexOf(one) >= 0) return say(fill(words.kembar, { nama: one.name }));
      chosen.push(one);
    }
    if (chosen.length < 2) return say(words['pilih-dua']);
    var missing = chosen.map(function (c) { return Math.floor(c.at / size); }).filter(function (n, i, all) { return !shards[n] && all.indexOf(n) === i; });
    var left = missing.length, failed = false;
    function ready() {
      if (failed) return say(words.gagal);
      show(chosen.map(function (c) { return { slug: c.slug, name: c.name, results: shards[Math.floor(c.at / size)][c.slug] }; }), wantedYear, remember);
    }
    if (!left) return ready();
    missing.forEach(function (n) {
      load(base + 'hasil-' + ('00' + n).slice(-Math.max(3, String(n).length)) + '.js', function (fine) {
        failed = failed || !fine;
        if (!--left) ready();
      });
    });
  }

  // The list under a field holds what fits the words typed so far: all names of a
  // large portal would be too many.
  function suggest(field) {
    var list = document.getElementById(field.getAttribute('list')), asked = plain(field.value).split(' ');
    list.textContent = '';
    names.filter(function (n) { var p = ' ' + plain(n.name); return asked.every(function (w) { return p.indexOf(' ' + w) >= 0; }); }).slice(0, 30)
      .forEach(function (n) { list.appendChild(element('option', { value: n.name })); });
  }

  load(form.getAttribute('data-daftar'), function (fine) {
    if (!fine || !names) return;
    form.hidden = false;
    var query = new URLSearchParams(location.search), asked = query.getAll('i').filter(Boolean).slice(0, fields.length);
    Array.prototype.forEach.call(fields, function (field, i) {
      if (asked[i]) field.value = (bySlug[asked[i]] || { name: asked[i] }).name;
      field.addEventListener('input', function () { suggest(field); });
      field.addEventListener('focus', function () { suggest(field); });
    });
    form.addEventListener('submit', function (event) { event.preventDefault(); compare(0, true); });
    if (asked.length > 1) compare(Number(query.get('t')), false);
  });
})();
