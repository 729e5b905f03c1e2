// <form data-swap="row-17"> sends itself by fetch and puts the element of that id from the answer in place of the one on the page.
// A redirect, an answer without the element or no connection falls back to sending the form as a form.
import { post } from './wait.js'

const sent = new WeakSet()

const swap = async (form, submitter, enhance) => {
  const id = form.dataset.swap
  const answer = await post(form.action, new FormData(form, submitter)).catch(() => null)
  const text = answer && (answer.ok || answer.status === 400) ? await answer.text() : ''
  const page = new DOMParser().parseFromString(text, 'text/html')
  // Stopped before sharing: the whole page asks why.
  const fresh = page.getElementById('stopped') ? null : page.getElementById(id)
  const old = document.getElementById(id)
  if (!fresh || !old) {
    sent.add(form)
    form.requestSubmit(submitter)
    return
  }
  old.replaceWith(fresh)
  enhance(fresh.parentElement)
  const next = fresh.querySelector('[autofocus], .govuk-error-message') ?? fresh
  next.tabIndex = next.tabIndex < 0 ? -1 : next.tabIndex
  next.focus()
}

export const swaps = enhance => document.addEventListener('submit', event => {
  const form = event.target
  if (!event.defaultPrevented && form.matches('form[data-swap]') && form.method === 'post' && !sent.has(form)) {
    event.preventDefault()
    swap(form, event.submitter, enhance)
  }
})
