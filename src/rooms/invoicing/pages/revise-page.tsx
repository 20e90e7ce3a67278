import type { Problems } from '#kit/form.ts'
import { negate, plainEuro } from '#kit/money.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import type { Customer } from '#rooms/organisations'
import { Actions, Button, ButtonLink, DayField, FieldGroup, Form, MoneyField, RadioCards, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { PageHead } from '#ui/parts.tsx'
import { ENTERED_VAT, MOST_LINES } from '../forms.ts'
import { texts } from '../invoicing.en.ts'
import type { Draft } from '../invoicing.types.ts'
import { quantity } from '../paper/paper.rules.ts'
import { type Line, UNITS } from '../pricing/pricing.rules.ts'
import { problemsInShares } from '../sharing/form.ts'
import { ShareFields } from '../sharing/pages/share-fields.tsx'
import { textsIn } from './texts.ts'

/** All lines of a draft, and room for a few more. */
export function RevisePage(props: {
  draft: Draft
  customers: readonly Customer[]
  fellows: ReadonlyMap<MemberId, string>
  keys: { csrf: string; key: string }
  problems: Problems | null
  language: Language
}) {
  const { draft } = props
  const { request, revise: words, draft: draftWords } = textsIn(props.language)
  const rows = Math.min(MOST_LINES, draft.lines.length + 3)
  return (
    <div class="stack">
      <PageHead title={words.title} lead={words.lead} />
      <Form action={`/facturen/${draft.id}/aanpassen`} keys={props.keys} problems={props.problems}>
        {draft.kind === 'invoice' ? (
          <SelectField
            name="customer"
            label={words.customer}
            value={draft.customer ?? ''}
            options={props.customers.map((customer) => ({ value: customer.id, label: customer.name }))}
          />
        ) : null}
        <DayField name="performedOn" label={request.performedOn} value={draft.performedOn} />
        <RadioCards
          name="basis"
          label={words.basis}
          value={draft.basis}
          columns={2}
          options={[
            { value: 'with', label: words.basisChoices.with },
            { value: 'without', label: words.basisChoices.without },
          ]}
        />
        {Array.from({ length: rows }, (_, index) => (
          <LineFields n={index + 1} line={draft.lines[index] ?? null} language={props.language} key={`what${index + 1}`} />
        ))}
        {draft.kind === 'invoice' ? (
          <ShareFields
            shares={draft.shares}
            fellows={props.fellows}
            lines={draft.lines.map((line) => line.description)}
            open={problemsInShares(props.problems)}
            language={props.language}
          />
        ) : null}
        <TextField name="reference" label={request.reference} value={draft.reference ?? ''} maxLength={60} optional />
        <TextArea name="note" label={request.note} value={draft.note ?? ''} rows={2} maxLength={300} optional />
        <Actions>
          <Button icon="check">{words.save}</Button>
          <ButtonLink href={`/facturen/${draft.id}`} look="secondary">
            {draftWords.preview}
          </ButtonLink>
        </Actions>
      </Form>
    </div>
  )
}

/** One line of an invoice with all there is to say of it. */
export function LineFields(props: { n: number; line: Line | null; language: Language }) {
  const { n, line } = props
  const words = textsIn(props.language).revise
  const less = line !== null && line.quantity < 0n
  return (
    <FieldGroup legend={words.line(n)}>
      <TextField name={`what${n}`} label={words.what} value={line?.description ?? ''} maxLength={200} optional={n > 1} />
      <div class="row">
        <div>
          <TextField
            name={`quantity${n}`}
            label={words.quantity}
            inputMode="decimal"
            size={6}
            value={line ? quantity(less ? -line.quantity : line.quantity) : ''}
            optional
          />
        </div>
        <div>
          <SelectField
            name={`unit${n}`}
            label={words.unit}
            value={line?.unit ?? 'piece'}
            options={UNITS.map((unit) => ({ value: unit, label: texts[props.language].unit[unit] }))}
          />
        </div>
        <MoneyField name={`price${n}`} label={words.price} value={line ? plainEuro(less ? negate(line.price) : line.price) : ''} optional={n > 1} />
        <div>
          <SelectField
            name={`vat${n}`}
            label={words.vat}
            value={line?.vat ?? 'standard'}
            options={ENTERED_VAT.map((kind) => ({ value: kind, label: texts[props.language].vatKind[kind] }))}
          />
        </div>
      </div>
    </FieldGroup>
  )
}
