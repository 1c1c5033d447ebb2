// What keys do among the items: digits answer and the next item comes by itself, letters say why there is no answer, Backspace goes back, G and a number go
// to that item, Enter goes on. `leave(by)` is called where there is no further item in that direction.
import { Items, show } from './items.js';

const longestPause = 900; // between the digits of one code

export function takeKeys(form, items, leave) {
  let jump = null;
  let begun = { item: null, digits: '', at: 0 };

  const step = (item, by) => {
    const next = items.after(item, by);
    if (next) show(items.entryOf(next));
    else leave(by);
  };

  function keyed(item, key) {
    const choices = items.fields(item).filter(f => f.dataset.key);
    const goesOn = begun.item === item && performance.now() - begun.at < longestPause;
    const digits = /\d/.test(key) ? (goesOn ? begun.digits : '') + key : key.toLowerCase();
    const chosen = choices.find(f => f.dataset.key === digits) ?? choices.find(f => f.dataset.key === key.toLowerCase());
    const mayGoOn = /\d/.test(key) && choices.some(f => f.dataset.key !== digits && f.dataset.key.startsWith(digits));
    begun = mayGoOn ? { item, digits, at: performance.now() } : { item: null, digits: '', at: 0 };
    if (!chosen) return mayGoOn;
    if (goesOn && chosen.type === 'checkbox') toggle(choices.find(f => f.dataset.key === digits.slice(0, -1)));
    toggle(chosen);
    if (chosen.type === 'checkbox') keepApart(choices, chosen);
    chosen.dispatchEvent(new Event('change', { bubbles: true }));
    if (chosen.type === 'radio' && !mayGoOn) step(item, 1);
    else show(chosen);
    return true;
  }

  const toggle = field => { if (field) field.checked = field.type === 'checkbox' ? !field.checked : true; };

  // A reason why there is no answer, and answers, leave no room for one another.
  function keepApart(choices, chosen) {
    const isReason = f => !/^-?\d+$/.test(f.value);
    if (chosen.checked) for (const f of choices) if (f !== chosen && (isReason(chosen) || isReason(f))) f.checked = false;
  }

  function reason(item, key) {
    const why = item.querySelector('.entry-why');
    const option = [...why?.options ?? []].find(o => o.dataset.key === key.toLowerCase());
    if (!option) return false;
    why.value = option.value;
    why.dispatchEvent(new Event('change', { bubbles: true }));
    step(item, 1);
    return true;
  }

  function jumping(event) {
    event.preventDefault();
    if (/^\d$/.test(event.key)) {
      jump += event.key;
      if (items.hasNumber(jump)) return;
    } else if (event.key !== 'Enter') {
      jump = null;
      return;
    }
    const item = items.numbered(jump);
    jump = null;
    if (item) show(items.entryOf(item));
  }

  form.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const item = Items.of(event.target);
    if (jump !== null) return jumping(event);
    if (!item) return;
    const { target, key } = event;
    const handled = () => event.preventDefault();
    if (target.matches('textarea')) {
      if (key === 'Backspace' && target.value === '') { handled(); step(item, -1); }
    } else if (key === 'Enter' && target.matches('input, select')) {
      handled();
      step(item, 1);
    } else if (target.matches('input[type="radio"], input[type="checkbox"]')) {
      if (key === 'Backspace') { handled(); step(item, -1); }
      else if (/^g$/i.test(key)) { handled(); jump = ''; }
      else if (/^[0-9a-z]$/i.test(key) && keyed(item, key)) handled();
    } else if (target.matches('input') && target.value === '') {
      if (key === 'Backspace') { handled(); step(item, -1); }
      else if (/^g$/i.test(key)) { handled(); jump = ''; }
      else if (/^[a-z]$/i.test(key) && reason(item, key)) handled();
    }
  });

  // What is typed takes the place of a reason.
  form.addEventListener('input', event => {
    const why = Items.of(event.target)?.querySelector('.entry-why');
    if (why && event.target !== why && event.target.value !== '') why.value = '';
  });
}
