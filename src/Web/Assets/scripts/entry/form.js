// Entering one form on its own page: from the date to the items to the button. Without this script the same fields work with Tab and the arrow keys.
import { Items, show } from './items.js';
import { takeKeys } from './keys.js';
import { follow } from './live.js';

export function enterForm(form) {
  const items = new Items(form);
  const save = form.querySelector('button[type="submit"]');
  const date = ['CompletedOn', 'CompletedOn-Month', 'CompletedOn-Year'].map(id => document.getElementById(id)).filter(Boolean);
  const entry = item => item && items.entryOf(item);

  takeKeys(form, items, by => show(by > 0 ? save : date.at(-1)));
  save.addEventListener('keydown', event => {
    if (event.key !== 'Backspace') return;
    event.preventDefault();
    show(entry(items.last()));
  });

  // Day, month and year in one go: 09032016.
  date.forEach((box, i) => box.addEventListener('input', () => {
    if (box.value.length < (i === 2 ? 4 : 2)) return;
    show(i < 2 ? date[i + 1] : entry(items.first()));
  }));

  const [d, m, y] = [0, 1, 2].map(i => () => date[i]?.value.padStart(i === 2 ? 4 : 2, '0') ?? '');
  follow(form, items, () => (/^\d{4}-\d\d-\d\d$/.test(`${y()}-${m()}-${d()}`) && date[2].value ? `${y()}-${m()}-${d()}` : undefined));

  const faulty = form.querySelector('.entry-item--fault');
  if (faulty) show(items.entryOf(faulty));
  else if (document.querySelector('.govuk-error-summary')) return;
  else show(date.every(box => box.value) ? entry(items.first()) : date[0]);
}
