import type { ComponentChildren } from 'preact'
import { type Cents, euro } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import type { Receiver } from '#rooms/agreements'
import { Alert, Card, Crumbs, Empty, PageHead, Tag } from '#ui/parts.tsx'
import { leavingTexts } from '../leaving.en.ts'
import { TOPICS, type Topic } from '../leaving.rules.ts'
import type { Leaving } from '../leaving.ts'
import { moneyTexts } from '../money.en.ts'

/** What happens when a member leaves: each subject with its article, in plain words made from the rules, and today's amount as the example. */
export function LeavingPage({ leaving, language }: { leaving: Leaving | null; language: Language }) {
  const words = leavingTexts[language]
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/geld', label: moneyTexts(language).home.title }]} />
      <PageHead title={words.title} lead={words.lead} read />
      {leaving ? (
        <>
          <p>{fill(words.by, { number: leaving.number })}</p>
          {TOPICS.map((topic) => (
            <Card
              key={topic}
              title={words.topics[topic]}
              action={leaving.articles[topic] === null ? null : <Tag tone="info">{fill(words.article, { article: leaving.articles[topic] ?? '' })}</Tag>}
            >
              <Said topic={topic} leaving={leaving} language={language} />
            </Card>
          ))}
          <Alert tone="plain" title={words.more}>
            <p>{words.moreText}</p>
            <p>
              <a href={`/afspraken/${leaving.version}`}>{words.read}</a>
            </p>
          </Alert>
        </>
      ) : (
        <Empty title={words.noAgreement} what={words.noAgreementNext} />
      )}
      <Alert tone="plain" title={words.talk} icon="talk">
        <p>{words.talkText}</p>
        <p>
          <a href="/vertrek">{words.begin}</a>
        </p>
      </Alert>
    </div>
  )
}

/** Where each pot goes by the article, or that nothing is said of it. */
function potsTold({ potsTo }: Leaving, language: Language): string {
  const words = leavingTexts[language]
  const { receivers } = moneyTexts(language)
  const said = potsTo.map(({ pot, receiver, fundOf }) =>
    fill(words.potTo, { pot: receivers[pot], receiver: fundOf ? fill(words.fundOf, { name: fundOf }) : receivers[receiver] }),
  )
  const waits = potsTo.some(({ receiver }) => receiver === 'payout') ? [words.potWaits] : []
  const moves = potsTo.some(({ receiver }) => receiver === 'otherFund') ? [words.fundWaits] : []
  return [...said, ...waits, ...moves, ...(potsTo.length < 2 ? [words.potsNext] : [])].join(' ')
}

function Said({ topic, leaving, language }: { topic: Topic; leaving: Leaving; language: Language }) {
  const words = leavingTexts[language]
  const to = (receiver: Receiver | null, sentence: string) => (receiver ? fill(sentence, { receiver: moneyTexts(language).receivers[receiver] }) : words.silent)
  const now = (cents: Cents, some: string, none: string) => (cents > 0n ? fill(some, { cents: euro(cents) }) : none)
  const told: Readonly<Record<Topic, readonly [string, string | null, ComponentChildren]>> = {
    work: [words.work, words.workToday, null],
    pots: [words.pots, fill(words.potsToday, { cents: euro(leaving.still) }), potsTold(leaving, language)],
    promised: [words.promised, now(leaving.ending, words.promisedToday, words.promisedNone), null],
    late: [to(leaving.lateTo, words.late), now(leaving.unpaid, words.lateToday, words.lateNone), null],
    loss: [to(leaving.lossTo, words.loss), now(leaving.borne, words.lossToday, words.lossNone), null],
    equipment: [words.equipment, null, words.equipmentNext],
  }
  const [text, today, next] = told[topic]
  return (
    <>
      <p>{text}</p>
      {today ? <p class="soft">{fill(words.today, { text: today })}</p> : null}
      {next ? <p>{next}</p> : null}
      {topic === 'equipment' ? (
        <p>
          <a href="/spullen">{words.equipmentLink}</a>
        </p>
      ) : null}
    </>
  )
}
