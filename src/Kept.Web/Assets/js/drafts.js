// <form data-draft-url="/log/draft"> keeps what is typed: on the server while there is a connection, in this tab while there is none.
import { after, post } from './wait.js'

const kept = new WeakSet()

const say = (form, text, trouble = false, link = null) => {
  const place = form.querySelector('[data-draft-status]') ?? document.querySelector('[data-draft-status]')
  if (place) {
    place.textContent = text
    place.classList.toggle('trouble', trouble)
    if (link) {
      place.append(' ', Object.assign(document.createElement('a'), { href: link, target: '_blank', rel: 'noopener', textContent: 'Sign in (opens in a new tab)' }))
    }
  }
}

const ago = ms => {
  const seconds = Math.round(ms / 1000)
  if (seconds < 10) return 'Draft saved just now'
  if (seconds < 60) return `Draft saved ${Math.floor(seconds / 10) * 10} seconds ago`
  const minutes = Math.floor(seconds / 60)
  return `Draft saved ${minutes} minute${minutes === 1 ? '' : 's'} ago`
}

// Never the token, a password or a file.
const typed = form => [...new FormData(form)].filter(([name, value]) =>
  typeof value === 'string' && !name.startsWith('__') && form.elements[name]?.type !== 'password')

const restore = (form, entries) => {
  const values = new Map()
  for (const [name, value] of entries) {
    values.set(name, [...(values.get(name) ?? []), value])
  }
  for (const field of form.elements) {
    if (!field.name || field.name.startsWith('__') || ['file', 'password', 'submit', 'button'].includes(field.type)) continue
    if (field.type === 'checkbox' || (field.type === 'radio' && values.has(field.name))) {
      field.checked = values.get(field.name)?.includes(field.value) ?? false
    } else if (field.type === 'radio') {
      continue
    } else if (values.has(field.name)) {
      field.value = values.get(field.name).shift() ?? field.value
    }
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

const keep = form => {
  const place = `kept-draft:${location.pathname}:${form.dataset.draftUrl}`
  let savedAt = null
  let busy = null
  // Typed and not on the server yet.
  let waits = false
  // On its way to be kept: a draft saved now would come back as something not kept.
  let sent = false
  const holdHere = () => sessionStorage.setItem(place, JSON.stringify(typed(form)))
  const offline = () => say(form, 'No connection. What you typed is still here', true)

  const save = async () => {
    if (sent) return
    if (busy) return later()
    busy = new AbortController()
    waits = false
    try {
      const answer = await post(form.dataset.draftUrl, new FormData(form), { signal: busy.signal })
      // Signed out shows as 401, or as a redirect to the sign-in page.
      if (answer.status === 401 || answer.type === 'opaqueredirect') {
        holdHere()
        say(form, 'You have been signed out. Sign in in another tab, then carry on: nothing is lost.', true, '/sign-in')
      } else if (answer.ok) {
        savedAt = Date.now()
        sessionStorage.removeItem(place)
        say(form, ago(0))
      } else {
        holdHere()
        say(form, answer.status === 409 ? 'This has changed elsewhere, so the draft was not saved. What you typed is still here' : 'The draft was not saved. What you typed is still here', true)
      }
    } catch {
      if (!sent) {
        holdHere()
        offline()
      }
    } finally {
      busy = null
    }
  }
  const later = after(1200, save)

  const held = sessionStorage.getItem(place) ?? unanswered(place)
  if (held) {
    restore(form, JSON.parse(held))
    say(form, 'What you typed before is back')
    later()
  }

  const changed = event => {
    if (!event.isTrusted) return
    sent = false
    waits = true
    later()
  }
  form.addEventListener('input', changed)
  form.addEventListener('change', changed)
  addEventListener('online', () => { if (sessionStorage.getItem(place)) save() })
  addEventListener('offline', () => { holdHere(); offline() })
  setInterval(() => { if (savedAt && !busy && !form.querySelector('.trouble')) say(form, ago(Date.now() - savedAt)) }, 10_000)

  // Left by a link, or by another form: the last words go out with the page.
  addEventListener('pagehide', () => {
    if (waits && !sent) post(form.dataset.draftUrl, new FormData(form), { keepalive: true }).catch(() => {})
  })

  // One form may hold several buttons: Enter presses the one beside the field.
  form.addEventListener('keydown', event => {
    const beside = event.key === 'Enter' && !event.isComposing && event.target.matches('input') ? event.target.closest('[data-enter], details.act') : null
    const button = [...beside?.querySelectorAll('button[formaction]') ?? []].at(-1)
    if (button) {
      event.preventDefault()
      button.click()
    }
  })

  form.addEventListener('submit', event => {
    if (!navigator.onLine) {
      event.preventDefault()
      holdHere()
      say(form, 'No connection, so this is not kept yet. What you typed is still here: try again when you are back online', true)
    } else {
      sent = true
      // What was typed goes along with what is sent: a draft of it that comes in afterwards would bring back what is kept by then.
      busy?.abort()
      sessionStorage.removeItem(place)
      sessionStorage.setItem(`${place}:sent`, JSON.stringify(typed(form)))
    }
  })
}

// A form that was sent but never answered (the connection went in between) comes back when its writer does. Any page that loads is an
// answer, so what it leaves behind is let go.
const unanswered = place => {
  const back = performance.getEntriesByType('navigation')[0]?.type !== 'navigate'
  return back ? sessionStorage.getItem(`${place}:sent`) : null
}

const letGo = () => {
  for (const name of Object.keys(sessionStorage).filter(name => name.startsWith('kept-draft:') && name.endsWith(':sent'))) {
    sessionStorage.removeItem(name)
  }
}

export const drafts = scope => {
  for (const form of scope.querySelectorAll('form[data-draft-url]')) {
    if (!kept.has(form)) {
      kept.add(form)
      keep(form)
    }
  }
  letGo()
}
