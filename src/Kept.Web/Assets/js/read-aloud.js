// Reads a page for families out, where the browser has a voice for the page's language; where it has none, nothing is said of it.
const button = document.querySelector('[data-aloud]')
const speech = window.speechSynthesis
const page = document.documentElement.lang

const family = tag => tag.toLowerCase().split(/[-_]/)[0]
const voiceFor = tag => speech.getVoices().find(v => v.lang.toLowerCase() === tag.toLowerCase()) ?? speech.getVoices().find(v => family(v.lang) === family(tag))

if (button && speech) {
  const start = button.textContent
  const offer = () => { button.parentElement.hidden = !voiceFor(page) }
  const rest = () => { button.textContent = start; button.removeAttribute('aria-pressed') }

  // What stands open, in order; each piece in its own language, so that what the school wrote in English is not read as Urdu.
  const pieces = () => {
    const found = []
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const [text, at] = [walker.currentNode.textContent.trim(), walker.currentNode.parentElement]
      if (!text || at.closest('[data-aloud], form, script') || !at.checkVisibility()) continue
      const language = at.closest('[lang]').lang
      const block = at.closest('h1, h2, h3, p, li, dt, dd, summary') ?? at
      const last = found.at(-1)
      if (last?.block === block && last.language === language) last.text += ` ${text}`
      else found.push({ block, language, text })
    }
    return found
  }

  const read = () => {
    const all = pieces().filter(piece => voiceFor(piece.language))
    for (const [index, piece] of all.entries()) {
      const words = Object.assign(new SpeechSynthesisUtterance(piece.text), { lang: piece.language, voice: voiceFor(piece.language) })
      words.onstart = () => piece.block.classList.add('being-read')
      words.onend = words.onerror = () => { piece.block.classList.remove('being-read'); if (index === all.length - 1) rest() }
      speech.speak(words)
    }
    button.textContent = button.dataset.stop
    button.setAttribute('aria-pressed', 'true')
  }

  button.addEventListener('click', () => {
    const reads = button.hasAttribute('aria-pressed')
    speech.cancel()
    if (reads) rest()
    else read()
  })
  addEventListener('pagehide', () => speech.cancel())
  speech.addEventListener?.('voiceschanged', offer)
  offer()
}
