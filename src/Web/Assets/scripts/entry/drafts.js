// Nothing typed is lost: each change is kept sealed in this browser at once and on the server within a second, until the form is saved. What the server has
// acknowledged is not kept here any longer.
import { openCopies } from './copies.js';
import { fieldsOf, fill } from './fields.js';
import { ask } from './server.js';

const soon = 700;
const again = 5000;

export async function keepDrafts(form) {
  const operation = form.querySelector('[name="operation"]');
  const token = form.querySelector('[name="__RequestVerificationToken"]').value;
  const told = form.querySelector('.govuk-button-group').insertAdjacentElement('afterend', Object.assign(document.createElement('p'), { className: 'draft-kept' }));
  told.setAttribute('role', 'status');
  form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'kept', value: 'true' }));

  let [copies, draft, timer, sent, onItsWay, troubled] = [null, null, 0, '', Promise.resolve(), false];
  const address = () => {
    const here = new URL(location.href);
    here.searchParams.delete('draft');
    const version = form.querySelector('[name="Paper.Version"]'); // what was typed means what this version says
    if (version) here.searchParams.set('Paper.Version', version.value);
    return here.pathname + here.search;
  };

  form.addEventListener('input', typed);
  form.addEventListener('change', typed);
  form.addEventListener('entry:saved', event => stop(event.detail));
  form.addEventListener('submit', () => clearTimeout(timer));
  addEventListener('online', () => draft && push());
  addEventListener('pagehide', () => { if (draft && sent !== draft.typedAt) push({ keepalive: true }); });

  const opened = ask('/entry/key').then(async answer => { if (answer.state === 'done') copies = await openCopies(answer.content); });
  form.draftsReady = opened.then(() => Promise.all([flush(), restore()]));

  function typed() {
    const fields = fieldsOf(form);
    draft = { operation: operation.value, href: address(), title: titleOf(fields), fields, typedAt: new Date().toISOString() };
    opened.then(() => draft && copies?.put(draft));
    clearTimeout(timer);
    timer = setTimeout(push, soon);
  }

  const titleOf = fields => [document.title.split(' - ')[0].replace(/^Error: /, ''), fields.find(f => f.name === 'Paper.Id')?.value.toUpperCase()].filter(Boolean).join(', ');

  const put = (kept, options) => ask(`/entry/drafts/${encodeURIComponent(kept.operation)}`, {
    method: 'PUT', body: JSON.stringify(kept), headers: { 'Content-Type': 'application/json', RequestVerificationToken: token }, ...options,
  });

  async function push(options) {
    clearTimeout(timer);
    const mine = draft;
    if (!mine) return;
    const sending = put(mine, options);
    onItsWay = sending;
    const answer = await sending;
    if (draft !== mine) return;
    if (answer.state === 'done') {
      sent = mine.typedAt;
      copies?.remove(mine.operation);
      if (troubled) told.textContent = ''; // that something typed before is here again stays said until it is saved
      troubled = false;
    } else {
      troubled = true;
      told.textContent = answer.state === 'signed-out' ? 'You are signed out. What you type is kept on this machine; ' : 'The server does not answer. What you type is kept on this machine.';
      if (answer.state === 'signed-out') told.append(Object.assign(document.createElement('a'), { href: '/sign-in', target: '_blank', className: 'govuk-link', textContent: 'sign in again' }));
      timer = setTimeout(push, again);
    }
  }

  async function stop(saved) {
    clearTimeout(timer);
    draft = null;
    told.textContent = '';
    await onItsWay;
    await opened;
    copies?.remove(saved);
  }

  // What this browser still holds goes to the server, which offers it from then on.
  async function flush() {
    const held = await copies?.all() ?? [];
    const taken = await Promise.all(held.map(async copy => {
      const answer = await put(copy);
      if (answer.state === 'done' || answer.state === 'refused') copies.remove(copy.operation);
      return answer.state === 'done';
    }));
    if (taken.some(Boolean) && !new URL(location.href).searchParams.has('draft')) await offer();
  }

  // The page stays: somebody may be typing already.
  async function offer() {
    const page = await ask(location.href);
    const offers = page.state === 'done' && new DOMParser().parseFromString(page.content, 'text/html').querySelector('[data-offers]');
    if (!offers) return;
    document.querySelector('[data-offers]')?.remove();
    form.before(offers);
  }

  async function restore() {
    const wanted = new URL(location.href).searchParams.get('draft');
    if (!wanted) return;
    const answer = await ask(`/entry/drafts/${encodeURIComponent(wanted)}`);
    if (answer.state !== 'done') { told.textContent = 'That form was saved or thrown away meanwhile.'; return; }
    operation.value = wanted;
    const offer = new CustomEvent('entry:restore', { detail: answer.content.fields, cancelable: true });
    if (form.dispatchEvent(offer)) fill(form, answer.content.fields);
    document.querySelector('[data-offers]')?.remove();
    told.textContent = 'What you typed is here again. It is not saved yet.';
  }
}
