// Small helps that no page needs: tables can be sorted and narrowed down, with
// the choice in the address; the search is loaded when it is used; and links to
// folders work when the site is opened from a disk. A classic script without
// fetch, so that a copy on a USB stick works.
(function () {
  'use strict';

  // ---- Opened from a disk: a folder does not show its index.html.

  function toFile(address) {
    var at = address.search(/[?#]/);
    var path = at < 0 ? address : address.slice(0, at), rest = at < 0 ? '' : address.slice(at);
    var folder = path === '.' || path === '..' || path.slice(-1) === '/';
    return folder && !/^[a-z]+:|^\/\//i.test(path) ? path + (path.slice(-1) === '/' ? '' : '/') + 'index.html' + rest : address;
  }

  if (location.protocol === 'file:') {
    each(document.querySelectorAll('a[href]'), function (a) { a.setAttribute('href', toFile(a.getAttribute('href'))); });
    each(document.querySelectorAll('form[action]'), function (f) { f.setAttribute('action', toFile(f.getAttribute('action'))); });
  }

  function each(list, act) { Array.prototype.forEach.call(list, act); }

  // ---- The search and its index are loaded when a reader uses a search field.

  var assets = document.currentScript.src.replace(/[^/]*$/, ''), loaded = {};

  function load(name, then) {
    if (loaded[name]) return;
    loaded[name] = true;
    var script = document.createElement('script');
    script.src = assets + name;
    script.onload = then || null;
    document.head.appendChild(script);
  }

  each(document.querySelectorAll('form[data-cari] input'), function (input) {
    var start = function () { load('cari.js'); };
    if (document.activeElement === input) start();
    input.addEventListener('focus', start);
  });

  // ---- A table that fits its place is no stop for the keyboard.

  function stops() {
    each(document.querySelectorAll('.gulir[role]'), function (e) { e.tabIndex = e.scrollWidth > e.clientWidth ? 0 : -1; });
  }
  addEventListener('resize', stops);
  stops();

  // ---- Tables and charts to take away.

  document.addEventListener('click', function (event) {
    var button = event.target.closest && event.target.closest('[data-unduh]');
    if (!button) return;
    if (window.unduh) window.unduh(button);
    else load('unduh.js', function () { window.unduh(button); });
  });

  // ---- The address keeps what the reader chose, so that it can be sent on and
  // comes back with the back button.

  function param(name) { return new URLSearchParams(location.search).get(name) || ''; }

  // note writes choices into the address; typing replaces the entry of the history.
  function note(choices, typing) {
    var p = new URLSearchParams(location.search);
    Object.keys(choices).forEach(function (k) { if (choices[k]) p.set(k, choices[k]); else p.delete(k); });
    var to = location.pathname + (String(p) ? '?' + p : '') + location.hash;
    try { history[typing ? 'replaceState' : 'pushState'](null, '', to); } catch (e) { /* a browser that allows none on a disk */ }
  }

  var restore = []; // what to do when the address has changed
  addEventListener('popstate', function () { restore.forEach(function (act) { act(); }); });

  // ---- Sorting, within each group of rows. Blanks stay last both ways.

  function isHead(row) { return row.cells[0].getAttribute('scope') === 'rowgroup'; }

  function key(cell) {
    if (!cell || cell.classList.contains('tak') && !cell.hasAttribute('data-v')) return null;
    var value = cell.getAttribute('data-v');
    return value === null ? cell.textContent.trim() : Number(value);
  }

  function order(table, rows, column, down) {
    var names = new Intl.Collator(document.documentElement.lang || 'id', { numeric: true });
    var keyed = rows.map(function (row, i) { return { row: row, key: key(row.cells[column]), at: i }; });
    keyed.sort(function (a, b) {
      if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.at - b.at;
      var by = typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : names.compare(a.key, b.key);
      return (down ? -by : by) || a.at - b.at;
    });
    return keyed.map(function (k) { return k.row; });
  }

  // A table that can be sorted remembers how it came, and into which bodies.
  function Sorted(table, place) {
    var self = this, heads = table.tHead.rows[0].cells;
    this.table = table;
    this.name = place ? 'urut' + (place + 1) : 'urut';
    this.bodies = Array.prototype.map.call(table.tBodies, function (body) {
      var all = Array.prototype.slice.call(body.rows);
      return { body: body, head: all.filter(isHead)[0], rows: all.filter(function (r) { return !isHead(r); }) };
    });
    this.together = false; // all groups as one
    each(heads, function (head, column) {
      var button = document.createElement('button');
      button.type = 'button';
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener('click', function () {
        var now = head.getAttribute('aria-sort');
        var down = now ? now === 'ascending' : head.classList.contains('a');
        self.sort(down ? -column - 1 : column + 1);
        var choice = {};
        choice[self.name] = String(self.by);
        note(choice);
      });
    });
    restore.push(function () { self.read(); });
    this.read();
  }

  Sorted.prototype.read = function () { this.sort(parseInt(param(this.name), 10) || 0); };

  // by is the column, counted from 1, negative for downwards; 0 is as it came.
  Sorted.prototype.sort = function (by) {
    var heads = this.table.tHead.rows[0].cells, column = Math.abs(by) - 1, down = by < 0;
    if (!heads[column]) by = 0;
    this.by = by;
    if (!by && !this.moved) return;
    this.moved = true;
    each(heads, function (head, i) {
      if (by && i === column) head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    });
    var arrange = function (rows) { return by ? order(this.table, rows, column, down) : rows; }.bind(this);
    if (this.together) {
      var all = this.bodies.reduce(function (list, b) { return list.concat(b.rows); }, []), first = this.bodies[0].body;
      arrange(all).forEach(function (row) { first.appendChild(row); });
    } else {
      this.bodies.forEach(function (b) { arrange(b.rows).forEach(function (row) { b.body.appendChild(row); }); });
    }
  };

  var sorted = Array.prototype.map.call(document.querySelectorAll('table[data-urut]'), function (table, i) { return new Sorted(table, i); });

  // ---- Narrowing a table down: words in the name, and choices from its columns.

  function Filter(form) {
    var self = this, table = document.getElementById(form.getAttribute('data-tabel'));
    this.form = form;
    this.sorted = sorted.filter(function (s) { return s.table === table; })[0];
    this.said = form.querySelector('[role=status]');
    this.short = {};
    form.getAttribute('data-singkatan').split(' ').forEach(function (pair) { var p = pair.split('='); self.short[p[0]] = p[1]; });
    this.rows = [];
    this.sorted.bodies.forEach(function (b) {
      b.rows.forEach(function (row) { self.rows.push({ row: row, group: b, name: self.words(row.cells[0].textContent).join(' ') }); });
    });
    this.controls = Array.prototype.filter.call(form.elements, function (e) { return e.name; });
    form.classList.add('siap');
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    form.addEventListener('reset', function () { setTimeout(function () { self.apply(); self.note(); }); });
    form.addEventListener('input', function (event) {
      var typing = event.target.type === 'search';
      self.apply();
      self.note(typing);
    });
    restore.push(function () { self.read(); });
    this.read();
  }

  Filter.prototype.words = function (text) {
    var short = this.short;
    return text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').split(/[^\p{L}\p{N}]+/u).filter(Boolean)
      .map(function (w) { return Object.hasOwn(short, w) ? short[w] : w; });
  };

  Filter.prototype.value = function (control) { return control.type === 'checkbox' ? control.checked ? '1' : '' : control.value; };

  Filter.prototype.read = function () {
    this.controls.forEach(function (c) {
      if (c.type === 'checkbox') c.checked = !!param(c.name);
      else c.value = param(c.name);
      if (c.selectedIndex < 0) c.selectedIndex = 0; // an unknown choice is none
    });
    this.apply();
  };

  Filter.prototype.note = function (typing) {
    var choices = {};
    this.controls.forEach(function (c) { choices[c.name] = this.value(c); }, this);
    note(choices, typing);
  };

  // fits holds a row against every choice. A choice names a column, or the groups.
  Filter.prototype.fits = function (r, words) {
    return words.every(function (w) { return r.name.indexOf(w) >= 0; }) && this.controls.every(function (c) {
      var column = c.getAttribute('data-kolom');
      if (column === null || !c.value) return true;
      if (column === 'kelompok') return r.group.body.id === c.value;
      return r.row.cells[column].firstChild && r.row.cells[column].firstChild.textContent.trim() === c.options[c.selectedIndex].text;
    });
  };

  Filter.prototype.apply = function () {
    var box = this.form.querySelector('[type=search]'), words = this.words(box.value), self = this;
    var left = this.rows.filter(function (r) { return self.fits(r, words); });
    // Nothing is spelled so: one slip in a word of five letters or more is let pass.
    if (!left.length && words.length) {
      if (!window.uFuzzy) load('vendor/ufuzzy-1.0.19.min.js', function () { self.apply(); });
      else left = this.near(words);
    }
    this.show(left);
  };

  Filter.prototype.near = function (words) {
    var fuzzy = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1, intraSlice: [0, Infinity], interLft: 1 });
    var rows = this.rows.filter(function (r) { return this.fits(r, []); }, this), names = rows.map(function (r) { return r.name; }), found = null;
    words.forEach(function (w) { found = fuzzy.filter(names, w, found || undefined); if (found && found.length) found = fuzzy.info(found, names, w).idx; });
    return (found || []).map(function (i) { return rows[i]; });
  };

  Filter.prototype.show = function (left) {
    var together = this.controls.some(function (c) { return c.type === 'checkbox' && c.checked; });
    this.rows.forEach(function (r) { r.row.hidden = true; r.group.shown = 0; });
    left.forEach(function (r) { r.row.hidden = false; r.group.shown++; });
    if (this.sorted.together !== together) {
      this.sorted.moved = true;
      this.sorted.together = together;
      this.tag(together);
      this.sorted.sort(this.sorted.by);
    }
    this.sorted.bodies.forEach(function (b) { if (b.head) b.head.hidden = together || !b.shown; });
    this.said.textContent = left.length ? this.said.getAttribute('data-ada').replace('{n}', left.length.toLocaleString(document.documentElement.lang)) : this.said.getAttribute('data-nihil');
  };

  // tag names the kind behind each name where the groups stand as one list.
  Filter.prototype.tag = function (on) {
    this.rows.forEach(function (r) {
      if (!r.tag) {
        r.tag = document.createElement('span');
        r.tag.className = 'tak';
        r.tag.textContent = ' ' + r.group.head.cells[0].firstChild.textContent;
        r.row.cells[0].appendChild(r.tag);
      }
      r.tag.hidden = !on;
    });
  };

  each(document.querySelectorAll('form.saring'), function (form) { new Filter(form); });
})();
