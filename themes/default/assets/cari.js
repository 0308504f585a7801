// The search, loaded when a reader first uses a search field: a list of results
// under the field, by the combobox pattern of the ARIA practices. The index comes
// as scripts that call raporCari, because a page opened from a disk cannot fetch.
// What matches is uFuzzy's work, with one slip in words of five letters or more;
// in which order it is shown is decided here: exact names and codes first.
(function () {
  'use strict';

  var SHOWN = 8;
  var assets = document.currentScript.src.replace(/[^/]*$/, '');
  var root = assets.replace(/assets\/$/, '');
  var index = null;      // what the leading file says
  var entries = [];      // what can be found so far
  var parts = {};        // parts of a large index, by letter: true when there
  var fields = [];       // the page's search fields
  var fuzzy = null;

  function load(address, failed) {
    var script = document.createElement('script');
    script.src = address;
    script.onload = refresh;
    script.onerror = failed || null;
    document.head.appendChild(script);
  }

  // ---- Words

  function words(text) {
    return text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').split(/[^\p{L}\p{N}]+/u).filter(Boolean)
      .map(function (w) { return Object.hasOwn(index.singkatan, w) ? index.singkatan[w] : w; });
  }

  function plain(text) { return words(text).join(' '); }

  function telling(list) {
    var rest = list.filter(function (w) { return index.umum.indexOf(w) < 0; });
    return rest.length ? rest : list;
  }

  // A question without the words that need not match, if others are left.
  function asked(text) {
    var all = words(text), some = all.filter(function (w) { return index.abai.indexOf(w) < 0; });
    return some.length ? some : all;
  }

  function slug(label) { return label.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, ''); }

  // ---- The index

  window.raporCari = function (data) {
    if (data.kelompok) index = data;
    if (data.huruf) parts[data.huruf] = true;
    var known = Object.create(null);
    entries.forEach(function (e) { known[e.path] = true; });
    data.isi.forEach(function (row) {
      var path = row[2] || 'instansi/' + slug(row[0]) + '/';
      if (known[path]) return;
      var name = words(row[0]), codes = (row[3] || '').split('|').filter(Boolean).map(plain), terms = (row[4] || '').split('|').filter(Boolean).map(plain);
      entries.push({ label: row[0], group: row[1], path: path, name: name, plain: name.join(' '), core: telling(name).join(' '),
        codes: codes, terms: terms, all: [name.join(' ')].concat(codes, terms).join(' ') });
    });
  };

  // The part that a question needs: the smallest among those of its words. False
  // while it is on its way.
  function ready(question) {
    if (!index.bagian) return true;
    var best = '';
    question.forEach(function (word) {
      var letter = /^[a-z]/.test(word) ? word[0] : '0';
      var matters = index.umum.indexOf(word) < 0 && index.bagian[letter];
      if (matters && (!best || index.bagian[letter] < index.bagian[best])) best = letter;
    });
    if (!best || parts[best]) return true;
    if (parts[best] === undefined) {
      parts[best] = false;
      load(root + 'cari/' + (document.documentElement.lang || 'id') + '-' + best + '.js');
    }
    return false;
  }

  // ---- Finding

  function every(list, test) { return list.every(test); }

  // How well an entry answers: 0 is its own name or code, 6 holds a slip.
  function rank(e, question, whole) {
    if (e.plain === whole || e.codes.indexOf(whole) >= 0 || e.terms.indexOf(whole) >= 0) return 0;
    if (e.core === whole) return 1;
    if (e.core.indexOf(whole) === 0 || e.plain.indexOf(whole) === 0) return 2;
    if (every(question, function (w) { return e.name.indexOf(w) >= 0; })) return 3;
    if (every(question, function (w) { return (' ' + e.plain).indexOf(' ' + w) >= 0; })) return 4;
    if (every(question, function (w) { return (' ' + e.all).indexOf(' ' + w) >= 0; })) return 5;
    return 6;
  }

  function find(question) {
    fuzzy = fuzzy || new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1, intraSlice: [0, Infinity], interLft: 1, unicode: true,
      interSplit: '[^\\p{L}\\d]+', intraSplit: '\\p{Ll}\\p{Lu}', intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}', intraChars: '[\\p{L}\\d]' });
    var haystack = entries.map(function (e) { return e.all; });
    var left = null;
    question.forEach(function (word) {
      left = fuzzy.filter(haystack, word, left || undefined);
      if (left && left.length && left.length < 3000) left = fuzzy.info(left, haystack, word).idx;
    });
    var whole = question.join(' ');
    var found = (left || []).map(function (i) { return { entry: entries[i], rank: rank(entries[i], question, whole), at: i }; });
    var best = found.reduce(function (low, f) { return Math.min(low, f.rank); }, 9);
    // Slips are looked for only where nothing is spelled as asked.
    if (best < 6) found = found.filter(function (f) { return f.rank < 6; });
    return found.sort(function (a, b) { return a.rank - b.rank || a.entry.group - b.entry.group || a.at - b.at; });
  }

  // ---- A field and its list

  function Field(form) {
    var self = this;
    this.form = form;
    this.input = form.querySelector('input');
    this.list = document.createElement('div');
    this.list.className = 'hasil';
    this.list.id = this.input.id + '-hasil';
    this.list.setAttribute('role', 'listbox');
    this.said = document.createElement('p');
    this.said.className = 'tak-tampak';
    this.said.setAttribute('role', 'status');
    this.note = document.createElement('p');
    this.note.className = 'hasil nihil';
    this.note.setAttribute('aria-hidden', 'true'); // the status says the same
    this.input.parentNode.appendChild(this.list);
    this.input.parentNode.appendChild(this.note);
    form.appendChild(this.said);
    this.at = -1;
    this.found = [];
    this.close();
    [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-controls', this.list.id]].forEach(function (a) { self.input.setAttribute(a[0], a[1]); });
    this.input.addEventListener('input', function () { self.answer(); });
    this.input.addEventListener('focus', function () { self.answer(); });
    this.input.addEventListener('keydown', function (event) { self.key(event); });
    form.addEventListener('submit', function (event) { self.go(event); });
    // The list closes when the focus has gone elsewhere, not while a result is clicked.
    form.addEventListener('focusout', function (event) { if (!form.contains(event.relatedTarget)) self.close(); });
    this.list.addEventListener('mousedown', function (event) { event.preventDefault(); });
  }

  Field.prototype.close = function () {
    this.list.hidden = this.note.hidden = true;
    this.at = -1;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  };

  Field.prototype.say = function (text) {
    if (this.said.textContent !== text) this.said.textContent = text;
  };

  Field.prototype.fail = function () {
    this.note.textContent = this.form.getAttribute('data-gagal');
    this.note.hidden = false;
    this.say(this.note.textContent);
  };

  Field.prototype.answer = function () {
    if (!index || !window.uFuzzy || document.activeElement !== this.input) return;
    var question = asked(this.input.value);
    this.close();
    this.found = [];
    if (!question.length) return this.say('');
    if (!ready(question)) return;
    var found = this.found = find(question);
    if (!found.length) {
      this.note.textContent = index.kata.nihil;
      this.note.hidden = false;
      return this.say(index.kata.nihil);
    }
    this.list.textContent = '';
    this.list.setAttribute('aria-label', index.kata.hasil);
    found.slice(0, SHOWN).forEach(function (f, i) { this.list.appendChild(this.option(f.entry, i)); }, this);
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    var key = found.length === 1 ? 'satu' : found.length > SHOWN ? 'lebih' : 'banyak';
    this.say(index.kata[key].replace('{n}', found.length).replace('{m}', SHOWN));
  };

  Field.prototype.option = function (entry, i) {
    var group = index.kelompok[entry.group], link = document.createElement('a');
    link.id = this.list.id + '-' + i;
    link.href = address(entry);
    link.tabIndex = -1;
    link.setAttribute('role', 'option');
    link.setAttribute('aria-selected', 'false');
    link.appendChild(span(entry.label, group[2]));
    link.appendChild(document.createTextNode(' '));
    link.appendChild(span(group[0], group[1])).className = 'kecil';
    return link;
  };

  function span(text, lang) {
    var e = document.createElement('span');
    e.textContent = text;
    if (lang) e.lang = lang;
    return e;
  }

  function address(entry) {
    return root + (index.depan || '') + entry.path + (location.protocol === 'file:' ? 'index.html' : '');
  }

  Field.prototype.select = function (at) {
    var options = this.list.children;
    if (options[this.at]) options[this.at].setAttribute('aria-selected', 'false');
    this.at = at;
    if (at < 0) return this.input.removeAttribute('aria-activedescendant');
    options[at].setAttribute('aria-selected', 'true');
    options[at].scrollIntoView({ block: 'nearest' });
    this.input.setAttribute('aria-activedescendant', options[at].id);
  };

  Field.prototype.key = function (event) {
    var open = !this.list.hidden, n = this.list.children.length;
    if (event.key === 'Escape' && (open || !this.note.hidden)) {
      event.preventDefault(); // the first time it only closes the list
      this.close();
      return this.say('');
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    if (!open) this.answer();
    if (this.list.hidden) return;
    n = this.list.children.length;
    // From the last result the arrow leads back into the field, and on.
    var step = event.key === 'ArrowDown' ? 1 : -1;
    this.select((this.at + 1 + step + n + 1) % (n + 1) - 1);
  };

  // Enter opens the chosen result; without a choice the one that is meant: the
  // only best answer, or the first where no institution is among the answers.
  // Else the form leads to the list of institutions, filtered by the question.
  Field.prototype.go = function (event) {
    var chosen = this.list.children[this.at], first = this.found[0], second = this.found[1];
    var fresh = index && asked(this.input.value).length;
    if (!chosen && fresh && first) {
      var institutions = this.found.some(function (f) { return f.entry.path.indexOf('instansi/') === 0 && f.entry.path !== 'instansi/'; });
      if (!institutions || first.rank < 2 && !(second && second.rank === first.rank)) chosen = { href: address(first.entry) };
    }
    if (!chosen) return;
    event.preventDefault();
    location.assign(chosen.href);
  };

  function refresh() { fields.forEach(function (f) { f.answer(); }); }

  // ---- Start

  Array.prototype.forEach.call(document.querySelectorAll('form[data-cari]'), function (form) { fields.push(new Field(form)); });
  var fail = function () { fields.forEach(function (f) { f.fail(); }); };
  load(assets + 'vendor/ufuzzy-1.0.19.min.js', fail);
  load(new URL(fields[0].form.getAttribute('data-cari'), location.href).href, fail);
})();
