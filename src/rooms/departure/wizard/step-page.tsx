import type { ComponentChildren } from 'preact'
import { type Day, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { euro, sum } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import { agreementText, articleOf, articlesEn, articlesNl, potAtExit } from '#rooms/agreements'
import { moneyTexts } from '#rooms/settlement'
import { worthOn } from '#rooms/spending'
import { Actions, Button, CheckCards, CheckField, DayField, Form, RadioCards, TextArea } from '#ui/fields.tsx'
import { Alert, Amount, Card, PageHead, Progress } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { departureTexts } from '../departure.en.ts'
import { DATA_PARTS, type Departure, GOALS, STEPS, type StepName } from '../departure.rules.ts'
import { PotTable } from '../pots/pot-table.tsx'
import { POT_NAMES } from '../pots/pots.rules.ts'
import type { Along } from './along.ts'
import { SLUGS } from './forms.ts'
import { choicesFor } from './steps.rules.ts'

export type StepProps = {
  readonly step: StepName
  readonly departure: Departure
  readonly along: Along
  readonly today: Day
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
  readonly language: Language
}

/** One step: one question a page, with what is known about it above the form. */
export function StepPage(props: StepProps) {
  const { step, departure, keys, problems, language } = props
  const words = departureTexts(language)
  const base = `/vertrek/${departure.id}`
  const nr = STEPS.indexOf(step) + 1
  return (
    <div class="narrow stack-l">
      <PageHead title={words.steps[step]} />
      <Progress label={`${nr} / ${STEPS.length}`} value={nr} max={STEPS.length} />
      <Form action={`${base}/stap/${SLUGS[step]}`} keys={keys} problems={problems}>
        {FIELDS[step](props)}
        <Actions>
          <Button size="big">{words.next}</Button>
        </Actions>
      </Form>
      <p>
        <a href={base}>{words.back}</a>
      </p>
    </div>
  )
}

const FIELDS: Readonly<Record<StepName, (props: StepProps) => ComponentChildren>> = {
  destination: ({ departure, along, language }) => {
    const words = departureTexts(language)
    return (
      <>
        <RadioCards
          name="goal"
          label={words.steps.destination}
          value={departure.answers.destination?.goal}
          options={GOALS.map((value) => ({ value, label: words.goals[value], hint: words.goalHints[value] }))}
        />
        {along.benefit?.source === 'none' ? <p class="soft">{words.noBenefitHint}</p> : null}
        <Note value={departure.answers.destination?.note} language={language} />
      </>
    )
  },
  lastDay: ({ departure, language }) => {
    const words = departureTexts(language)
    return <DayField name="on" label={words.lastDayLabel} hint={words.lastDayLead} value={departure.answers.lastDay?.on} />
  },
  invoices: ({ departure, along, language }) => {
    const words = departureTexts(language)
    const exit = along.agreement ? articleOf(along.agreement.articles, 'exit') : undefined
    const open = sum(along.invoices.map((invoice) => invoice.open))
    return (
      <>
        <p>{along.invoices.length === 0 ? words.invoicesNone : fill(words.invoicesLead, { cents: euro(open) })}</p>
        {along.invoices.length === 0 ? null : (
          <Table
            caption={words.steps.invoices}
            captionHidden
            rows={along.invoices}
            rowKey={({ id }) => id}
            columns={[
              { key: 'number', label: words.number, cell: ({ id, number }) => <a href={`/facturen/${id}`}>{number}</a> },
              { key: 'customer', label: words.customer, cell: ({ customerName }) => customerName },
              { key: 'open', label: words.openCents, numeric: true, phone: 'beside', cell: ({ open }) => <Amount cents={open} /> },
            ]}
          />
        )}
        <p>{exit ? fill(words.invoicesLate, { receiver: moneyTexts(language).receivers[exit.lateMoneyTo] }) : words.invoicesSilent}</p>
        <RadioCards
          name="by"
          label={words.invoicesBy}
          value={departure.answers.invoices?.by}
          options={(['treasurer', 'coach'] as const).map((value) => ({ value, label: words.invoicesWho[value] }))}
        />
        <Note value={departure.answers.invoices?.note} language={language} />
      </>
    )
  },
  jobs: ({ departure, along: { work }, language }) => {
    const words = departureTexts(language)
    const none = work.quotes.length === 0 && work.jobs.length === 0
    return (
      <>
        <p>{none ? words.jobsNone : words.jobsLead}</p>
        <ul>
          {work.quotes.map((quote) => (
            <li key={quote.id}>
              <a href={`/offertes/${quote.id}`}>
                {fill(words.quote, { number: quote.number, customer: quote.customer, day: longDay(quote.workOn, language) })}
              </a>
            </li>
          ))}
          {work.jobs.map((job) => (
            <li key={job.id}>
              <a href={`/klussen/${job.id}`}>{fill(words.job, { title: job.title, day: longDay(job.workOn, language) })}</a>
            </li>
          ))}
        </ul>
        <RadioCards
          name="what"
          label={words.jobsWhat}
          value={departure.answers.jobs?.what}
          options={(['none', 'finished', 'handedOver', 'calledOff'] as const).map((value) => ({ value, label: words.jobsChoices[value] }))}
        />
        <Note value={departure.answers.jobs?.note} language={language} />
      </>
    )
  },
  customers: ({ departure, along, language }) => {
    const words = departureTexts(language)
    if (along.customers.length === 0) return <p>{words.customersNone}</p>
    return (
      <>
        <p>{words.customersLead}</p>
        <CheckCards
          name="along"
          label={words.customersAlong}
          values={departure.answers.customers?.along ?? []}
          options={along.customers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <CheckField name="agreed" label={words.customersAgreed} checked={departure.answers.customers?.agreed ?? false} />
        <p class="soft">{words.customersStay}</p>
      </>
    )
  },
  equipment: ({ departure, along, today, language }) => {
    const words = departureTexts(language)
    const things = along.things.filter((thing) => choicesFor(thing).length > 0)
    return (
      <>
        <p>{things.length === 0 ? words.equipmentNone : words.equipmentLead}</p>
        {things.map((thing) => (
          <RadioCards
            key={thing.id}
            name={thing.id}
            label={fill(words.thing, { name: thing.name, owner: words.owner[thing.owner], cents: euro(thing.value), worth: euro(worthOn(thing, today)) })}
            value={departure.answers.equipment?.things[thing.id]}
            options={choicesFor(thing).map((value) => ({ value, label: words.thingChoices[value] }))}
          />
        ))}
        {things.some((thing) => thing.owner === 'cooperative') ? <p class="soft">{words.givenHint}</p> : null}
        <Note value={departure.answers.equipment?.note} language={language} />
      </>
    )
  },
  pots: ({ departure, along, language }) => {
    const words = departureTexts(language)
    return (
      <>
        <p>{words.potsLead}</p>
        <PotTable pots={along.pots} language={language} />
        <Articles along={along} language={language} />
        <TextArea name="wish" label={words.potsWish} hint={words.potsWishHint} value={departure.answers.pots?.wish ?? ''} rows={3} optional />
      </>
    )
  },
  data: ({ departure, language }) => {
    const words = departureTexts(language)
    return (
      <>
        <CheckCards
          name="parts"
          label={words.dataLead}
          values={departure.answers.data?.parts ?? []}
          options={DATA_PARTS.map((value) => ({ value, label: words.dataParts[value] }))}
        />
        <p class="soft">{words.dataNote}</p>
      </>
    )
  },
  followUp: ({ departure, along, language }) => {
    const words = departureTexts(language)
    const agrees = departure.answers.followUp?.agrees
    return (
      <>
        <p>{words.followUpLead}</p>
        <p>{words.followUpWhy}</p>
        {along.email ? null : <Alert tone="warn">{words.followUpNoMail}</Alert>}
        <RadioCards
          name="agrees"
          label={words.steps.followUp}
          value={agrees === undefined ? undefined : agrees ? 'ja' : 'nee'}
          options={(['ja', 'nee'] as const).map((value) => ({ value, label: words.followUpChoices[value] }))}
        />
      </>
    )
  },
}

/** What the agreement says about leaving, with its numbers: the article on leaving, and those in the cooperative's own words. */
function Articles({ along, language }: { along: Along; language: Language }) {
  const words = departureTexts(language)
  if (!along.agreement) return <Alert tone="warn">{words.potsNoAgreement}</Alert>
  const { articles } = along.agreement
  const texts = agreementText(articles, language === 'en' ? articlesEn : articlesNl)
  const ruling = texts.filter((_, place) => articles[place]?.kind === 'exit' || articles[place]?.kind === 'free' || articles[place]?.kind === 'earmarked')
  return (
    <>
      {ruling.map((article) => (
        <Card key={article.number} title={fill(words.potsArticle, { article: article.number })} level={3}>
          {article.sentences.map((sentence) => (
            <p key={sentence.text}>{sentence.text}</p>
          ))}
        </Card>
      ))}
      {POT_NAMES.every((pot) => potAtExit(articles, pot)) ? null : <p>{words.potsSilent}</p>}
    </>
  )
}

function Note({ value, language }: { value: string | null | undefined; language: Language }) {
  return <TextArea name="note" label={departureTexts(language).note} value={value ?? ''} rows={2} maxLength={500} optional />
}
