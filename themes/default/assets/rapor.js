// Small helps that no page needs: the list of institutions can be filtered and
// its columns sorted, and links to folders work when the site is opened from a
// disk. A classic script without fetch, so that a copy on a USB stick works.
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

  // ---- The filter of the list: institutions whose name holds every word.

  function plain(text) {
    return text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/\s+/g, ' ').trim();
  }

  var form = document.querySelector('form.saring');
  var list = document.querySelector('table[data-urut]');

  if (form && list) {
    var box = form.querySelector('input'), said = form.querySelector('[role=status]');
    var rows = Array.prototype.map.call(list.querySelectorAll('tbody tr'), function (row) {
      return { row: row, name: plain(row.cells[0].textContent), head: row.cells[0].getAttribute('scope') === 'rowgroup' };
    });
    var filter = function () {
      var words = plain(box.value).split(' '), found = 0, head = null, any = 0;
      rows.forEach(function (r) {
        if (r.head) {
          if (head) head.row.hidden = !any;
          head = r;
          any = 0;
          return;
        }
        var fits = words.every(function (w) { return r.name.indexOf(w) >= 0; });
        r.row.hidden = !fits;
        if (fits) { found++; any++; }
      });
      if (head) head.row.hidden = !any;
      said.textContent = !box.value ? '' : found ? found + ' ' + said.getAttribute('data-ada') : said.getAttribute('data-nihil');
    };
    form.hidden = false;
    form.addEventListener('submit', function (event) { event.preventDefault(); filter(); });
    box.addEventListener('input', filter);
    var asked = new URLSearchParams(location.search).get('q');
    if (asked) { box.value = asked; filter(); }
  }

  // ---- Sorting, within each group of rows. Blanks stay last both ways.

  function key(cell) {
    if (!cell || cell.classList.contains('tak') && !cell.hasAttribute('data-v')) return null;
    var value = cell.getAttribute('data-v');
    return value === null ? cell.textContent.trim() : Number(value);
  }

  function sort(table, column, down) {
    var order = new Intl.Collator(document.documentElement.lang || 'id', { numeric: true });
    each(table.tBodies, function (body) {
      var all = Array.prototype.filter.call(body.rows, function (r) { return r.cells[0].getAttribute('scope') !== 'rowgroup'; });
      var keyed = all.map(function (row, i) { return { row: row, key: key(row.cells[column]), at: i }; });
      keyed.sort(function (a, b) {
        if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.at - b.at;
        var by = typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : order.compare(a.key, b.key);
        return (down ? -by : by) || a.at - b.at;
      });
      keyed.forEach(function (k) { body.appendChild(k.row); });
    });
  }

  each(document.querySelectorAll('table[data-urut]'), function (table) {
    var heads = table.tHead.rows[0].cells;
    each(heads, function (head, column) {
      var button = document.createElement('button');
      button.type = 'button';
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener('click', function () {
        var now = head.getAttribute('aria-sort');
        var down = now ? now === 'ascending' : head.classList.contains('a');
        each(heads, function (other) { other.removeAttribute('aria-sort'); });
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        sort(table, column, down);
      });
    });
  });
})();
