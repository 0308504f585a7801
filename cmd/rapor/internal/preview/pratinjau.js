// Reloads the page when the preview has built another site. The connection is
// closed while the page is hidden: a browser has six of them for one server, and
// the seventh tab would wait for ever.
(function () {
  'use strict';
  var here = document.currentScript, seen = here.getAttribute('data-tanda'), source = null;
  function listen() {
    if (source) return;
    source = new EventSource(new URL('peristiwa', here.src));
    source.onmessage = function (event) {
      if (event.data !== seen) { seen = event.data; location.reload(); }
    };
  }
  function leave() {
    if (source) source.close();
    source = null;
  }
  document.addEventListener('visibilitychange', function () { document.hidden ? leave() : listen(); });
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', listen);
  if (!document.hidden) listen();
})();
