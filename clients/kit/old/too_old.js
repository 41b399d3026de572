// What a browser shows that can run no build of the page.
(function () {
  var tablet = /^\/(chair|secretariat)\//.test(location.pathname);
  var needs = tablet ? ['87', '15'] : ['79', '14'];
  var sentences = {
    en: 'This browser is too old for this page. It needs Chrome or Edge {0}, Firefox 78 or Safari {1}, or later. Update the browser, or open this address on another device.',
    fr: 'Ce navigateur est trop ancien pour cette page. Il faut Chrome ou Edge {0}, Firefox 78 ou Safari {1}, ou une version plus récente. Mettez le navigateur à jour, ou ouvrez cette adresse sur un autre appareil.',
    es: 'Este navegador es demasiado antiguo para esta página. Se necesita Chrome o Edge {0}, Firefox 78 o Safari {1}, o una versión posterior. Actualice el navegador o abra esta dirección en otro dispositivo.',
    ar: 'هذا المتصفح أقدم من أن يعرض هذه الصفحة. يلزم Chrome أو Edge {0} أو Firefox 78 أو Safari {1} أو إصدار أحدث. حدّث المتصفح، أو افتح هذا العنوان على جهاز آخر.',
    zh: '此浏览器版本过旧，无法显示此页面。需要 Chrome 或 Edge {0}、Firefox 78 或 Safari {1} 或更新版本。请更新浏览器，或在其他设备上打开此地址。',
    ru: 'Этот браузер слишком старый для этой страницы. Нужен Chrome или Edge {0}, Firefox 78 или Safari {1} либо более новая версия. Обновите браузер или откройте этот адрес на другом устройстве.',
  };
  var language = (/[#&]lang=(\w\w)/.exec(location.hash) || [])[1] || navigator.language || 'en';
  language = language.slice(0, 2).toLowerCase();
  if (!sentences[language]) language = 'en';
  var root = document.documentElement;
  root.lang = language;
  root.dir = language === 'ar' ? 'rtl' : 'ltr';

  function show() {
    var said = document.createElement('p');
    said.textContent = sentences[language].replace('{0}', needs[0]).replace('{1}', needs[1]);
    said.setAttribute('role', 'alert');
    said.style.cssText = 'max-width:32em;margin:15vh auto;padding:0 1em;font:1.5em/1.5 sans-serif';
    // The colours of the style sheets are unknown to it.
    var dark = root.getAttribute('data-theme') === 'dark';
    root.style.background = dark ? '#0a0d11' : '#f6f7f8';
    said.style.color = dark ? '#f3f5f7' : '#14181d';
    document.body.appendChild(said);
  }
  if (document.body) show();
  else document.addEventListener('DOMContentLoaded', show);
})();
