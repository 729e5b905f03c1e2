// The day a paper copy was made, as the reader's own clock has it.
const dated = () => {
  for (const place of document.querySelectorAll('[data-printed]')) {
    place.textContent = `Printed ${new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}`
  }
}

export const printing = () => {
  addEventListener('beforeprint', dated)
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => print())
  }
}
