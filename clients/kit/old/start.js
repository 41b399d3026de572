// Which build of a page this browser can run: every browser reads this file, so it is written as in 2009.
(function () {
  var page = document.querySelector('script[data-now]').dataset;

  function supports(property, value) {
    return !!(window.CSS && CSS.supports && CSS.supports(property, value));
  }

  function load(src, type) {
    var script = document.createElement('script');
    script.type = type;
    script.crossOrigin = '';
    script.src = src;
    document.head.appendChild(script);
  }

  if (supports('width', '1cqi') && supports('height', '1dvh')) {
    load(page.now, 'module');
  } else if (window.BigInt && supports('width', 'min(1px, 2px)') && supports(page.needs, '0')) {
    page.styles.split(' ').forEach(function (href) {
      var link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = href;
      document.head.appendChild(link);
    });
    load(page.old, 'module');
  } else {
    load(page.tooOld, 'text/javascript');
  }
})();
