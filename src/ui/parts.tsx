import type { ComponentChildren } from 'preact'
import { type Cents, euro } from '#kit/money.ts'
import type { Sentence } from '#kit/refusal.ts'
import { Days, ReadAloud } from './guides.tsx'
import { Icon, type IconName } from './icons.tsx'
import { TAGS, type Tone } from './tone.ts'
import { useWords } from './words.ts'

export * from './guides.tsx'
export type { Tone } from './tone.ts'

const ICONS: Readonly<Record<Tone, IconName>> = { ok: 'check', wait: 'clock', warn: 'warning', wrong: 'error', info: 'info', plain: 'info' }

const ALERT: Readonly<Record<Tone, string>> = {
  ok: 'utrecht-alert--ok note ok',
  wait: 'utrecht-alert--warning note let',
  warn: 'utrecht-alert--warning note let',
  wrong: 'utrecht-alert--error note fout',
  info: 'utrecht-alert--info note',
  plain: 'note line',
}

/** The head of a page: what it is, the answer or an explanation in a sentence, and what can be done with the whole. */
export function PageHead(props: { title: string; over?: string; lead?: ComponentChildren; read?: boolean; actions?: ComponentChildren }) {
  return (
    <div class="page-head">
      <div>
        {props.over ? <p class="soft">{props.over}</p> : null}
        <h1>{props.title}</h1>
        {props.lead ? <p class="lead">{props.lead}</p> : null}
      </div>
      {props.read || props.actions ? (
        <div class="actions">
          {props.actions}
          {props.read ? <ReadAloud /> : null}
        </div>
      ) : null}
    </div>
  )
}

/** A surface for one thing. `tone` colours it where it asks for attention: at most one on a page. */
export function Card(props: {
  title?: string
  id?: string
  level?: 2 | 3
  action?: ComponentChildren
  look?: 'flat' | 'lift' | 'sheet' | 'wait' | 'ok'
  class?: string
  /** A link to its id brings the keyboard here. */
  arrive?: boolean
  children?: ComponentChildren
}) {
  const Heading = props.level === 3 ? 'h3' : 'h2'
  return (
    <section tabIndex={props.arrive ? -1 : undefined} class={['card', props.look, props.class].filter(Boolean).join(' ')} id={props.id}>
      {props.title || props.action ? (
        <header>
          {props.title ? <Heading>{props.title}</Heading> : null}
          {props.action}
        </header>
      ) : null}
      {props.children}
    </section>
  )
}

/** A remark in the flow of a page; colour, icon and word say the same. */
export function Alert(props: { tone: Tone; title?: string; level?: 2 | 3; icon?: IconName; children?: ComponentChildren }) {
  const words = useWords()
  const Heading = props.level === 3 ? 'h3' : 'h2'
  return (
    <div class={`utrecht-alert ${ALERT[props.tone]}`}>
      <Icon name={props.icon ?? ICONS[props.tone]} />
      <div class="utrecht-alert__content">
        {props.title ? <Heading class="h-note">{props.title}</Heading> : <span class="vh">{words.tone[props.tone]}:</span>}
        {props.children}
      </div>
    </div>
  )
}

/** A refusal is help: what is the matter, what you can do now, and ways out. */
export function Refusal(props: { sentence: Sentence; ways?: readonly { readonly href: string; readonly label: string }[] }) {
  return (
    <div class="utrecht-alert utrecht-alert--error note fout" role="alert" tabIndex={-1} data-focus>
      <Icon name="error" />
      <div class="utrecht-alert__content">
        <p class="strong">{props.sentence.what}</p>
        <p>{props.sentence.next}</p>
        {props.ways && props.ways.length > 0 ? (
          <ul class="ways">
            {props.ways.map((way) => (
              <li key={way.href}>
                <a href={way.href}>{way.label}</a>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  )
}

/** State in a word with an icon and a colour. `plain` is a label without state, such as an article. */
export function Tag(props: { tone: Tone; icon?: IconName; children?: ComponentChildren }) {
  const icon = props.icon ?? (props.tone === 'plain' ? null : ICONS[props.tone])
  return (
    <span class={`nl-data-badge tag ${TAGS[props.tone]}`}>
      {icon ? <Icon name={icon} /> : null}
      {props.children}
    </span>
  )
}

/** An amount never stands alone: a word, the amount, and where it comes from. */
export function Money(props: { cents: Cents; word?: string; source?: ComponentChildren; big?: boolean }) {
  return (
    <span class={props.big ? 'sum-of big' : 'sum-of'}>
      {props.word ? <span class="sum-word">{props.word}</span> : null}
      <b>
        <Amount cents={props.cents} />
      </b>
      {props.source ? <span class="sum-source">{props.source}</span> : null}
    </span>
  )
}

/** A bare amount for a table cell. `signed` writes + before what came in; else less than nothing is red. */
export function Amount(props: { cents: Cents; signed?: boolean }) {
  const { cents, signed } = props
  const look = signed ? (cents > 0n ? ' pos' : '') : cents < 0n ? ' neg' : ''
  return <data class={`money-of${look}`} value={String(cents)}>{`${signed && cents > 0n ? '+' : ''}${euro(cents)}`}</data>
}

/** Facts as pairs; `total` draws a line above the last. */
export function Facts(props: { items: readonly { readonly label: string; readonly value: ComponentChildren; readonly total?: boolean }[] }) {
  return (
    <dl class="dl">
      {props.items.map((item) => (
        <div class={item.total ? 'tot' : undefined} key={item.label}>
          <dt>{wholeWords(item.label)}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** "E-mail" on one line: a hyphen after a single letter is no place to break. */
function wholeWords(label: string): string {
  return label.replace(/\b(\p{L})-/gu, '$1\u2011')
}

/** An address of mail that breaks where one would, and never makes a narrow page too wide. */
export function MailAddress(props: { address: string }) {
  const parts = props.address.split(/(?<=\.)|(?=@)/)
  return (
    <span class="mail">
      {parts.map((part, at) => (
        <>
          {at > 0 ? <wbr /> : null}
          {part}
        </>
      ))}
    </span>
  )
}

export type StepState = 'done' | 'now' | 'later'

/** Numbered steps of one task. */
export function Steps(props: { steps: readonly { readonly label: string; readonly note?: ComponentChildren; readonly state?: StepState }[] }) {
  const words = useWords()
  return (
    <ol class="steps">
      {props.steps.map((step) => (
        <li class={step.state === 'done' ? 'done' : undefined} aria-current={step.state === 'now' ? 'step' : undefined} key={step.label}>
          <div>
            <b>{step.label}</b>
            {step.state === 'done' ? <span class="vh"> ({words.parts.done})</span> : null}
            {step.note ? <div class="soft">{step.note}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** What happened and what comes, in the order of time; `fold` is what folds out below a line. */
export function Timeline(props: {
  items: readonly {
    readonly on: string
    readonly label: string
    readonly note?: ComponentChildren
    readonly fold?: ComponentChildren
    readonly state?: StepState
  }[]
}) {
  const words = useWords()
  return (
    <ol class="timeline">
      {props.items.map((item) => (
        <li class={item.state ?? 'done'} key={`${item.on} ${item.label}`}>
          <span class="tl-d">{item.on}</span>
          <div>
            <b>{item.label}</b>
            {item.state === 'now' ? <span class="vh"> ({words.parts.now})</span> : null}
            {item.note ? <small>{item.note}</small> : null}
            {item.fold}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** A list of points to be met, each with its state and a link to where it is mended. */
export function Checklist(props: {
  items: readonly { readonly label: string; readonly note?: ComponentChildren; readonly ok: boolean; readonly href?: string }[]
}) {
  const words = useWords()
  return (
    <ul class="check">
      {props.items.map((item) => {
        const inside = (
          <>
            <Icon name={item.ok ? 'check' : 'warning'} />
            <span>
              <b>{item.label}</b>
              <span class="vh"> ({item.ok ? words.tone.ok : words.tone.warn})</span>
              {item.note ? <small>{item.note}</small> : null}
            </span>
          </>
        )
        return (
          <li class={item.ok ? 'ok' : 'let'} key={item.label}>
            {item.href ? <a href={item.href}>{inside}</a> : <div>{inside}</div>}
          </li>
        )
      })}
    </ul>
  )
}

/** How far something is, with the words beside it. */
export function Progress(props: { label: string; value: number; max: number; tone?: 'ok' | 'warn' | 'wrong' }) {
  const part = props.max > 0 ? Math.min(1, Math.max(0, props.value / props.max)) : 0
  const tone = props.tone === 'warn' ? 'let' : props.tone === 'wrong' ? 'fout' : undefined
  return (
    <div class="progress">
      <p>{props.label}</p>
      <svg class="meter" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class={tone} width={Math.round(part * 1000) / 10} height="4" />
      </svg>
    </div>
  )
}

/** Days left as a number with a small bar; three days or fewer are red, seven or fewer amber. */
export function DaysLeft(props: { days: number; of?: number; until: string }) {
  const tone = props.days <= 3 ? 'fout' : props.days <= 7 ? 'let' : undefined
  return (
    <span class="days">
      <Days days={props.days} class={tone} />
      <svg class="meter" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class={tone} width={Math.min(100, Math.max(4, (props.days / (props.of ?? 28)) * 100))} height="10" />
      </svg>
      <span class="days-until">{props.until}</span>
    </span>
  )
}

/** Why there is nothing here, and what to do now. */
export function Empty(props: { title: string; what: ComponentChildren; picture?: ComponentChildren; children?: ComponentChildren }) {
  return (
    <div class="empty">
      {props.picture ? <div class="empty-pot">{props.picture}</div> : null}
      <div class="stack">
        <h2>{props.title}</h2>
        <p>{props.what}</p>
        {props.children ? <div class="actions">{props.children}</div> : null}
      </div>
    </div>
  )
}

/** More, where it stands. */
export function Fold(props: { summary: ComponentChildren; open?: boolean; class?: string; children?: ComponentChildren }) {
  return (
    <details class={props.class} open={props.open}>
      <summary>
        {props.summary}
        <Icon name="down" />
      </summary>
      <div class="fold">{props.children}</div>
    </details>
  )
}
