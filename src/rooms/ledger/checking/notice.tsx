import type { Instant } from '#kit/day.ts'
import { longInstant } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { Alert } from '#ui/parts.tsx'
import { nl } from '../ledger.nl.ts'

/** A red notice where the last check of the books found something; nothing where they were sound, or nobody looked yet. */
export function BooksNotice(props: { verdict: { readonly at: Instant; readonly faults: number } | null }) {
  if (!props.verdict || props.verdict.faults === 0) return null
  return (
    <Alert tone="wrong" title={nl.notice.title}>
      <p>{fill(nl.notice.what, { at: longInstant(props.verdict.at), count: props.verdict.faults })}</p>
      <p>{nl.notice.next}</p>
    </Alert>
  )
}
