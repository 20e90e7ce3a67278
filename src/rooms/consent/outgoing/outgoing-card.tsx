import { clockTime } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { Actions, ButtonLink } from '#ui/fields.tsx'
import { Alert } from '#ui/parts.tsx'
import { outgoing as words } from './outgoing.nl.ts'
import { stateOf } from './outgoing.rules.ts'
import type { Outgoing } from './outgoing.sql.ts'

/** That a letter of this request is ready and has not left, for the municipality on the page of the request. */
export function OutgoingCard(props: { readonly letter: Outgoing }) {
  const { letter } = props
  const state = stateOf(letter.steps)
  const leavesAt = state === 'signed' ? letter.steps.findLast(({ step }) => step === 'signed')?.leavesAt : null
  return (
    <Alert tone={state === 'stopped' || state === 'sentBack' ? 'warn' : 'wait'} title={words.cardTitle}>
      <p>{leavesAt ? fill(words.leaves, { time: clockTime(leavesAt) }) : words.states[state]}</p>
      <Actions>
        <ButtonLink href={`/toestemmingen/${letter.request}/voorbeeld`}>{words.cardGo}</ButtonLink>
      </Actions>
    </Alert>
  )
}
