// Paper forms one after another: the id, the day, who answered, the answers, saved; and the next. The page never goes away; the server says what an id leads
// to, what a day means and what is wrong, and nothing is cleared before it has acknowledged the form.
import { Ahead } from './ahead.js';
import { isDate, isoOf, isWhole } from './dates.js';
import { clearFaults, showFaults } from './faults.js';
import { fill } from './fields.js';
import { Items, show } from './items.js';
import { takeKeys } from './keys.js';
import { follow } from './live.js';
import { ask, wordsOf } from './server.js';

export function batchForm(form) {
  const one = selector => form.querySelector(selector);
  const [id, found, on, notices, status, save] = ['#Paper-Id', '[data-found]', '#Paper-On', '[data-notices]', '[data-status]', '.govuk-button-group button'].map(one);
  const [recent, count, operation, leaveOut] = [document.querySelector('[data-recent]'), document.querySelector('[data-count]'), one('[name="operation"]'), one('#Paper-LeaveOut')];
  const items = new Items(form);
  const ahead = new Ahead(form);
  const say = words => { status.textContent = words; };
  const unsaved = save.closest('.govuk-button-group').insertAdjacentElement('beforebegin', Object.assign(document.createElement('p'), { className: 'batch-unsaved', hidden: true }));
  const state = () => found.firstElementChild?.dataset.state;
  const shown = () => found.firstElementChild?.dataset ?? {};
  const informants = () => [...found.querySelectorAll('[data-informants] input')];
  const version = one('[name="Paper.Version"]').value; // what the page shows; another may come into force meanwhile
  let checks = 0;

  found.setAttribute('aria-live', 'polite');
  form.classList.add('batch--script');
  offerDates();
  ready(state() === 'ready');
  if (form.querySelector('.govuk-error-message')) show(form.querySelector('.govuk-form-group--error input, .entry-item--fault input') ?? id);
  else if (id.value && state()) after();
  else show(id);

  // ---- the id
  function ready(yes) {
    for (const part of form.querySelectorAll('[data-when-ready]')) {
      part.hidden = false;
      part.inert = !yes;
      part.classList.toggle('batch-wait', !yes);
    }
    save.disabled = !yes;
  }

  function forget() {
    unsaved.hidden = true;
    if (!found.firstElementChild) return;
    found.replaceChildren();
    notices.replaceChildren();
    ready(false);
  }

  async function find(sure) {
    const text = id.value.trim();
    if (!text) return;
    clearFaults(form);
    const query = new URLSearchParams({ 'Paper.Id': text, 'Paper.Sure': sure ? 'true' : 'false', 'Paper.Version': version });
    const answer = await ahead.during((async () => {
      const got = await ask(address(found.dataset.href, query));
      if (id.value.trim() !== text) return null;
      if (got.state !== 'done') { ahead.forget(); say(wordsOf(got)); return null; }
      say('');
      found.innerHTML = got.content;
      after();
      return got;
    })());
    return answer;
  }

  function after() {
    const at = state();
    ready(at === 'ready');
    offerDates();
    if (at === 'choose') return show(found.querySelector('input[type="radio"]'));
    if (at === 'second') return show(found.querySelector('[data-second]'));
    if (at === 'ready') return show(on);
    show(id); // nothing to key: what is typed next takes its place
  }

  const address = (handler, query) => {
    const to = new URL(form.action || location.href);
    to.search = `${to.search ? `${to.search}&` : '?'}${handler.slice(1)}&${query}`;
    return to;
  };

  const isIdSoFar = text => /^[0-9a-z]{7}$/i.test(text) || /^[0-9a-z]{7}-[cpr]\d{1,2}[0-9a-z]$/i.test(text);

  id.addEventListener('input', () => {
    forget();
    if (isIdSoFar(id.value.trim())) find(false);
  });

  // A scanner goes on after the part that was an id already.
  function goesOn(event) {
    if (!/^[-.]$/.test(event.key) || !isIdSoFar(id.value.trim()) || on.value !== '') return false;
    event.preventDefault();
    id.value += event.key;
    forget();
    id.focus();
    id.setSelectionRange(id.value.length, id.value.length);
    return true;
  }

  // ---- the day and who answered
  function offerDates() {
    const keys = [on.dataset.lastWords && `= same as the last form, ${on.dataset.lastWords}`, shown().visitWords && `V the interview's, ${shown().visitWords}`].filter(Boolean);
    one('[data-date-keys]').textContent = keys.length > 0 ? `. ${keys.join('. ')}` : '';
  }

  function dated(value) {
    on.value = value;
    onward();
  }

  function onward() {
    clearFaults(form);
    if (!isDate(on.value)) return showFaults(form, [{ field: 'Paper.On', sentence: 'That is not a real date. Type day, month and year, such as 4/3/16 or 040316.' }]);
    check();
    const choice = informants();
    if (choice.length > 0 && !choice.some(c => c.checked)) show(choice[0]);
    else show(items.entryOf(items.first()));
  }

  async function check() {
    const mine = ++checks;
    const fields = new FormData(form);
    const query = new URLSearchParams(['Paper.About', 'Paper.On', 'Paper.Respondent', 'Paper.Sure'].map(name => [name, fields.get(name) ?? '']).filter(([, v]) => v !== ''));
    query.set('Paper.Sure', 'true');
    query.set('Paper.Version', version);
    const got = await ask(address(notices.dataset.href, query));
    if (mine !== checks || got.state !== 'done') return;
    const reason = one('[name="Paper.Reason"]')?.value;
    notices.innerHTML = got.content;
    if (reason && one('[name="Paper.Reason"]')) one('[name="Paper.Reason"]').value = reason;
  }

  on.addEventListener('input', () => { if (isWhole(on.value)) onward(); });

  form.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, target } = event;
    if (key === 'Escape') { event.preventDefault(); return show(id); }
    if (target === id) {
      if (key === 'Enter') { event.preventDefault(); find(false); }
      else if (/^[-.]$/.test(key)) id.setSelectionRange(id.value.length, id.value.length);
    } else if (target === on) {
      if (goesOn(event)) return;
      if (key === 'Enter') { event.preventDefault(); onward(); }
      else if (key === '=' && on.dataset.last) { event.preventDefault(); dated(on.dataset.last); }
      else if (/^v$/i.test(key) && shown().visit) { event.preventDefault(); dated(shown().visit); }
      else if (key === 'Backspace' && on.value === '') { event.preventDefault(); show(id); }
    } else if (target.matches('[data-pick] input, [data-informants] input, [data-second]')) {
      if (goesOn(event)) return;
      choose(event, target);
    } else if (target === save && key === 'Backspace') {
      event.preventDefault();
      show(items.entryOf(items.last()));
    }
  });

  function choose(event, target) {
    const group = [...target.closest('fieldset')?.querySelectorAll('input[type="radio"]') ?? []];
    const chosen = event.key === 'Enter' ? group.find(c => c.checked) ?? (target.matches('input') ? null : undefined) : group.find(c => c.dataset.key === event.key);
    if (event.key === 'Backspace') { event.preventDefault(); return show(target.closest('[data-informants]') ? on : id); }
    if (event.key === 'Enter' && target.matches('input')) event.preventDefault();
    if (!chosen) return;
    event.preventDefault();
    chosen.checked = true;
    chosen.dispatchEvent(new Event('change', { bubbles: true }));
  }

  found.addEventListener('change', event => {
    if (event.target.matches('[data-pick] input')) { id.value = event.target.value; find(true); }
    else if (event.target.matches('[data-informants] input')) { check(); show(on.value ? items.entryOf(items.first()) : on); }
  });

  found.addEventListener('click', event => {
    if (!event.target.matches('[data-second]')) return;
    found.firstElementChild.dataset.state = 'ready';
    event.target.closest('p').textContent = 'What you key now is the second entry.';
    after();
  });

  // ---- the items
  takeKeys(form, items, by => show(by > 0 ? save : informants()[0] ?? on));

  follow(form, items, () => isoOf(on.value));

  // ---- what was typed before
  form.addEventListener('entry:restore', async event => {
    event.preventDefault();
    id.value = event.detail.find(f => f.name === 'Paper.Id')?.value ?? '';
    await find(true);
    if (state() === 'second') found.querySelector('[data-second]').click();
    fill(form, event.detail);
    if (state() !== 'ready') return;
    if (!on.value) return show(on);
    await check();
    fill(form, event.detail); // a reason that it asks for
    show(items.entryOf(items.open().find(i => !items.isAnswered(i)) ?? items.last()));
  });

  // ---- saving
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (!save.disabled) send();
  });

  async function send() {
    say('Saving');
    save.disabled = true;
    await ahead.during((async () => {
      const answer = await ask(form.action || location.href, { method: 'POST', body: new FormData(form) });
      save.disabled = false;
      if (answer.state === 'done') return saved(answer.content);
      ahead.forget();
      say(wordsOf(answer));
      if (answer.state !== 'refused' || !refused(answer.problem)) stay(wordsOf(answer));
      form.dispatchEvent(new CustomEvent('entry:not-saved', { detail: answer.state }));
    })());
  }

  function refused(problem) {
    const leftOut = problem?.code === 'form.left-out';
    one('[data-leave-out]').hidden = !leftOut;
    const first = showFaults(form, problem?.faults ?? []);
    unsaved.hidden = true;
    if (leftOut) show(leaveOut);
    else if (first) show(first.matches('[data-item]') ? items.entryOf(first) : first.querySelector('input'));
    return leftOut || first;
  }

  // What no field is at fault for is said beside the button too: the line that a screen reader hears may be out of sight.
  function stay(words) {
    Object.assign(unsaved, { textContent: words, hidden: false });
    show(save);
  }

  function saved(line) {
    const operationWas = operation.value;
    recent.insertAdjacentHTML('afterbegin', line);
    const { operation: next, words, on: day, onWords } = recent.firstElementChild.dataset;
    [...recent.children].slice(10).forEach(old => old.remove());
    document.querySelector('[data-none]').hidden = true;
    count.textContent = Number(count.textContent) + 1;
    clearFaults(form);
    unsaved.hidden = true;
    items.clear();
    operation.value = next;
    id.value = on.value = '';
    leaveOut.checked = false;
    one('[data-leave-out]').hidden = true;
    Object.assign(on.dataset, { last: day, lastWords: onWords });
    forget();
    offerDates();
    say(words.trim());
    show(id);
    form.dispatchEvent(new CustomEvent('entry:saved', { detail: operationWas }));
  }
}
