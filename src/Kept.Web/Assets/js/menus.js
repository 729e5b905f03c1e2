// An open menu closes on Escape or a click elsewhere, as people expect of menus; an open row closes on Escape.
export const menus = () => {
  document.addEventListener('click', event => {
    for (const menu of document.querySelectorAll('details[data-closes][open]')) {
      if (!menu.contains(event.target)) {
        menu.open = false
      }
    }
  })

  document.addEventListener('keydown', event => {
    const open = event.key === 'Escape' && event.target.closest?.('details.act[open], details[data-closes][open]')
    if (open) {
      open.open = false
      open.querySelector('summary').focus()
    }
  })

  // What opens in a row starts where typing starts.
  document.addEventListener('toggle', event => {
    if (event.target.matches?.('details.act[open]')) {
      event.target.querySelector('.act-body :is(input:not([type=hidden]), textarea, select, button)')?.focus()
    }
  }, true)
}
