// What the form's expressions make of the answers so far. The server says; nothing is worked out here, and the same is worked out again when the form is sent.
import { ask } from './server.js';

const pause = 120;

export function follow(form, items, day) {
  const { evaluate, version } = form.querySelector('.entry-form').dataset;
  if (!evaluate) return;
  let [timer, asked] = [0, null];

  async function look() {
    asked?.abort();
    const mine = asked = new AbortController();
    const keyed = {};
    for (const [name, value] of new FormData(form)) if (name.startsWith('answer.') && value !== '') keyed[name.slice(7)] = keyed[name.slice(7)] ? `${keyed[name.slice(7)]} ${value}` : value;
    const body = JSON.stringify({ keyed, version: Number(version), completedOn: day() });
    const answer = await ask(evaluate, { method: 'POST', body, signal: mine.signal, headers: { 'Content-Type': 'application/json' } });
    if (mine === asked && answer.state === 'done') shown(answer.content);
  }

  function shown(look) {
    items.closed = new Set(look.items.filter(i => !i.applies).map(i => i.name));
    for (const { name, offered, value, choices, required, readOnly } of look.items) {
      const note = form.querySelector(`[data-note="${CSS.escape(name)}"]`);
      if (note) note.hidden = !offered;
      const computed = form.querySelector(`[data-computed="${CSS.escape(name)}"]`);
      if (computed && value !== undefined) computed.textContent = value;
      items.hold(name, { required, readOnly });
      if (choices) offer(items.named(name), choices.map(String));
    }
    items.settle();
  }

  function offer(item, choices) {
    for (const field of item?.querySelectorAll('input[data-key]') ?? []) {
      if (/^-?\d+$/.test(field.value)) field.closest('label').hidden = !choices.includes(field.value) && !field.checked;
    }
    for (const option of item?.querySelectorAll('select:not(.entry-why) option') ?? []) if (/^-?\d+$/.test(option.value)) option.hidden = !choices.includes(option.value);
  }

  const soon = () => { clearTimeout(timer); timer = setTimeout(look, pause); };
  form.addEventListener('input', soon);
  form.addEventListener('change', soon);
  look();
}
