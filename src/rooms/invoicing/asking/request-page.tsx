import type { Problems } from '#kit/form.ts'
import { plainEuro } from '#kit/money.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { TradePanel, type TradeStanding } from '#rooms/consent'
import type { Customer } from '#rooms/organisations'
import { Actions, Button, ButtonLink, DayField, Form, MoneyField, RadioCards, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Fold, PageHead } from '#ui/parts.tsx'
import { MOST_LINES } from '../forms.ts'
import { texts } from '../invoicing.en.ts'
import { LineFields } from '../pages/revise-page.tsx'
import { textsIn } from '../pages/texts.ts'
import { quantity } from '../paper/paper.rules.ts'
import { ONE, UNITS } from '../pricing/pricing.rules.ts'
import { problemsInShares } from '../sharing/form.ts'
import { ShareFields } from '../sharing/pages/share-fields.tsx'
import type { AskedShare } from '../sharing/shares.rules.ts'
import { type AskedBefore, vatChoiceOf } from './again.rules.ts'
import { atName, CustomerFields } from './customer-fields.tsx'

/** Five questions on a phone: for whom, what, how much, which kind, when. The rest is folded away. */
export function RequestPage(props: {
  customers: { readonly recent: readonly Customer[]; readonly others: readonly Customer[] }
  /** What was asked the last time, to begin with. */
  before: AskedBefore | null
  mayRepeat: boolean
  /** The job that several members did, to begin with. */
  job: { readonly title: string; readonly shares: readonly AskedShare[] } | null
  /** Who may have done it too. */
  fellows: ReadonlyMap<MemberId, string>
  members: ReadonlyMap<MemberId, string> | null
  trade: TradeStanding
  keys: { csrf: string; key: string }
  problems: Problems | null
  language: Language
}) {
  const words = textsIn(props.language).request
  const { before, customers } = props
  const none = customers.recent.length + customers.others.length === 0
  const problems = none ? atName(props.problems) : props.problems
  const option = (group: string | undefined) => (customer: Customer) => ({ value: customer.id, label: customer.name, group })
  const lid = props.members && props.trade.member ? `&lid=${props.trade.member}` : ''
  return (
    <div class="narrow stack">
      <PageHead title={words.title} lead={words.lead} read={props.members === null} />
      <TradePanel standing={props.trade} address="/facturen/nieuw" members={props.members} language={props.language} />
      {before ? <Alert tone="info">{words.againNote}</Alert> : null}
      {props.mayRepeat && !before && !problems ? (
        <Actions>
          <ButtonLink href={`/facturen/nieuw?zelfde=ja${lid}`} look="secondary" icon="undo">
            {words.again}
          </ButtonLink>
        </Actions>
      ) : null}
      <Form action="/facturen" keys={props.keys} problems={problems} {...(before || props.job ? {} : { keep: 'factuur' })}>
        {props.members ? (
          <SelectField
            name="member"
            label={words.member}
            value={props.trade.member ?? ''}
            empty=""
            options={[...props.members].map(([value, label]) => ({ value, label }))}
          />
        ) : null}
        <CustomerFields
          none={none}
          value={before?.customer ?? undefined}
          options={[
            ...customers.recent.map(option(customers.others.length > 0 ? words.recent : undefined)),
            ...customers.others.map(option(customers.recent.length > 0 ? words.others : undefined)),
          ]}
          problems={problems}
          language={props.language}
        />
        <TextField name="what" label={words.what} hint={words.whatHint} value={before?.first.description ?? props.job?.title} maxLength={200} />
        <MoneyField name="price" label={words.price} hint={words.priceHint} value={before ? plainEuro(before.first.price) : undefined} />
        <RadioCards
          name="vat"
          label={words.vat}
          value={before ? vatChoiceOf(before.first) : undefined}
          options={[
            { value: 'standard', ...words.vatChoices.standard, icon: 'tool' },
            { value: 'reduced', ...words.vatChoices.reduced, icon: 'sprout' },
            { value: 'unsure', ...words.vatChoices.unsure, icon: 'question' },
          ]}
        />
        <DayField name="performedOn" label={words.performedOn} value={props.trade.on} max={props.trade.today} />
        <Fold summary={words.more} open={beyondTheFirst(before) || problemsInMore(problems)}>
          <TextField
            name="quantity"
            label={words.quantity}
            value={before && before.first.quantity !== ONE ? quantity(before.first.quantity) : undefined}
            inputMode="decimal"
            size={6}
            optional
          />
          <SelectField
            name="unit"
            label={words.unit}
            value={before?.first.unit ?? 'piece'}
            options={UNITS.map((unit) => ({ value: unit, label: texts[props.language].unit[unit] }))}
          />
          <RadioCards
            name="basis"
            label={words.basis.label}
            value={before?.basis ?? 'with'}
            options={[
              { value: 'with', label: words.basis.with },
              { value: 'without', label: words.basis.without },
            ]}
          />
          <TextField name="reference" label={words.reference} hint={words.referenceHint} maxLength={60} optional />
          <TextArea name="note" label={words.note} rows={2} maxLength={300} optional />
        </Fold>
        <ShareFields shares={props.job?.shares ?? []} fellows={props.fellows} lines={[]} open={problemsInShares(problems)} language={props.language} />
        {Array.from({ length: furtherLines(before, problems) }, (_, index) => (
          <LineFields n={index + 2} line={before?.more[index] ?? null} language={props.language} key={`what${index + 2}`} />
        ))}
        <Actions>
          <Button size="big" icon="send">
            {words.send}
          </Button>
        </Actions>
      </Form>
    </div>
  )
}

/** How many lines beside the first: those of the last time, or those that were sent. */
function furtherLines(before: AskedBefore | null, problems: Problems | null): number {
  if (!problems) return before?.more.length ?? 0
  return Array.from({ length: MOST_LINES - 1 }, (_, index) => index + 2).filter((n) => `what${n}` in problems.typed).length
}

function beyondTheFirst(before: AskedBefore | null): boolean {
  return before !== null && (before.first.quantity !== ONE || before.first.unit !== 'piece' || before.basis !== 'with')
}

function problemsInMore(problems: Problems | null): boolean {
  return ['quantity', 'unit', 'basis', 'reference', 'note'].some((name) => name in (problems?.fields ?? {}))
}
