import { type Day, dayOf, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { euro } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import { potAtExit, setsOffAtExit } from '#rooms/agreements'
import { ActionButton, Actions, Button, Form, MoneyField, RadioCards, SelectField, TextField } from '#ui/fields.tsx'
import { Card, Crumbs, PageHead } from '#ui/parts.tsx'
import { AnswerForm, Answers, QuestionLetter } from '../asking/question-parts.tsx'
import { departureTexts } from '../departure.en.ts'
import { type Departure, POT_RECEIVERS, type QuestionContent } from '../departure.rules.ts'
import type { Along } from '../wizard/along.ts'
import { PotTable } from './pot-table.tsx'
import { potTexts } from './pots.en.ts'
import { POT_NAMES } from './pots.rules.ts'

type Keys = () => { readonly csrf: string; readonly key: string }

/** The pots of who leaves: what may go where, the questions with their answers, and for the treasurer the form that books. */
export function PotsPage(props: {
  readonly departure: Departure
  readonly along: Along
  readonly own: boolean
  readonly today: Day
  readonly may: { readonly ask: boolean; readonly answer: boolean; readonly release: boolean }
  readonly keys: Keys
  readonly problems: { readonly found: Problems; readonly at: string } | null
  readonly language: Language
}) {
  const { departure, along, own, today, may, keys, problems, language } = props
  const words = potTexts(language)
  const base = `/vertrek/${departure.id}`
  const { pots } = along
  const waits = pots.rows.some((row) => row.waits && row.payable < row.cents)
  const said = POT_NAMES.flatMap((pot) => {
    const to = along.agreement && potAtExit(along.agreement.articles, pot)
    return to
      ? [
          fill(words.saidAtExit, {
            article: to.article,
            pot: words.potNames[pot],
            receiver: to.fundOf ? fill(words.fundOf, { name: to.fundOf }) : words.receivers[to.receiver],
          }),
        ]
      : []
  })
  const setsOff = along.bills.length > 0 && POT_NAMES.some((pot) => along.agreement && setsOffAtExit(along.agreement.articles, pot))
  const books = may.release && !own && departure.moments.confirmed !== undefined && (departure.answers.lastDay?.on ?? today) <= today
  return (
    <div class="stack-l">
      <Crumbs items={[{ href: base, label: own ? departureTexts(language).title : fill(departureTexts(language).titleOf, { name: along.name }) }]} />
      <PageHead title={own ? words.own : fill(words.title, { name: along.name })} lead={words.lead} />
      <PotTable pots={pots} language={language} />
      {along.bills.length > 0 ? (
        <Card title={words.bills} look="wait">
          <ul>
            {along.bills.map((bill) => (
              <li key={bill.id}>
                <a href={`/spullen/rekening/${bill.id}`}>{fill(words.billLine, { number: bill.number, thing: bill.thing, open: euro(bill.open) })}</a>
              </li>
            ))}
          </ul>
          <p class="soft">{setsOff ? words.billSetsOff : words.billNot}</p>
        </Card>
      ) : null}
      {waits && may.ask ? (
        <p>
          <a href={`${base}/vraag`}>{words.see}</a>
        </p>
      ) : null}
      {pots.questions.map((question) => (
        <Card
          key={question.id}
          title={fill(words.askedTitle, { day: longDay(dayOf(question.askedAt), language), municipality: question.content.municipality })}
          look={question.answers.length > 0 ? 'ok' : 'wait'}
        >
          <p>
            <a href={`${base}/vraag/${question.id}/pdf`}>{departureTexts(language).potsGo}</a>
          </p>
          <Answers question={question} base={`${base}/vraag/${question.id}`} />
          {may.answer && !own ? (
            <AnswerForm
              question={question}
              action={`${base}/vraag/${question.id}/antwoord`}
              keys={keys()}
              problems={problems?.at === question.id ? problems.found : null}
              today={today}
            />
          ) : null}
        </Card>
      ))}
      {pots.releases.length > 0 ? (
        <Card title={words.releases}>
          <ul>
            {pots.releases.map((release) => (
              <li key={release.id}>
                {fill(words.releasedLine, {
                  day: longDay(release.on, language),
                  cents: euro(release.cents),
                  pot: words.potNames[release.pot],
                  receiver: release.fundOf ? fill(words.fundOf, { name: release.fundOf }) : words.receivers[release.receiver],
                  why: release.why,
                })}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {books ? (
        <Card title={words.book}>
          <p>{words.bookNote}</p>
          {said.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p class="soft">{words.bank}</p>
          <Form action={`${base}/potten`} keys={keys()} problems={problems?.at === 'release' ? problems.found : null}>
            <SelectField name="pot" label={words.whichPot} options={POT_NAMES.map((value) => ({ value, label: words.potNames[value] }))} />
            <RadioCards
              name="receiver"
              label={words.receiver}
              value={said.length > 0 ? 'agreement' : undefined}
              options={[
                ...(said.length > 0 ? [{ value: 'agreement', label: words.byAgreement }] : []),
                ...POT_RECEIVERS.filter((value) => value !== 'bill' || setsOff).map((value) => ({ value, label: words.receivers[value] })),
              ]}
            />
            <MoneyField name="cents" label={words.amount} />
            <TextField name="fundOf" label={words.fundName} hint={words.fundNameHint} maxLength={120} optional />
            <TextField name="why" label={words.why} hint={words.whyHint} maxLength={300} optional={said.length > 0} />
            <Actions>
              <Button>{words.bookButton}</Button>
            </Actions>
          </Form>
        </Card>
      ) : may.release && !own ? (
        <p class="soft">{words.onlyAfter}</p>
      ) : null}
    </div>
  )
}

/** The question as it will be sent, to read before it goes: nothing is sent behind somebody's back. */
export function AskPage(props: {
  readonly departure: Departure
  readonly drafts: readonly QuestionContent[]
  readonly benefits: boolean
  readonly keys: Keys
  readonly problems: Problems | null
  readonly language: Language
}) {
  const { departure, drafts, benefits, keys, language } = props
  const words = potTexts(language)
  const base = `/vertrek/${departure.id}`
  const [only] = drafts
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: `${base}/potten`, label: words.own }]} />
      <PageHead title={words.askTitle} lead={words.askLead} />
      {drafts.length === 0 ? <p>{words.empty}</p> : null}
      {benefits || drafts.length === 0 ? null : <p class="soft">{words.askNoBenefit}</p>}
      {drafts.map((content) => (
        <QuestionLetter key={content.municipality} content={content} benefits={benefits} />
      ))}
      {only ? (
        <ActionButton action={`${base}/vraag`} keys={keys()} size="big">
          {drafts.length === 1 ? fill(words.send, { municipality: only.municipality }) : words.sendMore}
        </ActionButton>
      ) : null}
      <p class="soft">{words.nobody}</p>
    </div>
  )
}
