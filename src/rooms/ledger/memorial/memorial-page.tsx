import type { Day } from '#kit/day.ts'
import { type Problems, type Typed, typedValue } from '#kit/form.ts'
import { euro, minus, negate } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { Actions, Button, DayField, FieldGroup, Form, HiddenField, MoneyField, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Crumbs, PageHead } from '#ui/parts.tsx'
import { ACCOUNTS, type AccountCode } from '../accounts.rules.ts'
import { nl } from './memorial.nl.ts'
import { asksReason } from './memorial.rules.ts'
import { linesShown, memberMismatch, typedSides } from './memorial-form.ts'

const words = nl.page
const CHECK = '/grootboek/memoriaal/controle'

export function MemorialPage(props: {
  accounts: readonly { readonly code: AccountCode; readonly number: string; readonly name: string }[]
  names: ReadonlyMap<MemberId, string>
  today: Day
  typed: Typed
  keys: { csrf: string; key: string }
  problems: Problems | null
}) {
  const was = (name: string, otherwise = '') => typedValue({ sentence: { what: '', next: '' }, fields: {}, typed: props.typed }, name, otherwise)
  const count = linesShown(props.typed)
  const accounts = props.accounts.map(({ code, number, name }) => ({
    value: code,
    label: `${number} ${name}${asksReason(code) ? ` (${words.withReason})` : ''}`,
    group: words.groups[ACCOUNTS[code]],
  }))
  // A group stands once: first what is of the cooperative, then what asks for a member.
  const grouped = accounts.toSorted((a, b) => Number(a.group === words.groups.member) - Number(b.group === words.groups.member))
  const members = [...props.names].map(([value, label]) => ({ value, label })).toSorted((a, b) => a.label.localeCompare(b.label, 'nl'))
  return (
    <div class="stack-l">
      <Crumbs items={[{ href: '/grootboek', label: words.back }]} />
      <PageHead title={words.title} lead={words.lead} />
      <Form action="/grootboek/memoriaal" keys={props.keys} problems={props.problems} live={CHECK}>
        <HiddenField name="lines" value={String(count)} />
        <DayField name="on" label={words.on} hint={words.onHint} value={was('on', props.today)} max={props.today} />
        <TextField name="what" label={words.what} hint={words.whatHint} value={was('what')} maxLength={200} />
        {Array.from({ length: count }, (_, index) => index + 1).map((n) => (
          <FieldGroup legend={fill(words.line, { n })} key={n}>
            <div class="row">
              <div>
                <SelectField name={`account${n}`} label={words.account} value={was(`account${n}`)} options={grouped} empty={words.noAccount} />
              </div>
              <div>
                <SelectField
                  name={`member${n}`}
                  label={words.member}
                  hint={words.memberHint}
                  value={was(`member${n}`)}
                  options={members}
                  empty={words.noMember}
                  optional
                />
              </div>
              <div>
                <MoneyField name={`debit${n}`} label={words.debit} value={was(`debit${n}`)} optional />
              </div>
              <div>
                <MoneyField name={`credit${n}`} label={words.credit} value={was(`credit${n}`)} optional />
              </div>
            </div>
          </FieldGroup>
        ))}
        <TextArea name="why" label={words.why} hint={words.whyHint} value={was('why')} rows={2} maxLength={500} optional />
        <div id="stand" data-live-part aria-live="polite">
          <MembersAsked typed={props.typed} />
          <Standing typed={props.typed} />
        </div>
        <Actions>
          <Button icon="check">{words.book}</Button>
          <Button look="secondary" action={CHECK} name="act" value="line" icon="plus">
            {words.another}
          </Button>
          <Button look="plain" action={CHECK} name="act" value="check">
            {words.check}
          </Button>
        </Actions>
      </Form>
    </div>
  )
}

/** Lines on which account and member do not belong together, before the server refuses them. */
function MembersAsked({ typed }: { typed: Typed }) {
  const found = memberMismatch(typed)
  if (found.length === 0) return null
  return (
    <Alert tone="warn">
      {found.map(({ n, asks }) => (
        <p key={n}>{fill(asks ? words.asksMember : words.asksNoMember, { n })}</p>
      ))}
    </Alert>
  )
}

/** Whether both sides are the same, as far as it is filled in; the server proves it again. */
function Standing({ typed }: { typed: Typed }) {
  const sides = typedSides(typed)
  if (!sides)
    return (
      <Alert tone="warn">
        <p>{words.unreadable}</p>
      </Alert>
    )
  const { debit, credit } = sides
  if (debit === 0n && credit === 0n)
    return (
      <Alert tone="info">
        <p>{words.nothing}</p>
      </Alert>
    )
  const difference = minus(debit, credit)
  if (difference === 0n)
    return (
      <Alert tone="ok">
        <p>{fill(words.balanced, { amount: euro(debit) })}</p>
      </Alert>
    )
  return (
    <Alert tone="warn">
      <p>{fill(words.notBalanced, { debit: euro(debit), credit: euro(credit), difference: euro(difference < 0n ? negate(difference) : difference) })}</p>
    </Alert>
  )
}
