import { dayOf, longDay } from '#kit/day.ts'
import { type Problems, typedValue } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { Actions, Button, CheckField, Form, TextArea } from '#ui/fields.tsx'
import { Card } from '#ui/parts.tsx'
import { texts } from './remarks.en.ts'
import type { Remark } from './remarks.sql.ts'

/** Tells the lender of a borrowed agreement what was learned, with what was told before. */
export function TellLender(props: {
  readonly slug: string
  readonly told: readonly Remark[]
  readonly name: string
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
  readonly language: Language
}) {
  const { slug, told, name, problems, language } = props
  const words = texts(language)
  return (
    <Card title={words.title} class="stack-m" id="terug">
      <p>{words.lead}</p>
      {told.length > 0 ? (
        <section class="stack-s">
          <h3>{words.told}</h3>
          {told.map((each) => (
            <Told key={each.id} remark={each} over={saidOn(each, language)} />
          ))}
        </section>
      ) : null}
      <Form action={`/bibliotheek/${slug}/opmerkingen`} keys={props.keys} problems={problems} keep={`opmerking-${slug}`}>
        <TextArea name="words" label={words.words} hint={words.hint} value={typedValue(problems, 'words')} rows={4} maxLength={1200} />
        <CheckField name="named" label={fill(words.named, { name })} checked={problems ? problems.typed.named === 'on' : true} />
        <Actions>
          <Button>{words.send}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

/** What borrowers told about an agreement that is lent; nothing where nobody told anything. */
export function RemarksOnLent({ told }: { readonly told: readonly Remark[] }) {
  const words = texts('nl')
  if (told.length === 0) return null
  return (
    <section class="stack-s">
      <h3>{words.ofLent}</h3>
      {told.map((each) => (
        <Told
          key={each.id}
          remark={each}
          over={fill(each.teller ? words.by : words.byUnnamed, { name: each.teller ?? '', day: longDay(dayOf(each.toldAt)) })}
        />
      ))}
    </section>
  )
}

function Told({ remark, over }: { readonly remark: Remark; readonly over: string }) {
  return (
    <blockquote class="article">
      <p class="soft small">{over}</p>
      <p lang="nl">{remark.words}</p>
    </blockquote>
  )
}

function saidOn({ teller, toldAt }: Remark, language: Language): string {
  const words = texts(language)
  return fill(teller ? words.on : words.onUnnamed, { name: teller ?? '', day: longDay(dayOf(toldAt), language) })
}
