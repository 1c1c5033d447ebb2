// Passkeys: the server is asked what to sign or to make, the browser and its person answer, and the answer goes with the form. Without this script the form stays hidden.
const isKnown = () => Boolean(window.PublicKeyCredential?.parseCreationOptionsFromJSON && window.PublicKeyCredential.parseRequestOptionsFromJSON);

async function answer(form) {
  const asked = await fetch(form.dataset.passkeyOptions, { method: 'POST', body: new FormData(form), headers: { Accept: 'application/json' } });
  const options = await asked.json();
  if (!asked.ok) throw new Error(options.title);
  const credential = form.dataset.passkey === 'create'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return JSON.stringify(credential);
}

const wordsOf = (fault, form) => (fault instanceof DOMException
  ? fault.name === 'InvalidStateError' ? 'This device has a passkey for your account already.' : 'The passkey was not used. Try again.'
  : form.dataset.passkey === 'create' ? fault.message : 'The passkey was not used. Try again, or sign in with your password.');

export function passkeyForm(form) {
  if (!isKnown()) return;
  const around = form.closest('[data-passkey-known]') ?? form;
  around.hidden = false;
  for (const words of document.querySelectorAll('[data-passkey-unknown]')) words.hidden = true;
  const fault = around.querySelector('[data-passkey-fault]');
  form.addEventListener('submit', async event => {
    event.preventDefault();
    fault.hidden = true;
    const button = form.querySelector('button');
    button.disabled = true;
    try {
      form.elements.Credential.value = await answer(form);
      if (form.elements.Proof) form.elements.Proof.value = '';
      form.submit();
    } catch (why) {
      fault.textContent = wordsOf(why, form);
      fault.hidden = false;
      button.disabled = false;
    }
  });
}
