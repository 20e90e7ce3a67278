// Small comforts on top of pages that work without them. Everything hangs on data attributes; see src/ui.
const root = document.documentElement
const all = (selector, within = document) => [...within.querySelectorAll(selector)]
root.classList.add('script')

closeFolds()
focusWhereItGoesOn()
readAloud()
printButtons()
tables()
liveForms()
keptForms()
unreceivedForm()
photos()
passkeys()
oneSending()
quickButtons()

// Menus close when you go elsewhere.
function closeFolds() {
  const close = (except) => {
    for (const fold of all('details[data-closes][open]')) if (fold !== except) fold.open = false
  }
  document.addEventListener('click', (event) => close(event.target.closest('details[data-closes]')))
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    const fold = document.activeElement?.closest('details[data-closes][open]')
    close(null)
    fold?.querySelector('summary').focus()
  })
}

// After a form came back, a screen reader and the eye begin at what is wrong. A form that one came to fill in has its first field at hand where there is a keyboard.
function focusWhereItGoesOn() {
  const told = document.querySelector('[data-focus]')
  if (told) return told.focus()
  const first = document.querySelector('[data-first]')
  if (!first || location.hash || !matchMedia('(pointer: fine)').matches) return
  ;(first.querySelector(':checked') ?? first.querySelector('input'))?.focus({ preventScroll: true })
}

// Ctrl and Enter press the button that says so: from any field of its form, and from outside a form where it is the only one.
function quickButtons() {
  const buttons = all('button[data-quick]')
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.repeat || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    const form = event.target.closest('form')
    const button = form ? form.querySelector('button[data-quick]') : buttons.length === 1 ? buttons[0] : null
    if (!button || button.disabled) return
    event.preventDefault()
    button.click()
  })
}

// The browser's own voice, in the language of the page; sentence by sentence, for long texts stop halfway in some browsers.
function readAloud() {
  if (!('speechSynthesis' in window)) return
  for (const button of all('[data-read]')) {
    button.hidden = false
    const label = button.querySelector('.nl-button__label')
    const word = label.textContent
    let reading = false
    const stop = () => {
      reading = false
      speechSynthesis.cancel()
      label.textContent = word
      button.setAttribute('aria-pressed', 'false')
    }
    button.addEventListener('click', () => {
      if (reading) return stop()
      speechSynthesis.cancel()
      reading = true
      label.textContent = button.dataset.stop
      button.setAttribute('aria-pressed', 'true')
      const voice = speechSynthesis.getVoices().find((each) => each.lang.toLowerCase().startsWith(root.lang))
      const parts = spoken(document.getElementById(button.dataset.read))
      parts.forEach((text, index) => {
        const line = new SpeechSynthesisUtterance(text)
        line.lang = root.lang === 'nl' ? 'nl-NL' : root.lang === 'en' ? 'en-GB' : root.lang
        if (voice) line.voice = voice
        line.rate = 0.92
        if (index === parts.length - 1) line.onend = stop
        speechSynthesis.speak(line)
      })
      if (parts.length === 0) stop()
    })
    addEventListener('pagehide', stop)
  }
}

function spoken(element) {
  if (!element) return []
  const silent = 'button, input, select, textarea, nav, .keys, [aria-hidden="true"], [hidden], script'
  const parts = []
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(silent)) return ''
    if (node.tagName === 'DETAILS' && !node.open) return walk(node.querySelector('summary'))
    if (node.tagName.toLowerCase() === 'svg') return node.getAttribute('aria-label') ?? ''
    const text = [...node.childNodes].map(walk).join(' ')
    if (!/^(inline|contents)/.test(getComputedStyle(node).display)) {
      const whole = text.replace(/\s+/g, ' ').replace(/−(?=€)/g, 'min ').trim()
      if (whole) parts.push(whole)
      return ''
    }
    return text
  }
  const rest = walk(element)
  if (rest.trim()) parts.push(rest.trim())
  return parts
}

function printButtons() {
  for (const button of all('[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => print())
  }
}

// Tables of the office: choose all, how many are chosen, and the keyboard.
function tables() {
  for (const spot of all('[data-select-all]')) {
    const table = spot.closest('table')
    const boxes = () => all('tbody .cb input:not(:disabled)', table)
    const box = Object.assign(document.createElement('input'), { type: 'checkbox' })
    box.setAttribute('aria-label', spot.dataset.word)
    spot.replaceChildren(box)
    const bar = (spot.closest('form') ?? document).querySelector('[data-selected]')
    const before = bar?.textContent
    const show = () => {
      const chosen = boxes().filter((each) => each.checked).length
      box.checked = chosen > 0 && chosen === boxes().length
      box.indeterminate = chosen > 0 && chosen < boxes().length
      if (bar) bar.textContent = chosen > 0 ? `${chosen} ${bar.dataset.word}` : before
    }
    box.addEventListener('change', () => {
      for (const each of boxes()) each.checked = box.checked
      show()
    })
    table.addEventListener('change', show)
    show()
  }
  const keyed = all('table[data-keys]')
  for (const table of keyed) {
    const begin = keys(table)
    if (table === keyed[0]) skipToList(table, begin)
  }
}

// The second link of the page goes to its list, past the menu, the tabs and the filters.
function skipToList(table, begin) {
  const skip = document.querySelector('.nl-skip-link')
  if (!skip || !table.querySelector('tbody tr')) return
  table.id ||= 'lijst'
  const link = Object.assign(skip.cloneNode(), { href: `#${table.id}`, textContent: table.dataset.skip })
  link.addEventListener('click', (event) => {
    event.preventDefault()
    begin()
  })
  skip.after(link)
}

function keys(table) {
  const rows = all('tbody tr', table)
  let at = -1
  // Tab comes to the list by its first row; the keys work only while the list has the focus (WCAG 2.1.4).
  for (const row of rows) row.tabIndex = row === rows[0] ? 0 : -1
  const go = (to) => {
    if (rows.length === 0) return
    rows[at]?.classList.remove('here')
    at = Math.min(rows.length - 1, Math.max(0, to))
    const row = rows[at]
    row.classList.add('here')
    for (const each of rows) each.tabIndex = each === row ? 0 : -1
    row.focus({ preventScroll: true })
    row.scrollIntoView({ block: 'nearest' })
  }
  table.addEventListener('focusin', (event) => {
    const row = rows.indexOf(event.target.closest('tbody tr'))
    if (row < 0 || row === at) return
    rows[at]?.classList.remove('here')
    at = row
    rows[at].classList.add('here')
  })
  table.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input:not([type=checkbox]), select, textarea, [contenteditable]')) return
    const row = rows[at]
    const press = {
      j: () => go(at + 1),
      k: () => go(at - 1),
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      '/': () => document.querySelector('main [type=search], main form[method=get] select')?.focus(),
      '?': () => document.querySelector('main .keys')?.focus(),
      x: () => row?.querySelector('.cb input')?.click(),
      a: () => (row?.querySelector('[data-key="a"]') ?? table.closest('form')?.querySelector('[data-key="a"]'))?.click(),
      Enter: () => {
        if (event.target !== row) return false
        const link = row.dataset.href ?? row.querySelector('a')?.href
        if (link) location.assign(link)
      },
    }[event.key]
    if (press && press() !== false) event.preventDefault()
  })
  return () => go(at)
}

// What the "Bereken" button would show, while typing. The answer is the same page; only marked parts are taken over.
function liveForms() {
  for (const form of all('form[data-live]')) {
    let timer
    let latest = 0
    form.addEventListener('input', () => {
      clearTimeout(timer)
      timer = setTimeout(async () => {
        const turn = ++latest
        const data = new FormData(form)
        // A photo goes once, with the form itself.
        for (const [name, value] of [...data]) if (value instanceof File) data.delete(name)
        const get = form.method === 'get'
        const url = get ? `${form.dataset.live}?${new URLSearchParams(data)}` : form.dataset.live
        try {
          const answer = await fetch(url, { method: get ? 'GET' : 'POST', body: get ? undefined : data, headers: { 'X-Live': '1' } })
          const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
          if (turn !== latest) return
          for (const part of all('[data-live-part][id]')) {
            const fresh = page.getElementById(part.id)
            if (fresh) part.replaceChildren(...fresh.childNodes)
          }
        } catch {
          // Offline: the button still works when the line is back.
        }
      }, 250)
    })
  }
}

// What was typed stays in this tab until it is sent; never a secret, never a file.
function keptForms() {
  for (const form of all('form[data-keep]')) {
    const name = `opbloei:${form.dataset.keep}`
    const kept = read(name)
    if (kept && !form.querySelector('[role=alert]')) {
      for (const field of fieldsOf(form)) {
        const value = kept[field.name]
        if (value === undefined) continue
        if (ticks(field)) field.checked = value.includes(field.value)
        else if (!field.value) field.value = value[0] ?? ''
      }
    }
    form.addEventListener('input', () => sessionStorage.setItem(name, JSON.stringify(typedIn(form))))
    form.addEventListener('submit', () => sessionStorage.removeItem(name))
  }
}

function fieldsOf(form) {
  return all('input:not([type=hidden], [type=file], [type=password]), select, textarea', form).filter((field) => field.name)
}

function ticks(field) {
  return field.type === 'radio' || field.type === 'checkbox'
}

function typedIn(form) {
  const typed = {}
  for (const field of fieldsOf(form)) {
    typed[field.name] ??= []
    if (!ticks(field) || field.checked) typed[field.name].push(field.value)
  }
  return typed
}

// A form that came while one was signed out is typed again by this tab once the same person is back at it; anybody else finds nothing.
function unreceivedForm() {
  const name = 'opbloei:sent'
  const who = document.body.dataset.seat
  const sent = read(name)
  const told = document.querySelector('[data-unreceived]')
  if (told) {
    if (!sent) return
    told.hidden = false
    sessionStorage.setItem(name, JSON.stringify({ ...sent, lost: true }))
  } else if (sent && !sent.lost) sessionStorage.removeItem(name)
  else if (sent && who && sent.who !== who) sessionStorage.removeItem(name)
  else if (sent && who) {
    const form = all('form').find((each) => each.getAttribute('action') === sent.action)
    if (form) typeAgain(form, sent.typed)
    if (form) sessionStorage.removeItem(name)
  }
  if (!who) return
  document.addEventListener('submit', ({ target, defaultPrevented }) => {
    if (defaultPrevented || target.method !== 'post') return
    sessionStorage.setItem(name, JSON.stringify({ who, action: target.getAttribute('action'), typed: typedIn(target) }))
  })
}

function typeAgain(form, typed) {
  const nth = {}
  for (const field of fieldsOf(form)) {
    const values = typed[field.name] ?? []
    if (ticks(field)) field.checked = values.includes(field.value)
    else {
      nth[field.name] = (nth[field.name] ?? -1) + 1
      const value = values[nth[field.name]] ?? ''
      const fold = field.closest('details')
      if (fold && value && value !== field.value) fold.open = true
      field.value = value
    }
  }
  form.dispatchEvent(new Event('input', { bubbles: true }))
}

function read(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name))
  } catch {
    return null
  }
}

// A photo is shown before it is sent, so that a blurred receipt is taken again at once. For a page that others read it is made smaller first.
function photos() {
  for (const spot of all('[data-preview]')) {
    const input = spot.querySelector('input')
    input.addEventListener('change', async () => {
      spot.querySelector('img')?.remove()
      if ('shrink' in spot.dataset) await shrink(input)
      const [file] = input.files
      if (!file?.type.startsWith('image/')) return
      const image = Object.assign(document.createElement('img'), { src: URL.createObjectURL(file), alt: file.name })
      image.onload = () => URL.revokeObjectURL(image.src)
      spot.append(image)
    })
  }
}

// At most 1600 pixels and some hundreds of kilobytes. What the browser cannot read goes as it is: the server says what is wrong with it.
async function shrink(input) {
  const [file] = input.files
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const part = Math.min(1, 1600 / Math.max(picture.width, picture.height))
    if (part === 1 && file.size < 400_000 && file.type !== 'image/heic') return
    const canvas = Object.assign(document.createElement('canvas'), { width: Math.round(picture.width * part), height: Math.round(picture.height * part) })
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
    const smaller = await new Promise((done) => canvas.toBlob(done, 'image/webp', 0.8))
    if (!smaller || smaller.size >= file.size) return
    const files = new DataTransfer()
    files.items.add(new File([smaller], `${file.name.replace(/\.\w+$/, '')}.${smaller.type.slice(6)}`, { type: smaller.type }))
    input.files = files.files
  } catch {}
}

// The device answers for the person; its answer goes with the form it stands in. Without this there is a code by mail.
function passkeys() {
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0))
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
  for (const form of all('form[data-passkey]')) {
    const asked = JSON.parse(form.dataset.options)
    const house = asked.rpId ?? asked.rp.id
    if (!window.PublicKeyCredential || (location.hostname !== house && !location.hostname.endsWith(`.${house}`))) continue
    form.hidden = false
    const said = form.querySelector('[data-said]')
    const answer = form.elements.antwoord
    addEventListener('pageshow', () => {
      answer.value = ''
    })
    form.addEventListener('submit', async (event) => {
      if (answer.value) return
      event.preventDefault()
      said.hidden = true
      const publicKey = { ...asked, challenge: bytes(asked.challenge) }
      if (asked.user) publicKey.user = { ...asked.user, id: bytes(asked.user.id) }
      publicKey.excludeCredentials = (asked.excludeCredentials ?? []).map((known) => ({ ...known, id: bytes(known.id) }))
      try {
        const { id, rawId, type, response } = await navigator.credentials[form.dataset.passkey]({ publicKey })
        const parts = {}
        for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature']) if (response[part]) parts[part] = text(response[part])
        answer.value = JSON.stringify({ id, rawId: text(rawId), type, response: parts, clientExtensionResults: {} })
        delete form.dataset.sent
        form.requestSubmit()
      } catch {
        delete form.dataset.sent
        said.hidden = false
      }
    })
  }
}

// A second press while the first is under way does nothing; the server would answer the same anyhow.
function oneSending() {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (form.dataset.sent) return event.preventDefault()
    form.dataset.sent = '1'
    setTimeout(() => delete form.dataset.sent, 4000)
  })
  addEventListener('pageshow', () => {
    for (const form of all('form[data-sent]')) delete form.dataset.sent
  })
}
