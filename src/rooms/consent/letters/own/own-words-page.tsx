import { longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { Actions, Button, DayField, Form, HiddenField, SelectField, TextArea } from '#ui/fields.tsx'
import { Card, Crumbs, PageHead } from '#ui/parts.tsx'
import { LetterSheet } from '../../pages/letter-sheet.tsx'
import { ownWords as words } from './own-words.nl.ts'
import { OWN_KINDS } from './own-words.rules.ts'
import type { OwnWordsFile } from './own-words.ts'

/** Own words for a kind of letter beside an example of it. */
export function OwnWordsPage(props: {
  readonly file: OwnWordsFile
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}) {
  const { file } = props
  return (
    <div class="stack-l">
      <Crumbs items={[{ href: '/eigen-regels', label: words.back }]} />
      <PageHead title={words.title} lead={words.lead} />
      <Form action="/eigen-regels/brieven" method="get">
        <SelectField name="soort" label={words.which} value={file.kind} options={OWN_KINDS.map((value) => ({ value, label: words.kinds[value] }))} />
        <Button look="secondary">{words.choose}</Button>
      </Form>
      <div class="side">
        <div class="stack-l">
          <Form action="/eigen-regels/brieven" keys={props.keys} problems={props.problems} class="form card" ids="w">
            <h2>{words.kinds[file.kind]}</h2>
            <HiddenField name="kind" value={file.kind} />
            {file.current ? null : <p class="soft">{words.none}</p>}
            <DayField name="from" label={words.from} hint={words.fromHint} value={file.today} min={file.today} />
            <TextArea name="opening" label={words.opening} value={file.current?.opening ?? ''} rows={3} maxLength={1500} optional />
            <TextArea name="closing" label={words.closing} value={file.current?.closing ?? ''} rows={3} maxLength={1500} optional />
            <TextArea name="contact" label={words.contact} hint={words.contactHint} value={file.current?.contact ?? ''} rows={3} maxLength={400} optional />
            <Actions>
              <Button>{words.save}</Button>
            </Actions>
          </Form>
          {file.history.length > 0 ? (
            <Card title={words.history}>
              {file.history.map((each) => (
                <div key={String(each.setAt)} class="stack-s">
                  <p class="strong">{fill(words.line, { day: longDay(each.from), name: each.name })}</p>
                  {[each.opening, each.closing, each.contact].flatMap((text) => (text ? [<p key={text}>{text}</p>] : []))}
                </div>
              ))}
            </Card>
          ) : null}
        </div>
        <section class="stack">
          <h2>{words.preview}</h2>
          <p class="soft">{words.previewNote}</p>
          <LetterSheet letter={file.example} reference={null} />
        </section>
      </div>
    </div>
  )
}
