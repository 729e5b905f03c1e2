// GOV.UK's radios say aria-expanded on the button that opens a further field; ARIA has no such thing on a radio button, and axe says so.
// The field comes right after its button, so nothing is lost to whoever listens.
import { Radios } from 'govuk-frontend/dist/govuk/components/radios/radios.mjs'

export class PlainRadios extends Radios {
  syncConditionalRevealWithInputState (input) {
    super.syncConditionalRevealWithInputState(input)
    input.removeAttribute('aria-expanded')
  }
}
