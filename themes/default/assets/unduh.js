// Unduh: what a reader takes away from the page itself. Loaded by rapor.js at the
// first click on such a button. A table becomes CSV, with the rows that are on
// show in the order that they stand in; a chart becomes an SVG file with the colours
// of paper written in, because no stylesheet goes along. A classic script without
// fetch, so that a copy of the site works from a disk.
window.unduh = (function () {
  'use strict';

  var looks = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'font-size', 'font-weight'];

  function each(list, act) { Array.prototype.forEach.call(list, act); }

  // save hands a text to the reader as a file named after the page.
  function save(part, ending, type, text) {
    var page = location.pathname.replace(/index\.html$/, '').split('/').filter(Boolean).slice(-2), a = document.createElement('a');
    a.href = URL.createObjectURL(new Blob([text], { type: type }));
    a.download = (page.concat(part).join('-').replace(/[^\w.-]+/g, '-') || 'rapor') + ending;
    document.body.appendChild(a);
    a.click();
    a.remove();
    setTimeout(function () { URL.revokeObjectURL(a.href); }, 10000);
  }

  // ---- A table as CSV: figures with a decimal point, one head line, groups as a
  // column of their own. What a spreadsheet would run gets an apostrophe.

  function plain(text) { return text.trim().replace(/\s+/g, ' '); }

  function words(cell) {
    if (cell.hasAttribute('data-v')) return cell.getAttribute('data-v');
    var text = plain(cell.textContent).replace(/^– (?=\S)/, '');
    if (cell.classList.contains('a') && /^[+−]?\d[\d.,]*%?$/.test(text)) return figure(text);
    return /^[=+\-@\t＝＋－＠]/.test(text) && isNaN(text) ? "'" + text : text;
  }

  // figure writes a printed number as machines read it.
  function figure(text) {
    var english = document.documentElement.lang === 'en';
    return text.replace('+', '').replace('−', '-').replace(english ? /,/g : /\./g, '').replace(english ? '.' : ',', '.');
  }

  function line(values) {
    return values.map(function (v) { return /[",\r\n]/.test(v) ? '"' + v.replace(/"/g, '""') + '"' : v; }).join(',') + '\n';
  }

  function rowsOf(table, before) {
    var out = '', group = before ? [''] : [];
    each(table.tBodies, function (body) {
      each(body.rows, function (row) {
        if (row.cells[0].getAttribute('scope') === 'rowgroup') group = [plain(row.cells[0].firstChild.textContent)];
        else if (!row.hidden) out += line(group.concat(Array.prototype.map.call(row.cells, words)));
      });
    });
    return out;
  }

  function csv(table) {
    var grouped = !!table.querySelector('[scope=rowgroup]'), heads = Array.prototype.map.call(table.tHead.rows[0].cells, words);
    return line((grouped ? [plain(table.caption.firstChild.textContent)] : []).concat(heads)) + rowsOf(table, grouped);
  }

  // levels turns the small tables of the heat strip into one long one.
  function levels(tables) {
    var out = line(['aspek', 'tahun', 'indikator', 'tingkat']);
    each(tables, function (table) {
      each(table.tBodies[0].rows, function (row) {
        each(row.cells, function (cell, i) {
          if (i) out += line([words(table.caption), words(row.cells[0]), table.tHead.rows[0].cells[i].querySelector('a').hash.slice(1), words(cell)]);
        });
      });
    });
    return out;
  }

  // ---- A chart as SVG.

  // written returns a copy with every look as an attribute, as it is on paper.
  function written(svg) {
    var paper = document.createElement('figure'), copy = svg.cloneNode(true), box = copy.viewBox.baseVal;
    paper.className = 'terang';
    paper.hidden = true;
    paper.appendChild(copy);
    document.body.appendChild(paper);
    var ground = getComputedStyle(paper).getPropertyValue('--kertas').trim();
    each([copy].concat(Array.prototype.slice.call(copy.querySelectorAll('g,path,rect,circle,text,tspan'))), function (e) {
      var style = getComputedStyle(e), parent = e === copy ? null : getComputedStyle(e.parentNode);
      looks.forEach(function (name) {
        var value = style.getPropertyValue(name);
        if (!parent || value !== parent.getPropertyValue(name)) e.setAttribute(name, value);
      });
    });
    each(copy.querySelectorAll('[class]'), function (e) { e.removeAttribute('class'); });
    copy.removeAttribute('class');
    copy.setAttribute('font-family', 'Plus Jakarta Sans, Arial, sans-serif');
    paper.remove();
    var back = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    [['width', box.width], ['height', box.height], ['fill', ground], ['stroke', 'none']].forEach(function (a) { back.setAttribute(a[0], a[1]); });
    copy.insertBefore(back, copy.querySelector('desc').nextSibling);
    return new XMLSerializer().serializeToString(copy) + '\n';
  }

  return function (button) {
    var part = button.closest('section') || document.body, name = part.id || 'tabel';
    if (button.getAttribute('data-unduh') === 'svg') {
      save(name, '.svg', 'image/svg+xml', written(part.querySelector('figure svg.lebar')));
      return;
    }
    var own = button.closest('.gulir'), tables = Array.prototype.slice.call(part.querySelectorAll('table'));
    var place = own ? tables.indexOf(own.querySelector('table')) : 0;
    save(name + (place ? '-' + (place + 1) : ''), '.csv', 'text/csv;charset=utf-8', own ? csv(tables[place]) : levels(tables));
  };
})();
