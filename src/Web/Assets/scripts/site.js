import { Button, CharacterCount, Checkboxes, createAll, ErrorSummary, NotificationBanner, PasswordInput, Radios, ServiceNavigation, SkipLink, Tabs } from 'govuk-frontend';
import { SortableTable } from '@ministryofjustice/frontend';
import accessibleAutocomplete from 'accessible-autocomplete';
import { batchForm } from './entry/batch.js';
import { keepDrafts } from './entry/drafts.js';
import { enterForm } from './entry/form.js';
import { passkeyForm } from './passkeys.js';
import { settleForm } from './settle.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
for (const component of [Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios, ServiceNavigation, SkipLink, Tabs]) createAll(component);
createAll(SortableTable);

// A long list of choices becomes a box that filters as one types; without script it stays a select.
for (const select of document.querySelectorAll('select[data-autocomplete]')) {
  accessibleAutocomplete.enhanceSelectElement({ selectElement: select, defaultValue: select.selectedOptions[0]?.value ? undefined : '', showAllValues: true });
}

// After signing in again, what was typed goes on its way by itself; without script the button does it.
document.querySelector('form[data-send-at-once]')?.requestSubmit();

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// Fields for one kind of answer come and go with the kind that is chosen; without script all of them stand there.
for (const form of document.querySelectorAll('form[data-kind-from]')) {
  const kind = form.querySelector(`[name="${form.dataset.kindFrom}"]`);
  const settle = () => { for (const part of form.querySelectorAll('[data-kinds]')) part.hidden = !part.dataset.kinds.split(' ').includes(kind.value); };
  kind.addEventListener('change', settle);
  settle();
}

for (const form of document.querySelectorAll('form[data-entry]')) enterForm(form);
for (const form of document.querySelectorAll('form[data-batch]')) batchForm(form);
for (const form of document.querySelectorAll('form[data-passkey]')) passkeyForm(form);
for (const form of document.querySelectorAll('form[data-settle]')) settleForm(form);
for (const form of document.querySelectorAll('form[data-entry], form[data-batch]')) keepDrafts(form);
