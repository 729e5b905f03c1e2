// <textarea id="Form_Agreed" data-coach-url="/log/coach" data-coach-with="Form.PupilId"> sends its own text, the fields it names and the
// antiforgery token, and puts the answer (a fragment of HTML, perhaps empty) into [data-coach-for="Form_Agreed"].
import { after, post } from './wait.js'

const watched = new WeakSet()

const body = field => {
  const all = new FormData(field.form)
  const sent = new FormData()
  for (const name of [field.name, '__RequestVerificationToken', ...(field.dataset.coachWith ?? '').split(' ')]) {
    for (const value of all.getAll(name)) {
      sent.append(name, value)
    }
  }
  sent.append('field', field.name)
  return sent
}

const watch = field => {
  let asked
  const ask = after(500, async () => {
    asked?.abort()
    asked = new AbortController()
    const place = document.querySelector(`[data-coach-for="${CSS.escape(field.id)}"]`)
    try {
      const answer = await post(field.dataset.coachUrl, body(field), { signal: asked.signal })
      if (place && answer.ok) {
        const said = await answer.text()
        if (said.trim() !== place.innerHTML.trim()) {
          place.innerHTML = said
        }
      }
    } catch {
      // No connection, or a newer question: advice is not worth an alarm.
    }
  })
  field.addEventListener('input', ask)
}

export const coach = scope => {
  for (const field of scope.querySelectorAll('[data-coach-url]')) {
    if (!watched.has(field)) {
      watched.add(field)
      watch(field)
    }
  }
}
