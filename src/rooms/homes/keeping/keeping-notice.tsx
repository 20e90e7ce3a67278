import type { ComponentChildren } from 'preact'
import { longDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { Alert } from '#ui/parts.tsx'
import { office } from '../office.nl.ts'
import type { ToKeep } from './keeping.rules.ts'

const words = office.knowledge

/** A home with, below it, the knowledge that must be looked at again or that one is asked to keep: people who wait come first. */
export function WithKnowledge(props: { readonly kept: readonly ToKeep[]; readonly children?: ComponentChildren }) {
  return (
    <>
      {props.children}
      {props.kept.length > 0 ? (
        <Alert tone="info" title={words.title}>
          <ul>
            {props.kept.map(({ title, asked, reviewOn }) => (
              <li key={title}>{fill(asked ? words.asked : words.stale, { title, day: reviewOn ? longDay(reviewOn) : '' })}</li>
            ))}
          </ul>
          <p>
            <a href="/mijn-kennis">{words.go}</a>
          </p>
        </Alert>
      ) : null}
    </>
  )
}
