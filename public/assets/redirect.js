/* Whoever follows an old address to a place in the page gets there; the page itself leads to its beginning. */
(function () {
  "use strict";
  const refresh = document.querySelector('meta[http-equiv="refresh"]');
  const target = refresh && /url=(.+)$/i.exec(refresh.content);
  if (target && location.hash) location.replace(target[1] + location.hash);
})();
