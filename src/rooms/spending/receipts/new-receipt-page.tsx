import type { Day } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import type { MemberId } from '#rooms/access'
import { RECEIPT_KINDS } from '#rooms/organisations'
import { Actions, Button, ButtonLink, DayField, FileField, Form, MoneyField, RadioCards, SelectField, TextField } from '#ui/fields.tsx'
import { Fold, PageHead } from '#ui/parts.tsx'
import { PAID_BY, UNKNOWN_KIND } from '../spending.rules.ts'
import { KIND_ICONS, type Words } from '../tones.ts'

/** What is nice to know and not needed to begin: in a fold, open when something in it was filled in or is wrong. */
const MORE = ['what', 'vat'] as const

export function NewReceiptPage(props: {
  words: Words
  keys: { csrf: string; key: string }
  problems: Problems | null
  today: Day
  names: ReadonlyMap<MemberId, string> | null
}) {
  const words = props.words.newReceipt
  const kinds = [
    ...RECEIPT_KINDS.map((kind) => ({ value: kind, label: props.words.kinds[kind] ?? kind, icon: KIND_ICONS[kind] })),
    { value: UNKNOWN_KIND, label: props.words.kinds[UNKNOWN_KIND] ?? '', icon: 'question' as const },
  ]
  const payers = PAID_BY.map((value) => ({ value, label: (props.names ? props.words.paidByOffice : props.words.paidBy)[value] }))
  return (
    <div class="narrow">
      <PageHead title={words.title} lead={words.lead} read />
      <Form action="/bonnen" keys={props.keys} problems={props.problems} files keep="bon">
        {props.names ? (
          <SelectField name="member" label={props.words.receipts.member} options={[...props.names].map(([value, label]) => ({ value, label }))} empty="" />
        ) : null}
        <FileField name="photo" label={words.photo} hint={words.photoHint} camera optional />
        <MoneyField name="gross" label={words.amount} hint={words.amountHint} optional />
        <DayField name="boughtOn" label={words.on} value={props.today} max={props.today} />
        {props.names ? (
          <>
            <SelectField name="kind" label={words.kind} options={kinds} empty={words.choose} />
            <SelectField name="paidBy" label={words.paidBy} options={payers} empty={words.choose} />
          </>
        ) : (
          <>
            <RadioCards name="kind" label={words.kind} columns={2} options={kinds} />
            <RadioCards name="paidBy" label={words.paidBy} options={payers} />
          </>
        )}
        <Fold summary={words.more} open={props.problems !== null && MORE.some((name) => props.problems?.fields[name] || props.problems?.typed[name])}>
          <TextField name="what" label={words.what} hint={words.whatHint} maxLength={120} optional />
          <MoneyField name="vat" label={words.vat} hint={words.vatHint} optional />
        </Fold>
        <Actions>
          <Button size="big" icon="send">
            {words.send}
          </Button>
          <ButtonLink href="/bonnen" look="plain">
            {props.words.receipt.back}
          </ButtonLink>
        </Actions>
      </Form>
    </div>
  )
}
