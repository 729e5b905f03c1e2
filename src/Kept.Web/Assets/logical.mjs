// govuk-frontend writes left and right. Urdu and Arabic read from the other side, so the sides become start and end.
const side = { left: 'start', right: 'end' }
const declaration = String.raw`(?<=[{;]\s*)`

export const logical = css => css
  .replace(new RegExp(`${declaration}(margin|padding|border)-(left|right)(?=[-:])`, 'g'), (_, what, s) => `${what}-inline-${side[s]}`)
  .replace(new RegExp(`${declaration}(left|right)(?=\\s*:)`, 'g'), (_, s) => `inset-inline-${side[s]}`)
  .replace(new RegExp(`${declaration}text-align:\\s*(left|right)`, 'g'), (_, s) => `text-align: ${side[s]}`)
  .replace(new RegExp(`${declaration}float:\\s*(left|right)`, 'g'), (_, s) => `float: inline-${side[s]}`)
