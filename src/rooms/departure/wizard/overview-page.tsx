import { type Day, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { ActionButton, Actions, Button, ButtonLink, CheckField, Form } from '#ui/fields.tsx'
import { Alert, Card, Empty, Fold, PageHead, Steps, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { departureTexts } from '../departure.en.ts'
import { type Departure, STEPS } from '../departure.rules.ts'
import type { LaterMonths } from '../later/later.rules.ts'
import type { Along } from './along.ts'
import { SLUGS } from './forms.ts'
import { departureStanding, stepsOpen } from './steps.rules.ts'
import { saidOf } from './summary.ts'

type Keys = () => { readonly csrf: string; readonly key: string }

/** Nothing was begun yet: what it is, and one button. */
export function BeginPage(props: { readonly name: string; readonly own: boolean; readonly action: string; readonly keys: Keys; readonly language: Language }) {
  const words = departureTexts(props.language)
  return (
    <div class="narrow stack-l">
      <PageHead title={props.own ? words.title : fill(words.titleOf, { name: props.name })} lead={props.own ? words.lead : words.leadOf} />
      <Card>
        <p>{props.own ? words.none : fill(words.noneOf, { name: props.name })}</p>
        <p>{words.noneNext}</p>
        {props.own ? (
          <p>
            <a href="/geld/weggaan">{words.read}</a>
          </p>
        ) : null}
        <ActionButton action={props.action} keys={props.keys()}>
          {words.begin}
        </ActionButton>
      </Card>
    </div>
  )
}

type OverviewProps = {
  readonly departure: Departure
  readonly along: Along
  readonly own: boolean
  readonly asked: boolean | null
  /** Since when a question about money in a pot waits for the municipality; null without. */
  readonly waits: Day | null
  readonly may: { readonly confirm: boolean; readonly agree: boolean; readonly take: boolean }
  readonly keys: Keys
  readonly problems: Problems | null
  readonly language: Language
}

/** Where a departure stands: the same for the member and whoever helps. */
export function OverviewPage(props: OverviewProps) {
  const { departure, along, own, language } = props
  const words = departureTexts(language)
  const standing = departureStanding(departure)
  return (
    <div class="narrow stack-l">
      <PageHead title={own ? words.title : fill(words.titleOf, { name: along.name })} lead={own ? words.lead : words.leadOf} />
      <p>
        <Tag tone={standing === 'calledOff' ? 'plain' : 'info'}>{words.standings[standing]}</Tag>
      </p>
      {standing === 'calledOff' ? <CalledOff {...props} /> : standing === 'running' || standing === 'agreed' ? <Running {...props} /> : <After {...props} />}
    </div>
  )
}

function CalledOff({ departure, own, keys, language }: OverviewProps) {
  const words = departureTexts(language)
  return (
    <Card>
      <p>{words.calledOff}</p>
      <ActionButton action={own ? '/vertrek' : `/leden/${departure.member}/vertrek/begin`} keys={keys()} look="secondary">
        {words.begin}
      </ActionButton>
    </Card>
  )
}

function Running(props: OverviewProps) {
  const { departure, along, own, keys, language } = props
  const words = departureTexts(language)
  const open = stepsOpen(departure.answers)
  const [next] = open
  const base = `/vertrek/${departure.id}`
  const agreed = departure.moments.agreed !== undefined
  return (
    <>
      {next && !agreed ? (
        <ButtonLink href={`${base}/stap/${SLUGS[next]}`} size="big">
          {fill(words.go, { step: words.steps[next] })}
        </ButtonLink>
      ) : (
        <ButtonLink href={`${base}/samenvatting`} size="big">
          {words.summaryGo}
        </ButtonLink>
      )}
      {props.waits ? (
        <Alert tone="wait" title={words.waitsTitle}>
          <p>{fill(words.waitsText, { day: longDay(props.waits, language) })}</p>
          <p>
            <a href={`${base}/potten`}>{words.potsGo}</a>
          </p>
        </Alert>
      ) : null}
      {agreed ? <Alert tone="ok" title={own ? words.agreed : fill(words.agreedOf, { name: along.name })} /> : null}
      <Steps
        steps={STEPS.map((step) => ({
          label: words.steps[step],
          state: departure.answers[step] !== undefined ? ('done' as const) : step === next ? ('now' as const) : ('later' as const),
          note:
            departure.answers[step] !== undefined || step === next ? (
              agreed ? (
                saidOf(step, departure.answers, along, language)
              ) : (
                <a href={`${base}/stap/${SLUGS[step]}`}>
                  {departure.answers[step] === undefined ? words.stepNow : saidOf(step, departure.answers, along, language)}
                </a>
              )
            ) : (
              words.stepOpen
            ),
        }))}
      />
      <p class="soft">{words.callOffNote}</p>
      <ActionButton action={`${base}/afbreken`} keys={keys()} look="plain">
        {own ? words.callOff : words.callOffOf}
      </ActionButton>
    </>
  )
}

function After(props: OverviewProps) {
  const { departure, own, asked, may, keys, language } = props
  const words = departureTexts(language)
  const base = `/vertrek/${departure.id}`
  const { lastDay, equipment } = departure.answers
  const buys = Object.values(equipment?.things ?? {}).includes('buy')
  return (
    <>
      <Card title={words.afterTitle}>
        {lastDay ? <p>{fill(words.afterLast, { day: longDay(lastDay.on, language) })}</p> : null}
        {own ? <p>{words.afterRole}</p> : null}
        <p>{words.afterConsent}</p>
        {buys ? (
          <p>
            {words.afterBuy} <a href="/spullen">{words.afterBuyGo}</a>
          </p>
        ) : null}
        <ul>
          <li>
            <a href={`${base}/potten`}>{words.potsGo}</a>
          </li>
          <li>
            <a href={`${base}/overzicht`}>{words.statementGo}</a>
          </li>
          {own ? (
            <li>
              <a href="/opgaven">{words.afterStatements}</a>
            </li>
          ) : null}
        </ul>
      </Card>
      {may.take && own ? (
        <Card title={words.steps.data}>
          <p>{words.dataNote}</p>
          <ButtonLink href={`${base}/gegevens`} look="secondary" download>
            {words.take}
          </ButtonLink>
        </Card>
      ) : null}
      {asked === null && !own ? null : (
        <Card title={words.steps.followUp}>
          <p>{asked ? words.followUpNow.yes : words.followUpNow.no}</p>
          {own ? (
            <ActionButton action={`${base}/later`} keys={keys()} look="secondary" hidden={{ agrees: asked ? 'nee' : 'ja' }}>
              {asked ? words.followUpStop : words.followUpStart}
            </ActionButton>
          ) : null}
        </Card>
      )}
    </>
  )
}

/** Everything once more before it is agreed or confirmed. */
export function SummaryPage(props: OverviewProps) {
  const { departure, along, own, may, keys, problems, language } = props
  const words = departureTexts(language)
  const base = `/vertrek/${departure.id}`
  const standing = departureStanding(departure)
  const open = stepsOpen(departure.answers)
  const running = standing === 'running' || standing === 'agreed'
  const whole = open.length === 0 && running
  return (
    <div class="narrow stack-l">
      <PageHead title={words.summaryTitle} lead={words.summaryLead} />
      {STEPS.map((step) => (
        <Card
          key={step}
          title={words.steps[step]}
          action={standing === 'running' ? <a href={`${base}/stap/${SLUGS[step]}`}>{words.change}</a> : null}
          look={open.includes(step) ? 'wait' : 'flat'}
        >
          <p>{saidOf(step, departure.answers, along, language)}</p>
        </Card>
      ))}
      {whole && own && standing === 'running' && may.agree ? (
        <ActionButton action={`${base}/akkoord`} keys={keys()} size="big">
          {words.agree}
        </ActionButton>
      ) : null}
      {whole && !own && may.confirm ? (
        <Card title={words.confirm}>
          <p>{fill(standing === 'agreed' ? words.agreedOf : words.notAgreedOf, { name: along.name })}</p>
          <p>{words.confirmNote}</p>
          <Form action={`${base}/bevestiging`} keys={keys()} problems={problems}>
            {standing === 'agreed' ? null : <CheckField name="heard" label={words.heard} />}
            <Actions>
              <Button>{words.confirm}</Button>
            </Actions>
          </Form>
        </Card>
      ) : null}
      <p>
        <a href={base}>{words.back}</a>
      </p>
    </div>
  )
}

/** Who is leaving, for the office; and how those who left fare, in numbers alone. */
export function DeparturesPage(props: {
  readonly rows: readonly { readonly departure: Departure; readonly name: string; readonly waits: boolean; readonly lastDay: Day | null }[]
  readonly mayBegin: readonly { readonly member: string; readonly name: string }[]
  readonly later: readonly { readonly months: LaterMonths; readonly count: number }[]
  readonly language: Language
}) {
  const { rows, mayBegin, later, language } = props
  const words = departureTexts(language)
  return (
    <div class="stack-l">
      <PageHead title={words.list.title} />
      <Table
        caption={words.list.title}
        captionHidden
        rows={rows}
        rowKey={({ departure }) => departure.id}
        empty={<Empty title={words.list.empty} what={words.list.emptyNext} />}
        columns={[
          { key: 'who', label: words.list.who, cell: ({ departure, name }) => <a href={`/vertrek/${departure.id}`}>{name}</a> },
          { key: 'standing', label: words.list.standing, cell: ({ departure }) => words.standings[departureStanding(departure)] },
          { key: 'last', label: words.list.last, cell: ({ lastDay }) => (lastDay ? longDay(lastDay, language) : words.list.unknown) },
          {
            key: 'waits',
            label: words.list.waits,
            cell: ({ waits }) => (waits ? <Tag tone="warn">{words.list.municipality}</Tag> : words.list.nothing),
          },
        ]}
      />
      <Fold summary={words.list.begin}>
        <ul>
          {mayBegin.map(({ member, name }) => (
            <li key={member}>
              <a href={`/leden/${member}/vertrek`}>{name}</a>
            </li>
          ))}
        </ul>
      </Fold>
      <Card title={words.list.later}>
        {later.length === 0 ? <p>{words.list.laterNone}</p> : null}
        {later.map((each) => (
          <p key={each.months}>{fill(words.list.laterLine, { count: each.count, months: each.months })}</p>
        ))}
        <p class="soft">{words.list.laterNote}</p>
      </Card>
    </div>
  )
}
