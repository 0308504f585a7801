// Reloads the page when the preview has built another site. A browser has six
// connections for one server, and an open stream takes one: so one page listens
// and tells the others, and where pages cannot agree on one (not on localhost),
// only those listen that somebody can see.
(function () {
  'use strict';
  var here = document.currentScript, seen = here.getAttribute('data-tanda'), last = null, source = null;
  var others = 'BroadcastChannel' in window ? new BroadcastChannel('rapor-pratinjau') : null;

  function hear(mark) {
    if (!mark || mark === seen) return;
    seen = mark;
    location.reload();
  }

  function listen() {
    if (source) return;
    source = new EventSource(new URL('peristiwa', here.src));
    source.onmessage = function (event) {
      last = event.data;
      if (others) others.postMessage(last);
      hear(last);
    };
  }

  function leave() {
    if (source) source.close();
    source = null;
  }

  if (others && navigator.locks) {
    others.onmessage = function (event) {
      if (event.data) hear(event.data);
      else if (last) others.postMessage(last);
    };
    others.postMessage(''); // a page that has just come asks what it missed
    navigator.locks.request('rapor-pratinjau', function () {
      listen();
      return new Promise(function () {}); // until the page is left
    });
    return;
  }
  document.addEventListener('visibilitychange', function () { document.hidden ? leave() : listen(); });
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', function () { if (!document.hidden) listen(); });
})();
