import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { ENTERED_VAT, invoicingWords } from '#rooms/invoicing'
import { Button, ButtonLink, CheckField, DayField, Form, MoneyField, RadioCards, SelectField, TextField } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, PageHead } from '#ui/parts.tsx'
import { texts } from '../offerings.en.ts'
import type { QuoteBegun } from './asking.ts'
import { Asked } from './questions.tsx'

/** A quote that begins with what a customer asked in the catalogue; once it is made, the way to it. */
export function QuoteForQuestionPage(props: {
  readonly begun: QuoteBegun
  readonly back: string
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
  readonly language: Language
}) {
  const { begun, language, problems } = props
  const { question } = begun
  const words = texts(language)
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: props.back, label: words.coach.title }]} />
      <PageHead title={words.quoting.title} read />
      <Card title={words.quoting.asked}>
        <Asked question={question} language={language} />
      </Card>
      {question.quote ? (
        <Alert tone="ok">
          <p>{words.quoting.made}</p>
          <ButtonLink href={`/offertes/${question.quote}`} look="secondary">
            {words.own.quoted}
          </ButtonLink>
        </Alert>
      ) : (
        <QuoteForm begun={begun} keys={props.keys} problems={problems} language={language} />
      )}
    </div>
  )
}

function QuoteForm(props: {
  readonly begun: QuoteBegun
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
  readonly language: Language
}) {
  const { begun, language } = props
  const { question, customer } = begun
  const words = texts(language).quoting
  const choice = { value: 'with', columns: 2 } as const
  return (
    <Form action={`/vragen-van-klanten/${question.id}/offerte`} keys={props.keys} problems={props.problems}>
      {customer ? <p>{fill(words.known, { name: customer.name })}</p> : null}
      {customer ? null : (
        <>
          <RadioCards
            name="kind"
            label={words.kind}
            value="person"
            columns={2}
            options={(['person', 'organisation'] as const).map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          />
          <CheckField name="agreed" label={fill(words.agreed, { name: question.name })} />
        </>
      )}
      <TextField name="what" label={words.what} value={question.title} maxLength={200} />
      <MoneyField name="price" label={words.price} />
      <RadioCards name="basis" label={words.basis} {...choice} options={(['with', 'without'] as const).map((value) => ({ value, label: words[value] }))} />
      <SelectField
        name="vat"
        label={words.vat}
        value="standard"
        options={ENTERED_VAT.map((kind) => ({ value: kind, label: invoicingWords[language].vatKind[kind] }))}
      />
      <DayField name="workOn" label={words.workOn} value={begun.workOn} />
      <p class="soft">{words.after}</p>
      <Button after="arrow">{words.make}</Button>
    </Form>
  )
}
