// Settling by keys: 1 takes the first entry, 2 the second, 3 neither; Enter goes on, Backspace goes back. Without this script the same fields work with Tab and the arrow keys.
export function settleForm(form) {
  const rows = [...form.querySelectorAll('[data-difference]')];
  const save = form.querySelector('button[type="submit"]');
  const choices = row => [...row.querySelectorAll('input[type="radio"]')];
  const fields = row => [...row.querySelectorAll('.settle-third__fields input, .settle-third__fields select')];
  const isThird = row => choices(row).some(c => c.checked && c.dataset.key === '3');

  function showThird(row) {
    row.classList.toggle('settle-row--third', isThird(row));
  }

  function stand(at) {
    const row = rows[at];
    const target = row ? choices(row).find(c => c.checked) ?? choices(row)[0] : at < 0 ? choices(rows[0])[0] : save;
    target.focus({ preventScroll: true });
    (row ?? target).scrollIntoView({ block: 'center' });
  }

  function take(row, key) {
    const chosen = choices(row).find(c => c.dataset.key === key);
    if (!chosen) return false;
    chosen.checked = true;
    showThird(row);
    if (key === '3') fields(row)[0].focus();
    else stand(rows.indexOf(row) + 1);
    return true;
  }

  form.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = event.target.closest('[data-difference]');
    if (!row) {
      if (event.key === 'Backspace' && event.target === save) { event.preventDefault(); stand(rows.length - 1); }
      return;
    }
    const typing = !event.target.matches('input[type="radio"]');
    if (event.key === 'Enter') {
      event.preventDefault();
      const open = isThird(row) ? fields(row) : [];
      const next = open[open.indexOf(event.target) + 1];
      if (next && (typing || open.length)) next.focus();
      else stand(rows.indexOf(row) + 1);
    } else if (!typing && event.key === 'Backspace') {
      event.preventDefault();
      stand(rows.indexOf(row) - 1);
    } else if (!typing && /^[123]$/.test(event.key) && take(row, event.key)) event.preventDefault();
  });

  for (const row of rows) {
    row.addEventListener('change', () => showThird(row));
    showThird(row);
  }
  if (document.querySelector('.govuk-error-summary')) return;
  stand(Math.max(0, rows.findIndex(row => !choices(row).some(c => c.checked))));
}
