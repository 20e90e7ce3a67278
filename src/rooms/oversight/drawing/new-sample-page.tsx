import { type Day, firstDay, lastDay, monthAfter, monthOf } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { LawFold } from '#rooms/law'
import { Button, DayField, FieldGroup, Form, RadioCards, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Crumbs, Empty, PageHead } from '#ui/parts.tsx'
import type { OversightTexts } from '../oversight.en.ts'
import { SAMPLE_KINDS, seenChoices } from './drawing.rules.ts'

/** Asks for a sample: where, what, which days, how much, why, and how long it may be seen. */
export function NewSamplePage(props: {
  cooperatives: readonly { value: string; label: string }[]
  today: Day
  /** How many days after closing may be chosen, at most. */
  longest: number
  words: OversightTexts
  keys: { csrf: string; key: string }
  problems: Problems | null
}) {
  const words = props.words.new
  const last = monthAfter(monthOf(props.today), -1)
  const choices = seenChoices(props.longest)
  const [only] = props.cooperatives
  return (
    <div class="narrow stack">
      <Crumbs items={[{ href: '/steekproeven', label: props.words.list.title }]} />
      <PageHead title={words.title} lead={words.lead} />
      {only ? (
        <Form action="/steekproeven" keys={props.keys} problems={props.problems}>
          <SelectField name="cooperative" label={words.cooperative} hint={words.note} options={props.cooperatives} value={only.value} />
          <RadioCards
            name="kind"
            label={words.kind}
            value="receipt"
            options={SAMPLE_KINDS.map((kind) => ({ value: kind, label: props.words.kinds[kind], hint: words.kindHints[kind] }))}
          />
          <DayField name="from" label={words.from} value={firstDay(monthAfter(last, -2))} max={props.today} />
          <DayField name="until" label={words.until} hint={words.untilHint} value={lastDay(last)} max={props.today} />
          <FieldGroup legend={props.words.sample.size} hint={words.sizeHint}>
            <TextField name="size" label={words.size} inputMode="numeric" size={4} value="5" optional />
            <TextField name="percent" label={words.percent} inputMode="numeric" size={4} optional />
          </FieldGroup>
          <TextArea name="reason" label={words.reason} hint={words.reasonHint} rows={3} maxLength={500} />
          <RadioCards
            name="seenDays"
            label={words.seen}
            columns={2}
            value={choices.at(-1) ?? '0'}
            options={choices.map((days) => ({ value: days, label: words.seenDays[days] }))}
          />
          <Button>{words.draw}</Button>
        </Form>
      ) : (
        <Empty title={words.noCooperative} what={words.noCooperativeNext} />
      )}
      <LawFold screen="samples" />
    </div>
  )
}
