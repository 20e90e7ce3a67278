import type { Problems } from '#kit/form.ts'
import { euro } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { Actions, Button, ButtonLink, Form, MoneyField, RadioCards, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { PageHead } from '#ui/parts.tsx'
import { POTS } from '../spending.rules.ts'
import type { PromiseWords, Words } from '../tones.ts'
import type { Pots } from './pots.ts'

export function NewRequestPage(props: {
  words: Words
  promises: PromiseWords
  keys: { csrf: string; key: string }
  problems: Problems | null
  pots: Pots | null
  names: ReadonlyMap<MemberId, string> | null
}) {
  const words = props.words.requests
  const { pots } = props
  return (
    <div class="narrow">
      <PageHead title={words.add} lead={props.names ? words.leadFor : words.lead} read={pots !== null} />
      <Form action="/bestedingen" keys={props.keys} problems={props.problems} keep="verzoek">
        {props.names ? (
          <SelectField name="member" label={props.words.receipts.member} options={[...props.names].map(([value, label]) => ({ value, label }))} empty="" />
        ) : null}
        <RadioCards
          name="pot"
          label={words.pot}
          options={[
            ...POTS.map((pot) => ({
              value: pot,
              label: (props.names ? props.words.potsOf : props.words.pots)[pot],
              icon: pot === 'business' ? ('pot' as const) : ('sprout' as const),
              hint: pots ? `${euro(pots[pot].free)} ${words.free}` : undefined,
            })),
            { value: 'unknown', label: words.potUnsure, icon: 'question', hint: props.names ? undefined : words.potUnsureHint },
          ]}
        />
        <TextField name="what" label={words.what} hint={words.whatHint} maxLength={120} />
        <MoneyField name="cents" label={words.amount} hint={words.amountUnsureHint} optional />
        <TextField name="parts" label={props.promises.parts} hint={props.promises.partsHint} inputMode="numeric" size={4} optional />
        <TextArea name="why" label={words.why} rows={3} maxLength={500} optional />
        <Actions>
          <Button size="big" icon="send">
            {words.send}
          </Button>
          <ButtonLink href="/bestedingen" look="plain">
            {words.back}
          </ButtonLink>
        </Actions>
      </Form>
    </div>
  )
}
