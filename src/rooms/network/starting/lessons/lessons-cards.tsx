import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { ActionButton, Actions, Button, Form, RadioCards, TextArea } from '#ui/fields.tsx'
import { Card, Quoted, Tag } from '#ui/parts.tsx'
import { nl } from './lessons.nl.ts'
import { LESSON_AUDIENCES, LESSON_LENGTH, lessonStanding } from './lessons.rules.ts'
import type { Lesson, ShownLesson } from './lessons.sql.ts'

type Keys = { readonly csrf: string; readonly key: string }
const TONES = { waits: 'wait', shown: 'ok', sentBack: 'warn' } as const

/** At a step: what others learned, after what is known from elsewhere. */
export function OthersLearned(props: { readonly told: string | null; readonly others: readonly ShownLesson[] }) {
  const words = nl.others
  return (
    <Card title={words.title}>
      {props.told ? <Quoted>{props.told}</Quoted> : null}
      {props.others.map((each) => (
        <Quoted key={each.id} source={each.name ?? words.unnamed[each.kind]}>
          {each.words}
        </Quoted>
      ))}
      {!props.told && props.others.length === 0 ? <p class="soft">{words.none}</p> : null}
    </Card>
  )
}

/** At a step that is done: what the own organisation left, and leaving something. */
export function OwnLessons(props: {
  readonly step: string
  readonly own: readonly Lesson[]
  readonly writes: boolean
  readonly keys: () => Keys
  readonly problems: Problems | null
}) {
  const words = nl.own
  if (props.own.length === 0 && !props.writes) return null
  return (
    <Card title={words.title}>
      {props.own.map((each) => (
        <div class="stack-s" key={each.id}>
          <p>
            <Tag tone={TONES[lessonStanding(each.verdict)]}>{nl.standings[lessonStanding(each.verdict)]}</Tag>
          </p>
          <Quoted>{each.words}</Quoted>
          {each.verdict?.words ? <p>{fill(words.reason, { words: each.verdict.words })}</p> : null}
          {props.writes ? (
            <ActionButton action={`/startpad/${props.step}/lessen/${each.id}/weg`} keys={props.keys()} look="secondary">
              {words.back}
            </ActionButton>
          ) : null}
        </div>
      ))}
      {props.writes ? (
        <Form action={`/startpad/${props.step}/lessen`} keys={props.keys()} problems={props.problems} ids="les">
          <p>{words.about}</p>
          <TextArea name="words" label={words.words} hint={words.wordsHint} rows={3} maxLength={LESSON_LENGTH} />
          <RadioCards
            name="audience"
            label={words.audience}
            options={LESSON_AUDIENCES.map((audience) => ({ value: audience, label: nl.audiences[audience] }))}
          />
          <RadioCards
            name="named"
            label={words.named}
            options={[
              { value: 'ja', label: words.yes },
              { value: 'nee', label: words.no },
            ]}
            columns={2}
          />
          <Actions>
            <Button look="secondary">{words.send}</Button>
          </Actions>
        </Form>
      ) : null}
    </Card>
  )
}

/** For the network: lessons that wait for the second pair of eyes. */
export function LessonsCard(props: { readonly waiting: readonly (Lesson & { readonly from: string; readonly title: string })[]; readonly keys: () => Keys }) {
  const words = nl.desk
  if (props.waiting.length === 0) return null
  return (
    <Card title={words.title} look="wait">
      <p>{words.about}</p>
      {props.waiting.map((each) => (
        <Form key={each.id} action={`/netwerk/initiatieven/lessen/${each.id}/besluit`} keys={props.keys()} ids={each.id}>
          <p class="soft">
            {fill(words.from, { from: each.from, step: each.title, audience: nl.audiences[each.audience], named: each.named ? nl.own.yes : nl.own.no })}
          </p>
          <Quoted>{each.words}</Quoted>
          <RadioCards
            name="answer"
            label={words.answer}
            options={[
              { value: 'ja', label: words.yes },
              { value: 'nee', label: words.no },
            ]}
            columns={2}
          />
          <TextArea name="words" label={words.words} hint={words.wordsHint} rows={2} maxLength={400} optional />
          <Actions>
            <Button look="secondary">{words.send}</Button>
          </Actions>
        </Form>
      ))}
    </Card>
  )
}
