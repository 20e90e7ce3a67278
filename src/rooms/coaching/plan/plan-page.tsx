import { longMonth } from '#kit/day.ts'
import { euro } from '#kit/money.ts'
import { fill, type Language, list } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { LawFold } from '#rooms/law'
import { Actions, ButtonLink } from '#ui/fields.tsx'
import { Alert, Card, Checklist, Crumbs, PageHead, Progress } from '#ui/parts.tsx'
import { texts as shared } from '../coaching.en.ts'
import { trackOf } from '../here.ts'
import { MoneyTable } from './money-page.tsx'
import { texts } from './plan.en.ts'
import { isWritten, liquidityTable, PLAN_PARTS, type PointStanding, readinessOf, SCHEMES, type Scheme } from './plan.rules.ts'
import type { PlanFile } from './plan.ts'

type Props = PlanFile & { readonly member: MemberId; readonly name: string; readonly own: boolean; readonly writes: boolean; readonly language: Language }

/** The whole plan: which parts are written, the money, what is still missing for the municipality, and a file to take along. */
export function PlanPage(props: Props) {
  const { words: written, own, name, language, member } = props
  const words = texts[language]
  const address = `${trackOf(member)}/plan`
  const done = PLAN_PARTS.filter((part) => isWritten(written, part))
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: trackOf(member), label: own ? shared[language].ownBack : shared[language].back }]} />
      <PageHead title={own ? words.title : fill(words.titleOf, { name })} lead={words.lead} read />
      <Progress label={fill(words.progress, { done: done.length, of: PLAN_PARTS.length })} value={done.length} max={PLAN_PARTS.length} />
      <Card title={words.partsTitle}>
        <Checklist
          items={PLAN_PARTS.map((part) => ({
            label: words.parts[part][0] ?? '',
            note: done.includes(part) ? words.written : written[part] ? words.begun : words.notYet,
            ok: done.includes(part),
            ...(props.writes ? { href: `${address}/delen/${part}` } : {}),
          }))}
        />
      </Card>
      <Money {...props} />
      {SCHEMES.map((scheme) => (
        <Ready {...props} scheme={scheme} key={scheme} />
      ))}
      <Card title={words.downloads}>
        <p>{words.downloadsText}</p>
        <Actions>
          <ButtonLink href={`${address}/docx`} look="secondary" icon="paper" download>
            {words.docx}
          </ButtonLink>
          <ButtonLink href={`${address}/pdf`} look="secondary" icon="print">
            {words.pdf}
          </ButtonLink>
        </Actions>
      </Card>
      <LawFold screen="ownPlan" />
    </div>
  )
}

function Money(props: Props) {
  const { liquidity, language, member } = props
  const words = texts[language]
  return (
    <Card title={words.money}>
      {liquidity ? <Short {...props} liquidity={liquidity} /> : <p>{words.moneyNone}</p>}
      {liquidity ? <MoneyTable liquidity={liquidity} language={language} /> : null}
      {props.writes ? (
        <Actions>
          <ButtonLink href={`${trackOf(member)}/plan/geldstroom`} look={liquidity ? 'secondary' : 'primary'}>
            {liquidity ? words.moneyChange : words.moneyGo}
          </ButtonLink>
        </Actions>
      ) : null}
    </Card>
  )
}

function Short(props: { readonly liquidity: NonNullable<PlanFile['liquidity']>; readonly language: Language }) {
  const words = texts[props.language]
  const { short, lowest } = liquidityTable(props.liquidity)
  if (short.length === 0 || !lowest) return <Alert tone="ok">{words.enough}</Alert>
  return (
    <Alert tone="warn" title={short.length === 1 ? words.shortOne : fill(words.short, { n: short.length })} level={3}>
      <p>{fill(words.shortText, { month: longMonth(lowest.month, props.language), amount: euro(lowest.balance) })}</p>
    </Alert>
  )
}

function Ready(props: Props & { readonly scheme: Scheme }) {
  const { scheme, language } = props
  const words = texts[language]
  return (
    <Card title={words.schemes[scheme]}>
      <p>{words.schemeNotes[scheme]}</p>
      <Checklist
        items={readinessOf(props.words, props.liquidity, scheme).map((standing) => ({
          label: words.points[standing.point.key],
          note: noteOf(standing, language),
          ok: standing.ok,
        }))}
      />
      <p class="soft">{words.readyLead}</p>
    </Card>
  )
}

function noteOf({ point, missing, money }: PointStanding, language: Language): string {
  const words = texts[language]
  const named = missing.map((part) => words.parts[part][0]?.replace(/\?$/, '').toLowerCase() ?? '')
  return [
    missing.length > 0 ? fill(words.missing, { parts: list(named, language === 'nl' ? 'en' : 'and') }) : '',
    money === 'missing' ? words.moneyMissing : money === 'short' ? words.moneyShort : '',
    fill(words.source, { source: point.source }),
    point.doubt ?? '',
  ]
    .filter(Boolean)
    .join(' ')
}
