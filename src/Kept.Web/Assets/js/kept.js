// Everything here makes a page quicker; none of it makes a page work.
import { createAll } from 'govuk-frontend/dist/govuk/init.mjs'
import { Button } from 'govuk-frontend/dist/govuk/components/button/button.mjs'
import { Checkboxes } from 'govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs'
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs'
import { NotificationBanner } from 'govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs'
import { SkipLink } from 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs'
import { several } from './add-another.js'
import { coach } from './coach.js'
import { drafts } from './drafts.js'
import { menus } from './menus.js'
import { printing } from './printing.js'
import { PlainRadios } from './radios.js'
import { shortcuts } from './shortcuts.js'
import { swaps } from './swap.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')

const enhance = scope => {
  for (const component of [Button, Checkboxes, ErrorSummary, NotificationBanner, PlainRadios, SkipLink]) {
    createAll(component, undefined, { scope, onError: () => {} })
  }
  several(scope)
  coach(scope)
  drafts(scope)
}

enhance(document)
menus()
printing()
shortcuts()
swaps(enhance)
