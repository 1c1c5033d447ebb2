// A form's fields as names and values, and back again.
const left = /^(operation|kept|step|__RequestVerificationToken)$/;

export const fieldsOf = form => [...new FormData(form)].filter(([name, value]) => !left.test(name) && typeof value === 'string' && value !== '').map(([name, value]) => ({ name, value }));

export function fill(form, fields) {
  const seen = new Map();
  for (const field of form.elements) {
    if (!field.name || left.test(field.name) || field.type === 'hidden') continue;
    const kept = fields.filter(f => f.name === field.name).map(f => f.value);
    if (field.type === 'radio' || field.type === 'checkbox') field.checked = kept.includes(field.value);
    else if (field.matches('select')) for (const option of field.options) option.selected = kept.includes(option.value) || (kept.length === 0 && option.value === '');
    else {
      const at = seen.get(field.name) ?? 0;
      const words = kept.filter(v => !field.parentElement?.querySelector(`.entry-why option[value="${CSS.escape(v)}"]`));
      field.value = words[at] ?? '';
      seen.set(field.name, at + 1);
    }
  }
  for (const again of form.querySelectorAll('details.entry-again')) again.open ||= [...again.querySelectorAll('input, textarea')].some(f => (f.type === 'radio' || f.type === 'checkbox' ? f.checked : f.value !== ''));
  form.dispatchEvent(new Event('change', { bubbles: true }));
}
