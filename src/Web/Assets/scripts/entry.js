// Entering a paper form: digits answer and the next item comes by itself, letters give a reason why an answer is missing, Backspace goes back,
// G and a number go to that item. Without this script the same fields work with Tab and the arrow keys.
const form = document.querySelector('form[data-entry]');
if (form) start(form);

function start(form) {
  const items = [...form.querySelectorAll('[data-item]')];
  const save = form.querySelector('button[type="submit"]');
  const date = ['CompletedOn', 'CompletedOn-Month', 'CompletedOn-Year'].map(id => document.getElementById(id));
  let jump = null;

  const fields = item => [...item.querySelectorAll('input, textarea')];
  const entryOf = item => item.querySelector('input:checked') ?? fields(item)[0];
  const itemOf = field => field.closest('[data-item]');

  // A closed gate leaves its items out of the way, and what was keyed in them out of the form.
  function applies(item) {
    if (!item.dataset.gate) return true;
    const [name, values] = item.dataset.gate.split('=');
    const answer = form.querySelector(`[name="${CSS.escape(name)}"]:checked`)?.value ?? '';
    const gate = form.querySelector(`[name="${CSS.escape(name)}"]`)?.closest('[data-item]');
    if (gate && !applies(gate)) return false;
    return !/^\d+$/.test(answer) || values.split(' ').includes(answer);
  }

  function settleGates() {
    for (const item of items.filter(i => i.dataset.gate)) {
      const open = applies(item);
      item.disabled = !open;
      item.classList.toggle('entry-item--closed', !open);
    }
  }

  function show(target) {
    if (!target) return;
    target.focus({ preventScroll: true });
    target.select?.();
    (itemOf(target) ?? target).scrollIntoView({ block: 'center' });
  }

  function step(from, by) {
    for (let i = items.indexOf(from) + by; i >= 0 && i < items.length; i += by) {
      if (!items[i].disabled) return show(entryOf(items[i]));
    }
    show(by > 0 ? save : date[2]);
  }

  function goTo(number) {
    const item = items.find(i => i.dataset.item === number && !i.disabled);
    if (item) show(entryOf(item));
  }

  // Two digits may be one code; it is taken at once where no longer code starts with it.
  function keyed(item, key) {
    const choices = fields(item).filter(f => f.dataset.key);
    const chosen = choices.find(f => f.dataset.key === key.toLowerCase());
    if (!chosen) return false;
    chosen.checked = chosen.type === 'checkbox' ? !chosen.checked : true;
    settleGates();
    if (chosen.type === 'radio') step(item, 1);
    else chosen.focus();
    return true;
  }

  form.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const item = itemOf(event.target);
    const typing = event.target.matches('textarea, input[type="text"], select');
    if (jump !== null) return jumping(event);
    if (event.key === 'Enter' && item && event.target.matches('input')) {
      event.preventDefault();
      step(item, 1);
    } else if (item && !typing) {
      if (event.key === 'Backspace') { event.preventDefault(); step(item, -1); }
      else if (/^g$/i.test(event.key)) { event.preventDefault(); jump = ''; }
      else if (/^[0-9a-z]$/i.test(event.key) && keyed(item, event.key)) event.preventDefault();
    } else if (item && event.key === 'Backspace' && event.target.value === '') {
      event.preventDefault();
      step(item, -1);
    }
  });

  function jumping(event) {
    event.preventDefault();
    if (/^\d$/.test(event.key)) {
      jump += event.key;
      if (items.some(i => i.dataset.item !== jump && i.dataset.item.startsWith(jump))) return;
    } else if (event.key !== 'Enter') {
      jump = null;
      return;
    }
    const number = jump;
    jump = null;
    goTo(number);
  }

  // Day, month and year in one go: 09032016.
  date.forEach((box, i) => box?.addEventListener('input', () => {
    if (box.value.length < (i === 2 ? 4 : 2)) return;
    if (i < 2) show(date[i + 1]);
    else show(entryOf(items.find(item => !item.disabled)));
  }));

  form.addEventListener('change', settleGates);
  settleGates();
  const faulty = form.querySelector('.entry-item--fault');
  if (faulty) show(entryOf(faulty));
  else if (document.querySelector('.govuk-error-summary')) return;
  else show(date.every(box => box?.value) ? entryOf(items[0]) : date[0]);
}
