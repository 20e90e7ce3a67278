import type { ComponentChildren } from 'preact'
import { Icon } from './icons.tsx'

/** A sheet of paper on the screen: what is printed or sent, exactly so. */
export function Sheet(props: {
  children?: ComponentChildren
  from?: ComponentChildren
  to?: ComponentChildren
  facts?: readonly { readonly label: string; readonly value: ComponentChildren }[]
}) {
  return (
    <article class="sheet">
      {props.from || props.to || props.facts ? (
        <header class="sheet-top">
          {props.from ? <div>{props.from}</div> : null}
          {props.to ? <div>{props.to}</div> : null}
          {props.facts ? (
            <dl class="sheet-facts">
              {props.facts.map((fact) => (
                <div key={fact.label}>
                  <dt>{fact.label}</dt>
                  <dd>{fact.value}</dd>
                </div>
              ))}
            </dl>
          ) : null}
        </header>
      ) : null}
      {props.children}
    </article>
  )
}

/** Prints the page; there only with script, for the browser's own menu does it too. */
export function PrintButton(props: { label: string }) {
  return (
    <button class="nl-button nl-button--subtle small" type="button" hidden data-print>
      <Icon name="print" />
      <span class="nl-button__label">{props.label}</span>
    </button>
  )
}

/** Shown on the screen, not on paper. */
export function ScreenOnly(props: { children?: ComponentChildren }) {
  return <div class="screen-only">{props.children}</div>
}
