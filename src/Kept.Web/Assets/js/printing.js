// The day a paper copy was made, as the reader's own clock has it.
export const printing = () => addEventListener('beforeprint', () => {
  for (const place of document.querySelectorAll('[data-printed]')) {
    place.textContent = `Printed ${new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}`
  }
})
