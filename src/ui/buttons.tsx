import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icons.tsx'
import { useWords } from './words.ts'

export type ButtonLook = 'primary' | 'secondary' | 'subtle' | 'plain' | 'warn'

type ButtonCommon = {
  readonly look?: ButtonLook
  readonly icon?: IconName
  readonly after?: IconName
  readonly size?: 'big' | 'small'
  readonly wide?: boolean
  readonly children?: ComponentChildren
}

/** One green button per decision; a second action is `secondary`, "not sure" is `plain`. */
export function Button(
  props: ButtonCommon & {
    readonly name?: string
    readonly value?: string
    readonly disabled?: boolean
    readonly type?: 'submit' | 'button'
    readonly form?: string
    readonly action?: string
    readonly shortcut?: string
    /** Ctrl and Enter press it from any field of the form, and it says so: for a form that ends in a page to read, never for what cannot be undone. */
    readonly quick?: boolean
    readonly describedBy?: string
  },
) {
  const button = (
    <button
      class={buttonClass(props, props.disabled ?? false)}
      type={props.type ?? 'submit'}
      name={props.name}
      value={props.value}
      disabled={props.disabled}
      form={props.form}
      formAction={props.action}
      data-key={props.shortcut}
      data-quick={props.quick || undefined}
      aria-keyshortcuts={props.quick ? 'Control+Enter' : undefined}
      aria-describedby={props.describedBy}
    >
      <Inside {...props} />
    </button>
  )
  return props.quick ? (
    <>
      {button}
      <QuickHint />
    </>
  ) : (
    button
  )
}

/** Said to who sees it; a screen reader has it from the button itself. */
function QuickHint() {
  const words = useWords()
  return (
    <span class="keys" data-needs-script aria-hidden="true">
      <span>
        {words.form.quick} <kbd>{words.form.ctrl}</kbd> + <kbd>⏎</kbd>
      </span>
    </span>
  )
}

export function ButtonLink(props: ButtonCommon & { readonly href: string; readonly download?: boolean; readonly rel?: string }) {
  return (
    <a class={buttonClass(props, false)} href={props.href} download={props.download} rel={props.rel}>
      <Inside {...props} />
    </a>
  )
}

/** A form of one button, such as "Klopt, versturen". */
export function ActionButton(
  props: ButtonCommon & {
    readonly action: string
    readonly keys: { readonly csrf: string; readonly key: string }
    readonly hidden?: Readonly<Record<string, string>>
    readonly disabled?: boolean
  },
) {
  return (
    <form method="post" action={props.action} class="one-button">
      <input type="hidden" name="_csrf" value={props.keys.csrf} />
      <input type="hidden" name="_key" value={props.keys.key} />
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <button class={buttonClass(props, props.disabled ?? false)} type="submit" disabled={props.disabled}>
        <Inside {...props} />
      </button>
    </form>
  )
}

/** Buttons beside each other, below each other on a phone. */
export function Actions(props: { children?: ComponentChildren }) {
  return <div class="actions">{props.children}</div>
}

function Inside(props: ButtonCommon) {
  return (
    <>
      {props.icon ? <Icon name={props.icon} /> : null}
      <span class="nl-button__label">{props.children}</span>
      {props.after ? <Icon name={props.after} /> : null}
    </>
  )
}

function buttonClass(props: ButtonCommon, disabled: boolean): string {
  const look = props.look ?? 'primary'
  const kind = {
    primary: 'nl-button--primary',
    secondary: 'nl-button--secondary',
    subtle: 'nl-button--subtle',
    plain: 'nl-button--subtle plain',
    warn: 'nl-button--secondary nl-button--negative',
  }[look]
  return ['nl-button', kind, props.size, props.wide ? 'wide' : '', disabled ? 'nl-button--disabled' : ''].filter(Boolean).join(' ')
}
