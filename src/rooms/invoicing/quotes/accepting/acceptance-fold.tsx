import type { Day } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import type { Language } from '#kit/text.ts'
import { Button, DayField, FileField, Form, RadioCards, TextField } from '#ui/fields.tsx'
import { Fold } from '#ui/parts.tsx'
import { quoteTexts } from '../quotes.en.ts'

/** A customer said yes without the link: who, when, how, and the paper. */
export function AcceptanceFold(props: {
  path: string
  from: Day
  today: Day
  keys: { csrf: string; key: string }
  problems: Problems | null
  language: Language
}) {
  const { acceptance: words } = quoteTexts(props.language)
  return (
    <Fold summary={words.title} open={props.problems !== null}>
      <Form action={`${props.path}/akkoord`} keys={props.keys} problems={props.problems} files ids="akkoord">
        <RadioCards
          name="how"
          label={words.how}
          value="paper"
          columns={2}
          options={[
            { value: 'paper', label: words.ways.paper, icon: 'paper' },
            { value: 'phone', label: words.ways.phone, icon: 'phone' },
          ]}
        />
        <TextField name="name" label={words.name} maxLength={120} />
        <DayField name="on" label={words.on} value={props.today} min={props.from} max={props.today} />
        <FileField name="file" label={words.file} hint={words.fileHint} camera optional />
        <Button icon="check">{words.save}</Button>
      </Form>
    </Fold>
  )
}
