import { dayOf, longDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { Actions, Button, ButtonLink, DayField, Form } from '#ui/fields.tsx'
import { Card } from '#ui/parts.tsx'
import { texts } from '../consent.en.ts'
import type { RequestFile } from '../file/request-file.ts'
import { postingOffice as words } from './office.nl.ts'
import { letterCode, type Posting, toPost } from './posting.rules.ts'

/** How a letter will go, before it is signed. */
export function WayCard({ way, member }: { readonly way: Posting; readonly member: string }) {
  return (
    <Card title={words.way.title}>
      <p>{way.by === 'mail' ? fill(words.way.mail, { member, day: longDay(way.chosenOn) }) : words.way.post}</p>
    </Card>
  )
}

/** The letters that still have to be posted, each with the day to fill in; only the municipality sees it. */
export function ToPostCard({ file, keys }: { readonly file: RequestFile; readonly keys: { readonly csrf: string; readonly key: string } }) {
  const waiting = toPost(file.request.events)
  if (waiting.length === 0) return null
  const address = `/toestemmingen/${file.request.id}`
  return (
    <Card title={words.toPost.title} look="wait">
      <p>{words.toPost.lead}</p>
      <Actions>
        <ButtonLink href={`${address}/brief`} look="secondary" icon="letter">
          {words.toPost.print}
        </ButtonLink>
      </Actions>
      {waiting.map((letter) => (
        <Form key={letterCode(letter)} action={`${address}/gepost`} keys={keys}>
          <p>
            <b>{fill(words.toPost.letter, { day: longDay(letter.on), kind: texts.nl.events[letter.kind] })}</b>
          </p>
          <input type="hidden" name="letter" value={letterCode(letter)} />
          <DayField name="on" label={words.toPost.on} min={dayOf(letter.recordedAt)} max={file.today} />
          <Button>{words.toPost.button}</Button>
        </Form>
      ))}
    </Card>
  )
}
