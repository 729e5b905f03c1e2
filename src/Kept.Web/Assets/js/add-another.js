// <ul data-several> with one <template> and a [data-add-another] button in the same fieldset or form. {n} in the template becomes the
// next number. Without script the page has empty lines and a submit button that adds more.
const ready = new WeakSet()

// A gap in the numbers would end the list where the server reads it.
const renumber = list => [...list.children].forEach((line, at) => {
  for (const field of line.querySelectorAll('[name]')) {
    field.name = field.name.replace(/\[\d+\]/, `[${at}]`)
  }
})

const prepare = list => {
  const template = list.parentElement.querySelector('template[data-another]')
  const button = list.parentElement.querySelector('[data-add-another]')
  let n = list.children.length
  // Else Enter in any field of the form would press this one, being the first.
  if (button) {
    button.type = 'button'
  }

  button?.addEventListener('click', event => {
    event.preventDefault()
    list.insertAdjacentHTML('beforeend', template.innerHTML.replaceAll('{n}', n++))
    renumber(list)
    list.lastElementChild.dispatchEvent(new CustomEvent('kept:added', { bubbles: true }))
    list.lastElementChild.querySelector('input:not([type=hidden]), textarea, select')?.focus()
  })

  list.addEventListener('click', event => {
    const line = event.target.closest('[data-take-off]')?.closest('li')
    if (line) {
      event.preventDefault()
      const next = line.nextElementSibling ?? line.previousElementSibling
      line.remove()
      renumber(list)
      ;(next?.querySelector('input:not([type=hidden]), textarea') ?? button)?.focus()
    }
  })
}

export const several = scope => {
  for (const list of scope.querySelectorAll('[data-several]')) {
    if (!ready.has(list)) {
      ready.add(list)
      prepare(list)
    }
  }
}
