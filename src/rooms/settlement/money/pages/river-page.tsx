import { type Day, longDay, longMonth, type Month, shortDay } from '#kit/day.ts'
import { type Cents, euro, plus } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import { agreementText, articlesEn, articlesNl, costKindName } from '#rooms/agreements'
import { Alert, Answer, Card, Crumbs, Facts, LinkList, PageHead, Quoted, Tabs, Tag } from '#ui/parts.tsx'
import { River, type RiverShare } from '#ui/river.tsx'
import { type MoneyTexts, moneyTexts } from '../money.en.ts'
import { insideOf, partFor, type RiverPart, type RiverPayment, type RiverView } from '../river.rules.ts'
import type { RiverAgreements } from '../river.ts'

export type RiverPageProps = {
  readonly view: RiverView
  /** By version. */
  readonly agreements: RiverAgreements
  readonly language: Language
  /** Whose money it is, when the reader is somebody else. */
  readonly name: string | null
  /** Other months to look at, newest first. */
  readonly months: readonly Month[]
}

/** "Waar ging mijn geld heen?": the answer in one sentence, the river, the same figures as a table, the article behind each share. */
export function RiverPage(props: RiverPageProps) {
  const { view, language, name } = props
  const words = wordsOf(props)
  const asked = name ? `?lid=${view.member}` : ''
  return (
    <div class="wrap stack">
      <Crumbs items={[{ href: name ? `/maand/${view.month}` : '/geld', label: name ? longMonth(view.month, language) : words.river.home }]} />
      <PageHead
        title={words.river.title}
        over={view.of === 'month' ? longMonth(view.month, language) : paymentLine(view, words, language)}
        read
        actions={<Tag tone={view.closed ? 'ok' : 'wait'}>{view.closed ? words.river.booked : words.river.provisional}</Tag>}
      />
      {view.of === 'month' && props.months.length > 1 ? (
        <Tabs
          label={words.river.which}
          items={props.months.map((month) => ({ href: `/geld/${month}${asked}`, label: longMonth(month, language), current: month === view.month }))}
        />
      ) : null}
      <Answer>{answerOf(view, words, language)}</Answer>
      {view.closed ? null : (
        <Alert tone="info">
          <p>{words.river.provisionalNote}</p>
          {view.earlierOpen ? <p>{fill(words.river.earlierOpen, { month: longMonth(view.earlierOpen, language) })}</p> : null}
        </Alert>
      )}
      <Card>
        <River total={view.gross} shares={sharesOf(props)} words={{ source: aboveOf(view, words), title: words.river.title }} />
        {notesOf(view, words).map((note) => (
          <p key={note}>{note}</p>
        ))}
      </Card>
      {view.of === 'month' && view.payments.length > 0 ? (
        <Card title={words.river.payments}>
          <LinkList
            items={view.payments.map((payment) => ({
              href: `/geld/ontvangst/${payment.receipt}`,
              label: `${shortDay(payment.on, language)} · ${numberOf(payment, words)}`,
              note: euro(payment.gross),
            }))}
          />
        </Card>
      ) : null}
      {view.back.length > 0 ? <BackCard view={view} words={words} language={language} /> : null}
      <Alert tone="plain" title={words.river.when}>
        <p>{isInvoiced(props) ? words.river.whenInvoiced : words.river.whenWhy}</p>
        <p>{words.river.whichAgreement}</p>
      </Alert>
      {name ? null : (
        <Alert tone="plain" title={words.river.unclear} icon="talk">
          <p>{words.river.unclearWhy}</p>
        </Alert>
      )}
    </div>
  )
}

/** The words for the member, or about the member for somebody else. */
function wordsOf({ language, name }: RiverPageProps): MoneyTexts {
  const words = moneyTexts(language)
  if (!name) return words
  const { river } = words
  return {
    ...words,
    receivers: { ...words.receivers, ...words.receiversOf },
    river: {
      ...river,
      title: fill(river.titleOf, { name }),
      shareOfInvoice: river.shareOfInvoiceOf,
      answer: river.answerOf,
    },
  }
}

function isInvoiced({ agreements }: RiverPageProps): boolean {
  return [...agreements.values()].some(({ articles }) => articles.some((article) => article.kind === 'basis' && article.basis === 'invoiced'))
}

function BackCard(props: { view: RiverView; words: MoneyTexts; language: Language }) {
  const { view, words, language } = props
  return (
    <Card title={words.river.back}>
      <p>{words.river.backIntro}</p>
      {view.back.map((each) => (
        <div class="stack-s" key={`${each.number} ${each.on}`}>
          <p class="strong">
            {fill(each.inside ? words.river.backLineInside : words.river.backLine, {
              day: longDay(each.on as Day, language),
              number: each.number,
              month: longMonth(each.ofMonth, language),
              net: euro(each.net),
            })}
          </p>
          <Facts items={each.lines.map((line) => ({ label: words.receivers[line.receiver], value: euro(line.cents) }))} />
        </div>
      ))}
    </Card>
  )
}

/** The month in one sentence: what the work brought in, and what of it is for whom. */
export function answerOf(view: RiverView, words: MoneyTexts, language: Language): string {
  const { river } = words
  if (view.gross <= 0n) return fill(river.answerNothing, { month: longMonth(view.month, language) })
  const paid = fill(view.of === 'month' ? river.paid : river.paidOne, { gross: euro(view.gross) })
  const said = { paid: insideOf(view) > 0n ? fill(river.brought, { gross: euro(view.gross) }) : paid }
  if (view.result < 0n) return fill(river.answerLoss, said)
  const [business, development] = [partFor(view, 'business'), partFor(view, 'development')]
  if (view.madeGood > 0n && business === 0n && development === 0n) return fill(river.answerMadeGood, said)
  return fill(river.answer, { ...said, business: euro(business), development: euro(development) })
}

/** What stands above the river; for work of another member no customer paid. */
function aboveOf(view: RiverView, { river }: MoneyTexts): string {
  if (insideOf(view) > 0n) return river.sourceInside
  return view.of === 'month' ? river.source : river.sourcePayment
}

/** Everything that leaves the river; shares of nothing stay in the table, so that each article can be found. */
function sharesOf(props: RiverPageProps): RiverShare[] {
  const { view, language } = props
  const { river } = moneyTexts(language)
  const before: RiverShare[] = [
    {
      // A cent of rounding may be below zero, and a river has no band for that: it goes along with the VAT.
      label: view.rounding === 0n ? river.vat : river.vatAndRounding,
      cents: plus(view.vat, view.rounding),
      kind: 'vat',
      short: river.vatLaw,
      article: river.vatLaw,
      explain: <Quoted source={view.rounding === 0n ? river.vatLaw : river.roundingWhy}>{river.vatWhy}</Quoted>,
    },
    ...(view.costs === 0n ? [] : [costsShare(props)]),
    ...(view.madeGood === 0n
      ? []
      : [{ label: river.madeGood, cents: view.madeGood, kind: 'costs' as const, short: river.madeGood, explain: <p>{river.madeGoodWhy}</p> }]),
  ]
  return [...before, ...view.parts.map((part) => partShare(part, props))]
}

function costsShare(props: RiverPageProps): RiverShare {
  const { view, language } = props
  const { river } = moneyTexts(language)
  // In a month with two versions each has its own article on costs; the figure is of both together.
  const [only, ...more] = view.agreements
  const version = more.length === 0 ? (only ?? '') : ''
  const number = (props.agreements.get(version)?.articles.findIndex((each) => each.kind === 'costs') ?? -1) + 1
  const article = fill(river.article, { article: number })
  const quoted = number > 0 ? quote(String(number), version, props) : null
  return {
    label: river.costs,
    cents: view.costs,
    kind: 'costs',
    ...(number > 0 ? { article, short: article } : { short: river.costs }),
    explain: (
      <div class="stack-s">
        {quoted ? <Quoted source={quoted.source}>{quoted.text}</Quoted> : null}
        <p>{view.of === 'month' ? river.costsWhy : river.costsPart}</p>
        {view.costsByKind.length > 0 ? (
          <Facts
            items={view.costsByKind.map(({ kind, cents }) => ({ label: costKindName(kind, language === 'en' ? articlesEn : articlesNl), value: euro(cents) }))}
          />
        ) : null}
      </div>
    ),
  }
}

function partShare(part: RiverPart, props: RiverPageProps): RiverShare {
  const words = wordsOf(props)
  const number = props.view.agreements.length > 1 ? props.agreements.get(part.agreement)?.number : undefined
  const article = fill(number ? words.river.articleInVersion : words.river.article, { article: part.article, version: number ?? '' })
  const quoted = quote(part.article, part.agreement, props)
  return {
    label: words.receivers[part.receiver],
    cents: part.cents,
    kind: part.receiver,
    article,
    short: article,
    surplus: part.kind === 'surplus',
    explain: (
      <div class="stack-s">
        {part.from ? <p>{fill(words.river.surplus, { from: words.receivers[part.from].toLowerCase() })}</p> : null}
        {part.kind === 'arrears' ? <p>{words.river.arrears}</p> : null}
        {quoted ? <Quoted source={quoted.source}>{quoted.text}</Quoted> : null}
      </div>
    ),
  }
}

/** The sentence of the agreement that gave a share: its title, and the part with the letter. */
function quote(article: string, version: string, props: RiverPageProps): { text: string; source: string } | null {
  const [, number = '', letter = ''] = /^(\d+)([a-z]?)$/.exec(article) ?? []
  const agreement = props.agreements.get(version)
  const found = agreement && agreementText(agreement.articles, props.language === 'en' ? articlesEn : articlesNl).find((each) => each.number === number)
  if (!found) return null
  const [lead] = found.sentences
  // Where late money goes is the last sentence of the article on leaving.
  if (agreement.articles[Number(number) - 1]?.kind === 'exit')
    return { text: found.sentences.map((sentence) => sentence.text).join(' '), source: sourceOf(article, agreement.number, props) }
  const own = letter ? found.sentences.find((sentence) => sentence.mark === letter) : lead
  const text = [letter && lead && lead.mark === '' ? lead.text : '', own?.text ?? ''].filter(Boolean).join(' ')
  return { text, source: sourceOf(article, agreement.number, props) }
}

function sourceOf(article: string, version: number, props: RiverPageProps): string {
  return fill(moneyTexts(props.language).river.articleOf, { article, version })
}

function notesOf(view: RiverView, words: MoneyTexts): string[] {
  const say = (sentence: string, cents: Cents) => (cents > 0n ? [fill(sentence, { cents: euro(cents) })] : [])
  const ended = view.ended.map((each) =>
    fill(each.of ? words.river.endedPot : words.river.ended, {
      cents: euro(each.cents),
      bearer: words.receivers[each.bearer],
      pot: each.of ? words.receivers[each.of] : '',
    }),
  )
  return [
    ...say(words.river.ofWhichInside, insideOf(view)),
    ...ended,
    ...say(words.river.carried, view.lossCarried),
    ...say(words.river.borne, view.lossBorne),
    ...say(words.river.notCounted, view.costsNotCounted),
  ]
}

/** The invoice that was paid, or the work for another member; of work that several did together, whose share it is. */
function numberOf({ number, shared, inside }: RiverPayment, words: MoneyTexts): string {
  if (inside) return fill(words.river.inside, { number })
  return shared ? fill(words.river.shareOfInvoice, { number }) : number
}

function paymentLine(view: RiverView, words: MoneyTexts, language: Language): string {
  const [payment] = view.payments
  return payment ? `${longDay(payment.on, language)} · ${numberOf(payment, words)}` : longMonth(view.month, language)
}
