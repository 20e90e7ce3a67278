import { longMonth, type Month } from '#kit/day.ts'
import { type Cents, euro } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import type { Receiver } from '#rooms/agreements'
import { LawFold } from '#rooms/law'
import type { PotName } from '#rooms/ledger'
import type { Pots } from '#rooms/spending'
import { ButtonLink } from '#ui/fields.tsx'
import { Answer, Card, Empty, LinkList, PageHead } from '#ui/parts.tsx'
import { Pot, PotParts } from '#ui/pot.tsx'
import { Strip } from '#ui/strip.tsx'
import { leavingTexts } from '../leaving.en.ts'
import { leftOf } from '../left.rules.ts'
import { moneyTexts } from '../money.en.ts'
import { partFor, type RiverView } from '../river.rules.ts'
import type { OwnMoney } from '../river.ts'
import { answerOf } from './river-page.tsx'

const ORDER = ['municipality', 'cooperative', 'trainingPool', 'reserve', 'payout', 'development', 'business'] as const satisfies readonly Receiver[]

/** What a member sees of the own money: this month so far, the pots, earlier months. */
export function MoneyPage(props: {
  view: RiverView | null
  month: Month
  pots: Pots
  /** The level at which each pot counts as full. */
  full: Readonly<Record<PotName, Cents>>
  months: OwnMoney['months']
  language: Language
}) {
  const { view, language, month } = props
  const words = moneyTexts(language)
  return (
    <div class="wrap stack">
      <PageHead title={words.home.title} lead={words.home.intro} read />
      <Card title={fill(words.home.now, { month: longMonth(month, language) })} look="lift">
        {view && view.gross > 0n ? (
          <div class="stack">
            <Answer>{answerOf(view, words, language)}</Answer>
            <Strip
              total={view.gross}
              shares={[
                {
                  label: words.river.vat,
                  cents: (view.gross - view.parts.reduce((all, part) => all + part.cents, 0n) - view.costs - view.madeGood) as Cents,
                  kind: 'vat',
                },
                { label: words.river.costs, cents: (view.costs + view.madeGood) as Cents, kind: 'costs' },
                ...ORDER.map((receiver) => ({ label: words.receivers[receiver], cents: partFor(view, receiver), kind: receiver })),
              ]}
            />
            <p class="soft">{words.home.nowNote}</p>
            <ButtonLink href={`/geld/${month}`} after="arrow">
              {words.home.follow}
            </ButtonLink>
          </div>
        ) : (
          <Empty title={words.home.nothing} what={words.home.nothingNext} />
        )}
      </Card>
      <Card title={words.home.pots} id="potten">
        <p>{words.home.potsNote}</p>
        <div class="row">
          {(['business', 'development'] as const).map((pot) => {
            const { balance, ...held } = props.pots[pot]
            const state = { cents: balance, full: props.full[pot], reserved: held.reserved, promised: held.promised, toCome: held.toCome }
            return (
              <section class="stack-s" key={pot}>
                <h3>{words.receivers[pot]}</h3>
                <Pot label={words.receivers[pot]} kind={pot === 'business' ? 'tall' : 'branch'} trim {...state} />
                <PotParts {...state} money={euro} />
                {balance < 0n ? <p class="soft">{words.home.below}</p> : null}
              </section>
            )
          })}
        </div>
        <ButtonLink href="/bestedingen/nieuw" look="secondary">
          {words.home.ask}
        </ButtonLink>
      </Card>
      <Card title={words.home.months}>
        <LinkList
          items={[
            // A month is still being divided until the treasurer closes it.
            ...props.months.map((each) => {
              const { said, cents } = leftOf(each.result, each.closed)
              return { href: `/geld/${each.month}`, label: longMonth(each.month, language), note: fill(words.home[said], { cents: euro(cents) }) }
            }),
          ]}
        />
        {props.months.length === 0 ? <p>{words.home.noMonths}</p> : null}
        <p>
          <a href="/opgaven">{words.home.statements}</a>
        </p>
        <LawFold screen="payOut" />
        <p>
          <a href="/geld/weggaan">{leavingTexts[language].link}</a>
        </p>
      </Card>
    </div>
  )
}
