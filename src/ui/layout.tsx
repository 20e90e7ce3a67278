import type { ComponentChildren } from 'preact'
import type { Language } from '#kit/text.ts'
import { assetUrl } from './assets.ts'
import { Toast } from './guides.tsx'
import { Emblem, Icon } from './icons.tsx'
import { MoreLinks, type NavItem, NavLinks, TabBar } from './nav.tsx'
import { type PageMeta, Told } from './page-meta.tsx'
import { directionOf, LanguageOfPage, useWords } from './words.ts'

/** As whom the reader acts, and which other roles can be chosen. */
export type ActingAs = {
  readonly name: string
  readonly role: string
  readonly organisation: string
  readonly seat?: string
  readonly unread?: number
  readonly seats: readonly { readonly id: string; readonly label: string }[]
}

export type PageProps = {
  readonly title: string
  readonly face: 'public' | 'member' | 'office'
  readonly as: ActingAs | null
  readonly nav: readonly NavItem[]
  /** Links at the foot of a public page. */
  readonly foot?: readonly NavItem[]
  readonly meta?: PageMeta | undefined
  readonly language: Language
  readonly demo: boolean
  readonly trial?: boolean
  readonly notice?: ComponentChildren
  readonly csrf: string
  readonly path: string
  /** What was just done, said once above the page. */
  readonly done?: string | null
  readonly children?: ComponentChildren
}

/** A whole document: head, header with the role one acts in, navigation, content, footer. */
export function Page(props: PageProps) {
  return (
    <LanguageOfPage.Provider value={props.language}>
      <Document {...props} />
    </LanguageOfPage.Provider>
  )
}

function Document(props: PageProps) {
  const words = useWords()
  return (
    <html lang={props.language} dir={directionOf(props.language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{props.title === words.brand ? props.title : `${props.title} · ${words.brand}`}</title>
        <link rel="icon" href={assetUrl('emblem.svg')} type="image/svg+xml" />
        <link rel="preload" href={assetUrl('atkinson-next.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="stylesheet" href={assetUrl('opbloei.css')} />
        <script src={assetUrl('opbloei.js')} defer />
        {props.meta ? <Told title={props.title} meta={props.meta} language={props.language} /> : null}
      </head>
      <body class={props.face} data-seat={props.as?.seat}>
        <a class="nl-skip-link nl-skip-link--visible-on-focus" href="#inhoud">
          {words.skip}
        </a>
        <Header {...props} />
        <main id="inhoud" tabIndex={-1}>
          {props.done ? <Toast focus>{props.done}</Toast> : null}
          {props.notice ? <div class="wrap notice">{props.notice}</div> : null}
          {props.children}
        </main>
        <Footer {...props} />
        {props.face === 'member' && props.nav.length > 0 ? <TabBar nav={props.nav} /> : null}
      </body>
    </html>
  )
}

function Header(props: PageProps) {
  const words = useWords()
  const menu = props.nav.length > 0 && props.face !== 'member'
  return (
    <header class="bar">
      <div class="wrap">
        <a class="brand" href={props.as ? '/start' : props.meta && props.language === 'en' ? '/en' : '/'}>
          <Emblem />
          <span>{words.brand}</span>
        </a>
        {props.nav.length > 0 ? (
          <nav class="nav" aria-label={words.mainNav}>
            <NavLinks items={props.nav.filter(({ more }) => !more)} />
            <MoreLinks items={props.nav.filter(({ more }) => more)} />
          </nav>
        ) : null}
        {props.as ? (
          <RoleSwitch as={props.as} csrf={props.csrf} />
        ) : (
          <a class="nl-button nl-button--secondary sign-in" href="/inloggen">
            {words.signIn}
          </a>
        )}
        {menu ? (
          <details class="menu" data-closes>
            <summary>
              <Icon name="menu" />
              <span class="menu-word">{words.menu}</span>
            </summary>
            <nav aria-label={words.menu}>
              <NavLinks items={props.nav} />
            </nav>
          </details>
        ) : null}
      </div>
    </header>
  )
}

/** Works without script: a fold with one button per role. */
function RoleSwitch(props: { as: ActingAs; csrf: string }) {
  const words = useWords()
  const { as } = props
  return (
    <details class="as" data-closes>
      <summary>
        <Face name={as.name} />
        <span>
          <span class="vh">{words.actingAs} </span>
          <b>{as.name}</b>
          <span class="as-role">
            {as.role} · {as.organisation}
          </span>
        </span>
        <Icon name="down" />
      </summary>
      <div class="as-panel">
        {as.seats.length > 1 ? (
          <form method="post" action="/rol">
            <input type="hidden" name="_csrf" value={props.csrf} />
            <p class="label">{words.yourRoles}</p>
            {as.seats.map((seat) => (
              <button class="as-seat" type="submit" name="rol" value={seat.id} aria-current={seat.id === as.seat ? 'true' : undefined} key={seat.id}>
                <Icon name={seat.id === as.seat ? 'check' : 'swap'} />
                <span>
                  {seat.label}
                  {seat.id === as.seat ? <span class="vh"> ({words.chosen})</span> : null}
                </span>
              </button>
            ))}
          </form>
        ) : (
          <p class="label">
            {as.role} · {as.organisation}
          </p>
        )}
        <a class="as-seat" href="/berichten">
          <Icon name="bell" />
          <span>
            {words.messages}
            {as.unread ? ` (${as.unread})` : null}
          </span>
        </a>
        <a class="as-seat" href="/mijn-account">
          <Icon name="user" />
          <span>{words.account}</span>
        </a>
        <a class="as-seat" href="/toegang">
          <Icon name="lock" />
          <span>{words.access}</span>
        </a>
        <form method="post" action="/uitloggen">
          <input type="hidden" name="_csrf" value={props.csrf} />
          <button class="as-seat" type="submit">
            <Icon name="door" />
            <span>{words.signOut}</span>
          </button>
        </form>
      </div>
    </details>
  )
}

/** Initials in a round, in one of three soft colours. */
export function Face(props: { name: string; big?: boolean }) {
  const initials = props.name
    .split(/\s+/)
    .filter((part) => /^\p{Lu}/u.test(part))
    .map((part) => part[0])
  const tint = ['', ' t', ' s'][[...props.name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 3]
  return (
    <span class={`face${tint}${props.big ? ' big' : ''}`} aria-hidden="true">
      {initials[0]}
      {initials.length > 1 ? initials.at(-1) : ''}
    </span>
  )
}

function Footer(props: PageProps) {
  const words = useWords()
  return (
    <footer class="foot">
      <div class="wrap">
        <div>
          <p class="brand">
            <Emblem />
            {words.brand}
          </p>
          <p class="soft">{words.footer.motto}</p>
        </div>
        {props.foot && props.foot.length > 0 ? (
          <nav aria-label={words.footer.more}>
            <ul class="foot-links">
              {props.foot.map((item) => (
                <li key={item.href}>
                  <a href={item.href}>{item.label}</a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <div class="foot-notes">
          {props.demo ? (
            <p>
              <Icon name="info" /> {words.footer.demo}
            </p>
          ) : null}
          {props.trial ? (
            <p>
              <Icon name="warning" /> {words.footer.trial}
            </p>
          ) : null}
          {props.face === 'member' ? (
            <p>
              <Icon name="eye" />
              <a href="/wie-keek">{words.looks}</a>
            </p>
          ) : null}
          <form method="post" action="/taal" class="one-button">
            <input type="hidden" name="_csrf" value={props.csrf} />
            <input type="hidden" name="naar" value={props.meta?.other.path ?? props.path} />
            <button class="nl-button nl-button--subtle small" type="submit" name="taal" value={words.footer.otherCode} lang={words.footer.otherCode}>
              <Icon name="talk" />
              <span class="nl-button__label">{words.footer.otherLanguage}</span>
            </button>
          </form>
          <p class="soft">
            <Icon name="book" /> {words.footer.license}
          </p>
        </div>
      </div>
    </footer>
  )
}
