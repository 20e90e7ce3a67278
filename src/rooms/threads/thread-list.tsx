import { type Day, longDay, longInstant } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { ActionButton, Actions, Button, FileField, Form, TextArea } from '#ui/fields.tsx'
import { Card, Quoted } from '#ui/parts.tsx'
import { threadTexts } from './threads.en.ts'
import { threadStanding } from './threads.rules.ts'
import type { Thread } from './threads.sql.ts'

export type ThreadListProps = {
  readonly threads: readonly Thread[]
  readonly today: Day
  readonly language: Language
  readonly keys: () => { csrf: string; key: string }
  /** Where the forms of a question go: `/antwoord` and `/sluiting` follow on it. */
  readonly base: string
  /** Whether the reader may answer, or may say that no answer is needed. */
  readonly may: { readonly answer: boolean; readonly close: boolean }
  readonly problems: Problems | null
}

/** Questions on a thing with their answers; who may answer gets a field. */
export function ThreadList(props: ThreadListProps) {
  return (
    <>
      {props.threads.map((thread) => (
        <OneThread {...props} thread={thread} key={thread.id} />
      ))}
    </>
  )
}

function OneThread(props: ThreadListProps & { thread: Thread }) {
  const { thread, language } = props
  const words = threadTexts(language)
  const standing = threadStanding(thread, props.today)
  const open = standing === 'waiting' || standing === 'late'
  const address = `${props.base}/${thread.id}`
  return (
    <Card title={words.question} look={open ? 'wait' : 'flat'}>
      <Quoted source={fill(words.asked, { at: longInstant(thread.askedAt, language) })}>{thread.words}</Quoted>
      {open ? <p class="soft">{fill(standing === 'late' ? words.late : words.lastDay, { day: longDay(thread.lastDay, language) })}</p> : null}
      {thread.answer ? (
        <>
          <h3>{words.answer}</h3>
          <Quoted source={longInstant(thread.answer.at, language)}>{thread.answer.words}</Quoted>
          {thread.answer.evidence ? (
            <p>
              <a href={`${address}/bewijs`}>{words.evidence}</a>
            </p>
          ) : null}
        </>
      ) : null}
      {thread.closedAt ? <p>{fill(words.withdrawn, { at: longInstant(thread.closedAt, language) })}</p> : null}
      {open && props.may.answer ? (
        <Form action={`${address}/antwoord`} keys={props.keys()} problems={props.problems} files>
          <TextArea name="words" label={words.yourAnswer} rows={4} />
          <FileField name="evidence" label={words.yourEvidence} optional />
          <Button>{words.send}</Button>
        </Form>
      ) : null}
      {open && !props.may.answer ? <p class="soft">{words.noAnswer}</p> : null}
      {open && props.may.close ? (
        <Actions>
          <ActionButton action={`${address}/sluiting`} keys={props.keys()} look="secondary" size="small">
            {words.close}
          </ActionButton>
        </Actions>
      ) : null}
    </Card>
  )
}
