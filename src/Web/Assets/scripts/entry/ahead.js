// Keys that are pressed while the server is asked are kept and pressed again once it has answered: nobody has to wait, and no key is lost.
export class Ahead {
  #kept = [];
  #waiting = 0;

  constructor(form) {
    form.ownerDocument.addEventListener('keydown', event => {
      if (this.#waiting === 0 || event.ctrlKey || event.metaKey || event.altKey || !event.isTrusted) return;
      if (event.key.length > 1 && !['Enter', 'Backspace'].includes(event.key)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      this.#kept.push(event.key);
    }, true);
  }

  async during(work) {
    this.#waiting++;
    try {
      return await work;
    } finally {
      this.#waiting--;
      if (this.#waiting === 0) queueMicrotask(() => this.#press());
    }
  }

  forget() { this.#kept = []; }

  #press() {
    while (this.#waiting === 0 && this.#kept.length > 0) press(document.activeElement, this.#kept.shift());
  }
}

// What the browser itself does not do for a key that a script sends.
function press(target, key) {
  const down = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  if (!target.dispatchEvent(down)) return;
  if (key === 'Enter') return target.matches('button, a') ? target.click() : undefined;
  if (!target.matches('input[type="text"], textarea')) return;
  const [start, end] = [target.selectionStart, target.selectionEnd];
  if (key === 'Backspace') target.setRangeText('', start === end ? Math.max(0, start - 1) : start, end, 'end');
  else target.setRangeText(key, start, end, 'end');
  target.dispatchEvent(new InputEvent('input', { bubbles: true, data: key }));
}
