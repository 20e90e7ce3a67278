import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icons.tsx'
import { TAGS, type Tone } from './tone.ts'
import { useWords } from './words.ts'

/** Lets the browser read the page, or the element with this id, in the page's language; absent where it cannot. */
export function ReadAloud(props: { of?: string }) {
  const words = useWords()
  return (
    <button class="nl-button nl-button--subtle small" type="button" hidden data-read={props.of ?? 'inhoud'} data-stop={words.parts.stopReading}>
      <Icon name="speaker" />
      <span class="nl-button__label">{words.parts.readAloud}</span>
    </button>
  )
}

/** What just happened, with the way back. `focus`: whoever listens to the page hears it first. */
export function Toast(props: { children?: ComponentChildren; undo?: ComponentChildren; focus?: boolean }) {
  return (
    <div class="toast" role="status" {...(props.focus ? { tabIndex: -1, 'data-focus': true } : {})}>
      <Icon name="check" />
      <span>{props.children}</span>
      {props.undo}
    </div>
  )
}

/** The way back up. */
export function Crumbs(props: { items: readonly { readonly href: string; readonly label: string }[] }) {
  const words = useWords()
  return (
    <nav class="crumb" aria-label={words.parts.path}>
      <ol class="path">
        {props.items.map((item) => (
          <li key={item.href}>
            <a href={item.href}>
              <Icon name="chevron" />
              {item.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Views of the same thing, as links. */
export function Tabs(props: { label: string; items: readonly { readonly href: string; readonly label: string; readonly current?: boolean }[] }) {
  return (
    <nav class="tabs" aria-label={props.label}>
      {props.items.map((item) => (
        <a href={item.href} aria-current={item.current ? 'page' : undefined} key={item.href}>
          {item.label}
        </a>
      ))}
    </nav>
  )
}

/** An answer in one large sentence; put <b> around the amounts. */
export function Answer(props: { children?: ComponentChildren }) {
  return <p class="ans">{props.children}</p>
}

/** An article of an agreement in its own words. */
export function Quoted(props: { children?: ComponentChildren; source?: string }) {
  return (
    <blockquote class="article">
      <p>{props.children}</p>
      {props.source ? <p class="small soft">{props.source}</p> : null}
    </blockquote>
  )
}

/** Rows that lead somewhere. */
export function LinkList(props: {
  items: readonly { readonly href: string; readonly label: ComponentChildren; readonly icon?: IconName; readonly note?: ComponentChildren }[]
}) {
  return (
    <ul class="list links">
      {props.items.map((item) => (
        <li key={item.href}>
          <a href={item.href}>
            {item.icon ? <Icon name={item.icon} /> : null}
            <span>
              {item.label}
              {item.note ? <small>{item.note}</small> : null}
            </span>
            <Icon name="chevron" />
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The one duty with its date: how many days are left, what to do, one button. */
export function Duty(props: { days: number | null; title: string; children?: ComponentChildren; action?: ComponentChildren }) {
  return (
    <section class={props.days === null ? 'todo no-day' : 'todo'}>
      {props.days === null ? (
        <Icon name="clock" />
      ) : (
        <p class="todo-day">
          <Days days={props.days} />
        </p>
      )}
      <div class="stack-s">
        <h2>{props.title}</h2>
        {props.children}
        {props.action}
      </div>
    </section>
  )
}

/** How many days there are, as one says it: the day itself is no number, and a day that went by is late. */
export function Days(props: { days: number; class?: string | undefined }) {
  const { parts } = useWords()
  if (props.days === 0) return <b class={props.class ? `${props.class} day-word` : 'day-word'}>{parts.today}</b>
  const one = Math.abs(props.days) === 1
  const late = one ? parts.oneDayLate : parts.daysLate
  return (
    <>
      <b class={props.class}>{Math.abs(props.days)}</b> <span>{props.days < 0 ? late : one ? parts.oneDay : parts.days}</span>
    </>
  )
}

/** Large things to press, three in a row. */
export function Tiles(props: {
  items: readonly { readonly href: string; readonly label: string; readonly icon: IconName; readonly tint?: 'leaf' | 'clay' | 'sun' }[]
}) {
  return (
    <ul class="three">
      {props.items.map((item) => (
        <li key={item.href}>
          <a href={item.href}>
            <span class={`tile-i ${item.tint ?? 'leaf'}`}>
              <Icon name={item.icon} />
            </span>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** A few figures beside each other, each with its words. */
export function Figures(props: {
  items: readonly { readonly figure: ComponentChildren; readonly label: string; readonly note?: string; readonly href?: string; readonly tone?: Tone }[]
}) {
  return (
    <ul class="sum3">
      {props.items.map((item) => {
        const inside = (
          <>
            <b>{item.figure}</b> {item.label}
            {item.note ? <span>{item.note}</span> : null}
          </>
        )
        return (
          <li class={item.tone ? TAGS[item.tone] : undefined} key={item.label}>
            {item.href ? <a href={item.href}>{inside}</a> : inside}
          </li>
        )
      })}
    </ul>
  )
}
