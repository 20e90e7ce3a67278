import { addDays, type Day } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { plainEuro } from '#kit/money.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import type { Customer } from '#rooms/organisations'
import { Actions, Button, DayField, FieldGroup, Form, MoneyField, PercentField, RadioCards, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Crumbs, Fold, PageHead } from '#ui/parts.tsx'
import { atName, CustomerFields } from '../asking/customer-fields.tsx'
import { MOST_LINES } from '../forms.ts'
import { LineFields } from '../pages/revise-page.tsx'
import { quoteTexts } from './quotes.en.ts'
import { USUAL_VALID_DAYS } from './quoting.rules.ts'
import type { QuoteRow } from './quoting.types.ts'

export const MOST_INSTALMENTS = 3

/** Writing or changing a quote: for whom, what, when; deposit and parts folded away. */
export function QuoteFormPage(props: {
  quote: QuoteRow | null
  customers: readonly Customer[]
  members: ReadonlyMap<MemberId, string> | null
  today: Day
  keys: { csrf: string; key: string }
  problems: Problems | null
  language: Language
}) {
  const { quote, language } = props
  const none = props.customers.length === 0
  const problems = none ? atName(props.problems) : props.problems
  const all = quoteTexts(language)
  const words = all.form
  const terms = quote?.terms ?? null
  const rows = Math.min(MOST_LINES, Math.max(2, (terms?.lines.length ?? 0) + 1))
  return (
    <div class="narrow stack">
      <Crumbs items={[quote ? { href: `/offertes/${quote.id}`, label: quote.number } : { href: '/offertes', label: all.list.title }]} />
      <PageHead title={quote ? words.change : words.title} />
      {quote?.document ? <Alert tone="info">{words.changeSent}</Alert> : null}
      <Form action={quote ? `/offertes/${quote.id}/aanpassen` : '/offertes'} keys={props.keys} problems={problems}>
        {props.members && !quote ? (
          <SelectField name="member" label={words.member} empty="" options={[...props.members].map(([value, label]) => ({ value, label }))} />
        ) : null}
        <CustomerFields
          label={words.customer}
          none={none}
          value={quote?.customer}
          options={props.customers.map((customer) => ({ value: customer.id, label: customer.name }))}
          problems={problems}
          language={language}
        />
        <DayField name="workOn" label={words.workOn} value={terms?.workOn ?? addDays(props.today, 14)} />
        <RadioCards
          name="basis"
          label={words.basis}
          value={terms?.basis ?? 'with'}
          columns={2}
          options={[
            { value: 'with', label: words.with },
            { value: 'without', label: words.without },
          ]}
        />
        {Array.from({ length: rows }, (_, index) => (
          <LineFields n={index + 1} line={terms?.lines[index] ?? null} language={language} key={`what${index + 1}`} />
        ))}
        <Fold summary={words.more} open={problems !== null || (terms !== null && (terms.instalments.length > 0 || terms.note !== null))}>
          <PercentField name="depositPercent" label={words.depositPercent} value={percentIn(terms?.depositPercent)} optional />
          <MoneyField name="deposit" label={words.deposit} value={terms?.deposit ? plainEuro(terms.deposit) : ''} optional />
          {Array.from({ length: MOST_INSTALMENTS }, (_, index) => {
            const each = terms?.instalments[index]
            return (
              <FieldGroup legend={words.instalment(index + 1)} key={`part${index + 1}`}>
                <TextField
                  name={`label${index + 1}`}
                  label={words.instalmentLabel}
                  hint={words.instalmentLabelHint}
                  value={each?.label ?? ''}
                  maxLength={120}
                  optional
                />
                <DayField name={`on${index + 1}`} label={words.instalmentOn} value={each?.on ?? ''} optional />
                <PercentField name={`percent${index + 1}`} label={words.instalmentPercent} value={percentIn(each?.percent)} optional />
              </FieldGroup>
            )
          })}
          <TextField name="validDays" label={words.valid} value={String(terms?.validDays ?? USUAL_VALID_DAYS)} inputMode="numeric" size={4} />
          <TextArea name="note" label={words.note} value={terms?.note ?? ''} rows={3} maxLength={1000} optional />
        </Fold>
        <Actions>
          <Button icon="check">{words.save}</Button>
        </Actions>
      </Form>
    </div>
  )
}

function percentIn(share: bigint | null | undefined): string {
  return share ? plainEuro(share as Parameters<typeof plainEuro>[0]).replace(/,00$/, '') : ''
}
