// What was typed, in this browser, for when the server cannot be reached: sealed with a key that the server gives to the signed-in account alone. Without
// WebCrypto (a plain address other than this machine's) nothing is kept here.
const expires = 14 * 24 * 3600 * 1000;
const most = 20;
const text = bytes => btoa(Array.from(bytes, b => String.fromCharCode(b)).join(''));
const bytes = base64 => Uint8Array.from(atob(base64), c => c.charCodeAt(0));

export async function openCopies({ key, tag }) {
  if (!globalThis.crypto?.subtle) return null;
  const seal = await crypto.subtle.importKey('raw', bytes(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
  const prefix = `sos-entry.${tag}.`;
  const names = () => Object.keys(localStorage).filter(name => name.startsWith(prefix));
  const context = name => ({ additionalData: new TextEncoder().encode(name) });

  async function put(draft) {
    const name = prefix + draft.operation;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, ...context(name) }, seal, new TextEncoder().encode(JSON.stringify(draft))));
    if (names().length >= most && localStorage.getItem(name) === null) return;
    try { localStorage.setItem(name, text(new Uint8Array([...iv, ...sealed]))); } catch { /* full: the server's draft stands */ }
  }

  async function all() {
    const drafts = [];
    for (const name of names()) {
      try {
        const content = bytes(localStorage.getItem(name));
        const draft = JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: content.slice(0, 12), ...context(name) }, seal, content.slice(12))));
        if (Date.now() - Date.parse(draft.typedAt) > expires) localStorage.removeItem(name);
        else drafts.push(draft);
      } catch {
        localStorage.removeItem(name); // damaged, or of another study at this address
      }
    }
    return drafts;
  }

  return { put, all, remove: operation => localStorage.removeItem(prefix + operation) };
}
