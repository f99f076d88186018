'use strict';
// Filters the recommendations of a build's page. The page is whole without it.
document.addEventListener('DOMContentLoaded', () => {
  const form = document.getElementById('plumbline-filters');
  if (!form) {
    return;
  }
  const count = form.querySelector('.plumbline-count');
  const nothing = document.getElementById('plumbline-nothing');
  const rules = Array.from(document.querySelectorAll('#plumbline-rules > .plumbline-rule'), element => ({
    element,
    severity: element.dataset.severity,
    service: element.dataset.service,
    text: (element.dataset.rule + ' ' + element.querySelector('.plumbline-name').textContent + ' '
      + element.querySelector('.plumbline-about').textContent).toLowerCase(),
    findings: Array.from(element.querySelectorAll('.plumbline-findings > li'), item => ({
      item,
      state: item.dataset.state,
      change: item.dataset.change,
      language: item.dataset.language,
      file: item.dataset.file,
      text: item.querySelector('.plumbline-where').textContent.toLowerCase(),
    })),
  }));
  const all = rules.reduce((sum, rule) => sum + rule.findings.length, 0);

  function filter() {
    const data = new FormData(form);
    const words = data.get('text').toLowerCase().split(/\s+/).filter(Boolean);
    const severities = new Set(data.getAll('severity'));
    const states = new Set(data.getAll('state'));
    const fresh = data.has('fresh');
    const service = data.get('service');
    const language = data.get('language');
    const file = data.get('file');
    let shown = 0;
    for (const rule of rules) {
      const applies = severities.has(rule.severity) && (!service || rule.service === service);
      const open = words.filter(word => !rule.text.includes(word));
      let any = false;
      for (const finding of rule.findings) {
        const matches = applies && states.has(finding.state) && (!fresh || finding.change === 'new')
          && (!language || finding.language === language) && (!file || finding.file === file)
          && open.every(word => finding.text.includes(word));
        finding.item.hidden = !matches;
        any = any || matches;
        shown += matches;
      }
      rule.element.hidden = !any;
    }
    nothing.hidden = shown > 0 || all === 0;
    count.textContent = shown === all ? `${all} findings` : `${shown} of ${all} findings`;
  }

  form.hidden = all === 0;
  form.addEventListener('input', filter);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(filter));
  form.addEventListener('click', event => {
    const act = event.target.dataset.act;
    if (act) {
      rules.filter(rule => !rule.element.hidden).forEach(rule => { rule.element.open = act === 'open'; });
    }
  });
  filter();
});
