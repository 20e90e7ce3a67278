import { fill, type Language } from '#kit/text.ts'
import { Button, CheckField, Form, RadioCards, SelectField } from '#ui/fields.tsx'
import { Card } from '#ui/parts.tsx'
import { messageTexts } from '../messages.en.ts'
import { MAIL_RHYTHMS, type MailChoice } from '../messages.rules.ts'

/** How often and at which hours mail may tell of something new. */
export function MailChoiceCard(props: { language: Language; choice: MailChoice; email: boolean; keys: { readonly csrf: string; readonly key: string } }) {
  const { choice, keys } = props
  const words = messageTexts(props.language).card
  const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: fill(words.hour, { hour }) }))
  return (
    <Card title={words.title} id="mail">
      <p>{words.intro}</p>
      {props.email ? null : <p class="soft">{words.noEmail}</p>}
      <Form action="/mijn-account/berichten" keys={keys} ids="mail">
        <RadioCards
          name="rhythm"
          label={words.rhythm}
          value={choice.rhythm}
          options={MAIL_RHYTHMS.map((rhythm) => ({ value: rhythm, label: words.rhythms[rhythm] }))}
        />
        <div class="grid2">
          <SelectField name="quietFrom" label={words.quietFrom} hint={words.quietHint} value={String(choice.quietFrom)} options={hours} />
          <SelectField name="quietUntil" label={words.quietUntil} value={String(choice.quietUntil)} options={hours} />
        </div>
        <CheckField name="onSunday" label={words.sunday} checked={choice.onSunday} />
        <p class="soft">{words.law}</p>
        <Button look="secondary">{words.save}</Button>
      </Form>
    </Card>
  )
}
