// <form data-uploads> sends each chosen or dropped file in a request of its own, a few at a time, and shows how far each has come and
// what became of it. Without script the same form sends all files in one post and is answered with the same list.
const AT_ONCE = 3

const form = document.querySelector('form[data-uploads]')
const list = document.querySelector('[data-uploads-list]')

const element = (tag, className, text) => {
  const made = document.createElement(tag)
  made.className = className ?? ''
  made.textContent = text ?? ''
  return made
}

const line = file => {
  const row = element('li', 'row')
  const what = element('div', 'what')
  const name = element('b')
  name.append(element('bdi', '', file.name))
  const words = element('span', 'about', 'Waiting')
  const bar = document.createElement('progress')
  bar.max = 1
  bar.value = 0
  bar.setAttribute('aria-label', `How far ${file.name} has come`)
  const act = element('div', 'do')
  what.append(name, words, bar)
  row.append(what, act)
  list.querySelector('ul').append(row)
  return {
    on: part => { bar.value = part; words.textContent = part < 1 ? `${Math.round(part * 100)}% sent` : 'Being looked at' },
    end: answer => {
      bar.remove()
      words.textContent = answer.words
      row.classList.toggle('late', !answer.isKept)
      // Among two hundred nobody would find the three that are not there.
      if (!answer.isKept) {
        list.querySelector('ul').prepend(row)
      }
      if (answer.href) {
        const link = element('a', '', 'Open')
        link.href = answer.href
        link.append(element('span', 'govuk-visually-hidden', ` ${file.name}`))
        act.append(link)
      }
    }
  }
}

const details = () => {
  const sent = new FormData(form)
  for (const name of [...sent.keys()]) {
    if (sent.get(name) instanceof File) {
      sent.delete(name)
    }
  }
  return sent
}

// What is wrong with the details is shown where a page from the server would show it.
const refuse = ({ field, words }) => {
  const group = document.getElementById(field)?.closest('.govuk-form-group') ?? form
  group.classList.add('govuk-form-group--error')
  const message = element('p', 'govuk-error-message', words)
  message.id = `${field}-error`
  message.setAttribute('role', 'alert')
  group.querySelector('.govuk-error-message')?.remove()
  group.querySelector('input:not([type=hidden]), select, textarea')?.before(message)
  group.closest('details')?.setAttribute('open', '')
  const control = group.querySelector('input:not([type=hidden]), select, textarea')
  control?.setAttribute('aria-describedby', message.id)
  control?.focus()
}

const unwell = file => {
  if (file.size === 0) {
    return { words: 'Not stored: the file is empty (0 bytes). It may not have been copied whole: look at it where it came from.', isKept: false }
  }
  return file.size > Number(form.dataset.mostBytes) ? { words: `Not stored: it is larger than ${form.dataset.mostWords}, the most that is taken.`, isKept: false } : null
}

const send = (file, shown) => new Promise(done => {
  const request = new XMLHttpRequest()
  const body = details()
  body.append('Form.Files', file, file.name)
  request.open('POST', form.action)
  request.setRequestHeader('Accept', 'application/json')
  request.upload.addEventListener('progress', event => { if (event.lengthComputable) shown.on(event.loaded / event.total) })
  request.addEventListener('loadend', () => {
    let answer
    try {
      answer = JSON.parse(request.responseText)
    } catch {
      answer = null
    }
    if (request.status === 400 && answer?.field) {
      done({ refused: answer })
      return
    }
    done(answer?.answers?.[0] ?? {
      words: request.status === 401 ? 'Not stored: you are signed out. Sign in, then add it again.' : 'Not stored: the connection broke. Add it again.',
      isKept: false
    })
  })
  request.send(body)
})

// Also what the server said of an earlier attempt, which may be put right by now.
const clear = () => {
  document.querySelector('.govuk-error-summary')?.remove()
  for (const group of form.querySelectorAll('.govuk-form-group--error')) {
    group.classList.remove('govuk-form-group--error')
    group.querySelector('.govuk-error-message')?.remove()
  }
}

const sendAll = async files => {
  clear()
  list.hidden = false
  const status = list.querySelector('[data-uploads-status]')
  const waiting = files.map(file => ({ file, shown: line(file) }))
  const total = waiting.length
  let kept = 0
  let ended = 0
  let refused = null
  const work = async () => {
    while (waiting.length && !refused) {
      const { file, shown } = waiting.shift()
      const answer = unwell(file) ?? await send(file, shown)
      if (answer.refused) {
        refused ??= answer.refused
        continue
      }
      shown.end(answer)
      ended++
      kept += answer.isKept ? 1 : 0
      status.textContent = ended < total ? `${ended} of ${total} done` : `${kept} of ${total} stored.${kept < total ? ' Those that are not stand first.' : ''}`
    }
  }
  // The first alone: what is wrong with the details is wrong for all.
  const rest = waiting.splice(1)
  await work()
  waiting.push(...rest)
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  if (refused) {
    list.hidden = true
    list.querySelector('ul').replaceChildren()
    refuse(refused)
    return false
  }
  list.querySelector('[data-uploads-head]').focus()
  return true
}

if (form && list) {
  const chosen = form.querySelector('input[type=file]')
  const zone = chosen.closest('.govuk-form-group')
  let busy = false
  let dropped = []

  const begin = async files => {
    if (busy || files.length === 0) {
      return
    }
    busy = true
    const done = await sendAll(files)
    busy = false
    if (done) {
      chosen.value = ''
      dropped = []
      zone.querySelector('.dropped')?.remove()
      form.elements['Form.Key'].value = crypto.randomUUID?.() ?? form.elements['Form.Key'].value
    }
  }

  form.addEventListener('submit', event => {
    const files = [...chosen.files, ...dropped]
    if (files.length > 0) {
      event.preventDefault()
      begin(files)
    }
  })

  for (const name of ['dragover', 'dragleave', 'drop']) {
    form.addEventListener(name, event => {
      if (![...(event.dataTransfer?.types ?? [])].includes('Files')) {
        return
      }
      event.preventDefault()
      zone.classList.toggle('dropping', name === 'dragover')
      if (name === 'drop') {
        dropped.push(...event.dataTransfer.files)
        const said = zone.querySelector('.dropped') ?? zone.appendChild(element('p', 'dropped'))
        said.setAttribute('role', 'status')
        said.textContent = dropped.length === 1 ? `1 file dropped: ${dropped[0].name}` : `${dropped.length} files dropped`
      }
    })
  }

  window.addEventListener('beforeunload', event => { if (busy) event.preventDefault() })
}
