'use strict';
// Filters the recommendations. The page is whole without it.
(() => {
  const form = document.getElementById('filters');
  const count = document.getElementById('count');
  const nothing = document.getElementById('nothing');
  const rules = [...document.querySelectorAll('#rules > .rule')].map(element => ({
    element,
    severity: element.dataset.severity,
    service: element.dataset.service,
    text: (element.id + ' ' + element.querySelector('.name').textContent + ' '
      + element.querySelector('.about').lastElementChild.textContent).toLowerCase(),
    findings: [...element.querySelectorAll('.findings > li')].map(item => ({
      item,
      state: item.dataset.state,
      language: item.dataset.language,
      file: item.dataset.file,
      text: item.querySelector('.where').textContent.toLowerCase(),
    })),
  }));
  const all = rules.reduce((sum, rule) => sum + rule.findings.length, 0);

  function filter() {
    const data = new FormData(form);
    const words = data.get('text').toLowerCase().split(/\s+/).filter(Boolean);
    const severities = new Set(data.getAll('severity'));
    const states = new Set(data.getAll('state'));
    const service = data.get('service');
    const language = data.get('language');
    const file = data.get('file');
    let shown = 0;
    for (const rule of rules) {
      const applies = severities.has(rule.severity) && (!service || rule.service === service);
      const open = words.filter(word => !rule.text.includes(word));
      let any = false;
      for (const finding of rule.findings) {
        const matches = applies && states.has(finding.state) && (!language || finding.language === language)
          && (!file || finding.file === file) && open.every(word => finding.text.includes(word));
        finding.item.hidden = !matches;
        any = any || matches;
        shown += matches;
      }
      rule.element.hidden = !any;
    }
    nothing.hidden = shown > 0 || all === 0;
    count.textContent = shown === all ? `${all} findings` : `${shown} of ${all} findings`;
  }

  function openAll(open) {
    for (const rule of rules) {
      if (!rule.element.hidden) {
        rule.element.open = open;
      }
    }
  }

  /** A link to a rule opens it. */
  function openTarget() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.matches('details')) {
      target.open = true;
    }
  }

  form.hidden = all === 0;
  form.addEventListener('input', filter);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(filter));
  document.getElementById('open').addEventListener('click', () => openAll(true));
  document.getElementById('close').addEventListener('click', () => openAll(false));
  document.addEventListener('keydown', event => {
    if (event.key === '/' && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      event.preventDefault();
      form.elements.text.focus();
    }
  });
  addEventListener('hashchange', openTarget);
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = rules.filter(rule => !rule.element.open);
    closed.forEach(rule => { rule.element.open = true; });
  });
  addEventListener('afterprint', () => closed.forEach(rule => { rule.element.open = false; }));
  filter();
  openTarget();
})();
