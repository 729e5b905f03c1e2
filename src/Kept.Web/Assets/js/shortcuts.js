// l logs, / searches, ? shows the keys, Ctrl+Enter keeps. Single keys can be turned off (WCAG 2.1.4): speech input types them by accident.
import { typing } from './wait.js'

const setting = 'kept-shortcuts'
const off = () => localStorage.getItem(setting) === 'off'

const act = {
  l: () => document.querySelector('.log-it')?.click(),
  '/': () => document.getElementById('search')?.focus(),
  '?': () => {
    const help = document.querySelector('[data-shortcuts]')
    if (help) {
      help.open = true
      help.querySelector('summary').focus()
    }
  }
}

export const shortcuts = () => {
  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const form = event.target.closest?.('[data-submit-with-ctrl-enter]')
      if (form) {
        event.preventDefault()
        form.requestSubmit(form.querySelector('[data-keeps]') ?? undefined)
      }
      return
    }
    // What ? opened.
    if (event.key === 'Escape') {
      document.querySelector('[data-shortcuts]')?.removeAttribute('open')
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target) || off() || !(event.key in act)) {
      return
    }
    event.preventDefault()
    act[event.key]()
  })

  const button = document.querySelector('[data-shortcuts-switch]')
  const say = () => { button.textContent = off() ? 'Turn single-key shortcuts on' : 'Turn single-key shortcuts off' }
  if (button) {
    button.hidden = false
    say()
    button.addEventListener('click', () => {
      localStorage.setItem(setting, off() ? 'on' : 'off')
      say()
    })
  }
}
