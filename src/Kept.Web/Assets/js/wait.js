// Runs once the last call is `ms` old.
export const after = (ms, run) => {
  let timer
  return (...given) => {
    clearTimeout(timer)
    timer = setTimeout(() => run(...given), ms)
  }
}

export const typing = target => target.matches?.('input, textarea, select, [contenteditable]') ?? false

export const post = (url, body, more = {}) =>
  fetch(url, { method: 'POST', body, credentials: 'same-origin', headers: { 'X-Requested-With': 'fetch' }, redirect: 'manual', ...more })
