import { longDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { Card, Facts } from '#ui/parts.tsx'
import type { ConsentEvent } from '../consent.rules.ts'
import type { LegalBasis } from '../consent.sql.ts'
import { outgoing } from '../outgoing/outgoing.nl.ts'
import type { OutgoingFile } from '../outgoing/outgoing.ts'
import { conditionFacts } from '../pages/conditions.ts'
import { TermSteps } from '../terms/term-steps.tsx'
import { termTexts } from '../terms/terms.en.ts'

const words = outgoing.record

/** What will be recorded of a decision on paper, with the terms that follow and how each last day is come to, before anybody confirms it. */
export function RecordCard({ file, record }: { readonly file: OutgoingFile; readonly record: NonNullable<OutgoingFile['record']> }) {
  return (
    <>
      <Card title={words.letter}>
        {file.proposed.map((event) => {
          const items = factsOf(event, record.grounds)
          return items.length > 0 ? <Facts key={event.kind} items={items} /> : null
        })}
      </Card>
      {record.terms.length > 0 ? (
        <Card title={words.terms}>
          {record.terms.map((term) => (
            <div key={term.term} class="stack-s">
              <p>
                <b>{termTexts.nl.terms[term.term]}</b> ({termTexts.nl.who[term.who]}): {fill(termTexts.nl.standing[term.standing], { day: longDay(term.last) })}
              </p>
              <TermSteps term={term} language="nl" />
            </div>
          ))}
        </Card>
      ) : null}
    </>
  )
}

function factsOf(event: ConsentEvent, grounds: readonly LegalBasis[]): { label: string; value: string }[] {
  const { facts, outcome, outcomes } = words
  switch (event.kind) {
    case 'granted':
    case 'refused':
    case 'leftUnprocessed':
      return [
        { label: outcome, value: outcomes[event.kind] },
        { label: facts.posted, value: longDay(event.on) },
        { label: facts.reference, value: event.paperReference ?? '' },
        ...('conditions' in event ? conditionFacts(event.conditions, grounds, 'nl') : [{ label: facts.reason, value: event.reason }]),
      ]
    case 'paperCorrected':
      return [
        { label: outcome, value: outcomes[event.kind] },
        { label: facts.decided, value: longDay(event.decidedOn) },
        ...conditionFacts(event.conditions, grounds, 'nl'),
        ...(event.note ? [{ label: facts.note, value: event.note }] : []),
      ]
    default:
      return []
  }
}
