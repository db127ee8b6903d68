/**
 * Passkeys, in the browser's own JSON form: no library. Buttons show themselves only where they can work.
 * Endpoints are better-auth's; their answers are handed to the browser as they are.
 */
const at = '/api/auth/passkey/';

async function ask(path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(
    at + path,
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  );
  if (!response.ok) throw new Error(`passkey: ${response.status}`);
  return response.json();
}

async function signIn(): Promise<void> {
  const options = (await ask('generate-authenticate-options')) as PublicKeyCredentialRequestOptionsJSON;
  const found = await navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
  });
  await ask('verify-authentication', { response: (found as PublicKeyCredential).toJSON() });
}

async function add(): Promise<void> {
  const options = (await ask('generate-register-options')) as PublicKeyCredentialCreationOptionsJSON;
  const made = await navigator.credentials.create({
    publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
  });
  await ask('verify-registration', { response: (made as PublicKeyCredential).toJSON() });
}

const able =
  window.isSecureContext &&
  typeof PublicKeyCredential !== 'undefined' &&
  typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function';

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-passkey]')) {
  button.hidden = !able;
  button.addEventListener('click', async () => {
    const say = document.querySelector('[data-passkey-say]');
    if (say !== null) say.textContent = '';
    button.disabled = true;
    try {
      await (button.dataset.passkey === 'add' ? add() : signIn());
      location.assign(button.dataset.then ?? '/formateur');
    } catch {
      // Refused, cancelled, unknown: for the person it is the same, and the password remains.
      if (say !== null) say.textContent = button.dataset.failed ?? '';
      button.disabled = false;
    }
  });
}
