// The items of a form as a person keys them: which come, what a key means in one, how to get from one to the next.
const writable = 'input:not([type="hidden"]), textarea, select:not(.entry-why)';

export class Items {
  constructor(form) {
    this.form = form;
    this.all = [...form.querySelectorAll('[data-item]')];
    this.keyed = this.all.filter(item => !item.dataset.fixed);
    this.closed = new Set(); // by expressions, as the server says
    form.addEventListener('change', () => this.settle());
    this.settle();
  }

  static of = field => field.closest?.('[data-item]');

  fields = item => [...item.querySelectorAll(writable)];

  entryOf = item => item.querySelector('input:checked') ?? this.fields(item)[0];

  isOpen = item => !item.inert && !item.dataset.held && item.closest('details:not([open])') === null;

  open = () => this.keyed.filter(this.isOpen);

  first = () => this.open()[0];

  last = () => this.open().at(-1);

  named = name => this.all.find(item => item.dataset.name === name);

  isAnswered = item => this.fields(item).some(f => (f.type === 'radio' || f.type === 'checkbox' ? f.checked : f.value.trim() !== ''))
    || item.querySelector('.entry-why')?.value > '';

  // A closed gate leaves its items out of the way; what was keyed in them is sent all the same, and the server sets it aside and says so.
  settle() {
    for (const item of this.all) {
      const open = this.#gateIsOpen(item) && !this.closed.has(item.dataset.name);
      item.classList.toggle('entry-item--aside', !open && this.isAnswered(item));
      if (item.inert !== open) continue;
      item.inert = !open;
      item.classList.toggle('entry-item--closed', !open);
    }
    for (const part of this.form.querySelectorAll('[data-part]')) {
      const items = [...part.querySelectorAll('[data-item]')];
      part.classList.toggle('entry-part--closed', items.length > 0 && items.every(i => i.inert));
    }
  }

  // What other answers ask of an item: that it be answered, or that it be left as it is.
  hold(name, { required = false, readOnly = false }) {
    const item = this.named(name);
    if (!item || item.dataset.fixed) return;
    if (readOnly) item.dataset.held = 'true';
    else delete item.dataset.held;
    item.querySelector('.entry-item__answer').inert = readOnly;
    const mark = item.querySelector('[data-required]');
    if (mark) mark.hidden = !required;
  }

  #gateIsOpen(item) {
    if (!item.dataset.gate) return true;
    const [name, values] = item.dataset.gate.split('=');
    const gate = this.form.querySelector(`[name="${CSS.escape(name)}"]`)?.closest('[data-item]');
    if (gate && !this.#gateIsOpen(gate)) return false;
    const answers = [...this.form.querySelectorAll(`[name="${CSS.escape(name)}"]:checked`)].map(f => f.value).filter(v => /^-?\d+$/.test(v));
    return answers.length === 0 || answers.some(a => values.split(' ').includes(a));
  }

  // The next open item from here, or nothing past the last.
  after(item, by = 1) {
    const at = this.keyed.indexOf(item);
    for (let i = at + by; i >= 0 && i < this.keyed.length; i += by) if (this.isOpen(this.keyed[i])) return this.keyed[i];
    return null;
  }

  numbered = number => this.keyed.find(item => item.dataset.item === number && this.isOpen(item));

  hasNumber = prefix => this.keyed.some(item => item.dataset.item !== prefix && item.dataset.item.startsWith(prefix));

  clear() {
    for (const item of this.all) {
      item.classList.remove('entry-item--fault');
      item.querySelector('.govuk-error-message')?.remove();
      for (const f of item.querySelectorAll('input, textarea, select')) f.type === 'radio' || f.type === 'checkbox' ? (f.checked = f.defaultChecked) : (f.value = f.defaultValue ?? '');
    }
    this.closed.clear();
    this.settle();
  }
}

export function show(target) {
  if (!target) return;
  target.focus({ preventScroll: true });
  target.select?.();
  (Items.of(target) ?? target).scrollIntoView({ block: 'nearest' });
}
