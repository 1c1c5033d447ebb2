// Puts a refusal's sentences at their fields, and takes them away again.
import { Items } from './items.js';

const fieldOf = (form, name) => form.querySelector(`[data-field="${CSS.escape(name)}"]`) ?? Items.of(form.querySelector(`[name="${CSS.escape(name)}"]`) ?? form);

export function showFaults(form, faults) {
  clearFaults(form);
  let first = null;
  for (const { field, sentence } of faults) {
    const at = fieldOf(form, field);
    if (!at) continue;
    const words = Object.assign(document.createElement('p'), { className: 'govuk-error-message', textContent: sentence });
    words.dataset.fault = '';
    words.id = `fault-${field.replaceAll('.', '-')}`;
    if (Items.of(at)) at.querySelector('.entry-item__answer').prepend(words);
    else at.prepend(words);
    at.classList.add(Items.of(at) ? 'entry-item--fault' : 'govuk-form-group--error');
    at.querySelector('input, textarea, select')?.setAttribute('aria-describedby', words.id);
    first ??= at;
  }
  return first;
}

export function clearFaults(form) {
  for (const words of form.querySelectorAll('.govuk-error-message')) words.remove();
  for (const at of form.querySelectorAll('.entry-item--fault')) at.classList.remove('entry-item--fault');
  for (const at of form.querySelectorAll('.govuk-form-group--error')) at.classList.remove('govuk-form-group--error');
}
