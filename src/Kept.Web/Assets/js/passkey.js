// <div data-passkey="get|create" data-options="/where"> holds a form with a field called Credential. The browser is asked for a passkey,
// its answer goes into that field, and the form is sent as any form is. Where there are no passkeys, the part stays hidden.
// data-failed and data-already say in another language than English what went wrong.
import { post } from './wait.js'

const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0))

const text = buffer => buffer && btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

const named = list => list?.map(one => ({ ...one, id: bytes(one.id) }))

const asked = options => ({
  ...options,
  challenge: bytes(options.challenge),
  ...options.user && { user: { ...options.user, id: bytes(options.user.id) } },
  allowCredentials: named(options.allowCredentials),
  excludeCredentials: named(options.excludeCredentials)
})

// Written out, since some password managers answer without toJSON.
const answer = ({ id, rawId, type, authenticatorAttachment, response, getClientExtensionResults }, credential) => JSON.stringify({
  id,
  rawId: text(rawId),
  type,
  authenticatorAttachment,
  clientExtensionResults: getClientExtensionResults.call(credential),
  response: {
    clientDataJSON: text(response.clientDataJSON),
    attestationObject: text(response.attestationObject),
    authenticatorData: text(response.authenticatorData ?? response.getAuthenticatorData?.()),
    signature: text(response.signature),
    userHandle: text(response.userHandle),
    transports: response.getTransports?.()
  }
})

const ask = async (part, form) => {
  const options = await post(part.dataset.options, new FormData(form))
  if (!options.ok) {
    throw new Error('no options')
  }
  const publicKey = asked(await options.json())
  const credential = await navigator.credentials[part.dataset.passkey]({ publicKey })
  form.elements.Credential.value = answer(credential, credential)
}

for (const part of window.PublicKeyCredential ? document.querySelectorAll('[data-passkey]') : []) {
  const form = part.querySelector('form')
  const status = part.querySelector('[data-passkey-status]')
  part.hidden = false
  form.addEventListener('submit', async event => {
    if (form.elements.Credential.value) {
      return
    }
    event.preventDefault()
    status.textContent = ''
    try {
      await ask(part, form)
      form.submit()
    } catch (trouble) {
      status.textContent = trouble.name === 'InvalidStateError'
        ? part.dataset.already ?? 'This device has a passkey for Kept already.'
        : part.dataset.failed ?? 'The passkey was not used. Try again, or choose another way.'
    }
  })
}
