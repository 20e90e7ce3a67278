import type { ComponentChildren } from 'preact'
import { Alert } from './parts.tsx'

export type OutcomeProps = {
  /** What was done, in a sentence. */
  readonly done: string | null
  /** Above what was left as it was. */
  readonly leftTitle: string
  readonly left: readonly { readonly id: string; readonly label: string; readonly what: string; readonly next: string }[]
  readonly href: (id: string) => string
  /** A button to undo it, or how to mend it. */
  readonly children?: ComponentChildren
}

/** What came of doing many things at once: how many were done, and which were left as they were and why. */
export function Outcome(props: OutcomeProps) {
  return (
    <>
      {props.done ? (
        <Alert tone="ok">
          <p>{props.done}</p>
          {props.children}
        </Alert>
      ) : null}
      {props.left.length > 0 ? (
        <Alert tone="warn" title={props.leftTitle}>
          <ul>
            {props.left.map((each) => (
              <li key={each.id}>
                <a href={props.href(each.id)}>{each.label}</a>: {each.what} {each.next}
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
    </>
  )
}
