// <input data-pupil-picker="Form.PupilId" data-pupils-url="/log/pupils"> becomes a box that finds a pupil by three letters; the id
// goes into the hidden field of that name. Without script the same box takes a name, which the server looks up.
import accessibleAutocomplete from 'accessible-autocomplete'

const label = pupil => (typeof pupil === 'string' ? pupil : pupil ? `${pupil.name}${pupil.detail ? `, ${pupil.detail}` : ''}` : '')

const suggestion = pupil => {
  const line = document.createElement('span')
  line.textContent = pupil.name ?? pupil
  if (pupil.detail) {
    const detail = document.createElement('span')
    detail.className = 'detail'
    detail.textContent = ` ${pupil.detail}`
    line.append(detail)
  }
  return line.outerHTML
}

const enhance = input => {
  const hidden = input.form.elements[input.dataset.pupilPicker]
  const host = document.createElement('div')
  let asked

  const source = async (query, show) => {
    asked?.abort()
    asked = new AbortController()
    try {
      const answer = await fetch(`${input.dataset.pupilsUrl}?q=${encodeURIComponent(query)}`, { signal: asked.signal, credentials: 'same-origin', headers: { Accept: 'application/json' } })
      show(answer.ok ? await answer.json() : [])
    } catch {
      show([])
    }
  }

  input.replaceWith(host)
  accessibleAutocomplete({
    element: host,
    id: input.id,
    name: input.name,
    defaultValue: input.value,
    minLength: 2,
    confirmOnBlur: false,
    autoselect: true,
    inputClasses: 'govuk-input',
    placeholder: input.placeholder,
    source,
    templates: { inputValue: label, suggestion },
    tNoResults: () => 'Nobody of that name',
    onConfirm: pupil => {
      if (pupil?.id) {
        hidden.value = pupil.id
        hidden.dispatchEvent(new Event('change', { bubbles: true }))
      }
    }
  })
  const box = host.querySelector('input')
  // Whoever changes the name has not chosen anyone yet.
  box.addEventListener('input', () => { hidden.value = '' })
  for (const name of ['aria-describedby', 'autofocus', 'data-pupil-picker']) {
    if (input.hasAttribute(name) && !box.hasAttribute(name)) {
      box.setAttribute(name, input.getAttribute(name))
    }
  }
  if (input.autofocus) {
    box.focus()
  }
}

for (const input of document.querySelectorAll('[data-pupil-picker][data-pupils-url]')) {
  enhance(input)
}

// Once the pupil is known the form can offer their carers by name. Nothing is lost: it is reloaded only while nothing else is typed.
document.addEventListener('change', event => {
  const hidden = event.target
  const form = hidden.form
  if (hidden.name !== 'Form.PupilId' || !hidden.value || !form?.dataset.draftUrl) {
    return
  }
  const typed = [...form.querySelectorAll('input[type=text], input:not([type]), textarea')]
    .some(field => field.name && !field.name.endsWith('Pupil') && field.value.trim())
  if (!typed) {
    location.assign(`/log?pupil=${encodeURIComponent(hidden.value)}`)
  }
})
