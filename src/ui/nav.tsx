import { Icon, isIcon } from './icons.tsx'
import { useWords } from './words.ts'

export type NavItem = {
  readonly href: string
  readonly label: string
  readonly current?: boolean
  readonly icon?: string
  /** Not used each day: in a row it stands under one word, with others. */
  readonly more?: boolean
}

/** Links beside or below each other. */
export function NavLinks(props: { items: readonly NavItem[] }) {
  return (
    <>
      {props.items.map((item) => (
        <a href={item.href} aria-current={item.current ? 'page' : undefined} key={item.href}>
          {item.label}
        </a>
      ))}
    </>
  )
}

/** What is not used each day; the word tells when the page one is on stands under it. */
export function MoreLinks(props: { items: readonly NavItem[] }) {
  const words = useWords()
  const here = props.items.find(({ current }) => current)
  return props.items.length > 0 ? (
    <details class="more" data-closes>
      <summary class={here ? 'here' : undefined}>
        {words.more}
        {here ? <span class="vh">: {here.label}</span> : null} <Icon name="down" />
      </summary>
      <div>
        <NavLinks items={props.items} />
      </div>
    </details>
  ) : null
}

export function TabBar(props: { nav: readonly NavItem[] }) {
  const words = useWords()
  return (
    <nav class={`tabbar n${Math.min(props.nav.length, 5)}`} aria-label={words.menu}>
      {props.nav.slice(0, 5).map((item) => (
        <a href={item.href} aria-current={item.current ? 'page' : undefined} key={item.href}>
          {item.icon && isIcon(item.icon) ? <Icon name={item.icon} /> : null}
          {item.label}
        </a>
      ))}
    </nav>
  )
}
