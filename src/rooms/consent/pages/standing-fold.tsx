import { type Day, longDay } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import { Actions, Button, DayField, Form } from '#ui/fields.tsx'
import { Facts, Fold } from '#ui/parts.tsx'
import { texts } from '../consent.en.ts'
import { standingOn } from '../consent.rules.ts'
import type { RequestFile } from '../file/request-file.ts'

/** A day that somebody asks about, and as known on which day; both null while nobody asked. */
export type AskedDay = { readonly on: Day | null; readonly knownOn: Day | null }

/** How a request and its consent stood on any day, also with only what was known then. */
export function StandingFold(props: { readonly file: RequestFile; readonly asked: AskedDay; readonly language: Language }) {
  const { file, asked, language } = props
  const words = texts[language]
  const { on, knownOn } = asked
  const stood = on && standingOn(file.request.events, on, knownOn)
  return (
    <Fold summary={words.stood.summary} open={on !== null}>
      <Form action={`/toestemmingen/${file.request.id}`} method="get" label={words.stood.summary}>
        <DayField name="op" label={words.stood.on} value={on ?? file.today} />
        <DayField name="bekend" label={words.stood.known} hint={words.stood.knownHint} value={knownOn ?? ''} optional />
        <Actions>
          <Button look="secondary">{words.stood.show}</Button>
        </Actions>
      </Form>
      {on && stood ? (
        <>
          <p class="strong">
            {knownOn
              ? fill(words.stood.answerKnown, { day: longDay(on, language), known: longDay(knownOn, language) })
              : fill(words.stood.answer, { day: longDay(on, language) })}
          </p>
          <Facts
            items={[
              { label: words.list.procedure, value: words.procedure[stood.procedure] },
              { label: words.stood.effect, value: words.stood.effects[stood.effect] },
            ]}
          />
        </>
      ) : null}
    </Fold>
  )
}
