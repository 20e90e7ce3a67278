import type { ComponentChildren } from 'preact'
import { dayOf, longDay, longMonth } from '#kit/day.ts'
import { fill, list } from '#kit/text.ts'
import { conditionFacts, conditionsOf, consentTexts, EFFECT_TONES, PROCEDURE_TONES, type RequestLine, remediesOn } from '#rooms/consent'
import { type SentStatement, statementDeviations, statementNl, statementPaid } from '#rooms/settlement'
import { Alert, Amount, Answer, Card, Crumbs, Empty, Facts, LinkList, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { whenOf } from '../looking/sample-page.tsx'
import { HappenedCard } from './happened-card.tsx'
import { nl } from './resident.nl.ts'
import type { ResidentView } from './resident.ts'

const differs = (each: SentStatement) => statementDeviations(each.content, each.version)

/** One resident on one page; `watch` holds what is watched over time, where that is kept. */
export function ResidentPage(props: { view: ResidentView; watch?: ComponentChildren }) {
  const { view } = props
  return (
    <div class="stack-l">
      <Crumbs items={[{ href: '/klantmanager', label: nl.desk }]} />
      <PageHead title={view.name} lead={nl.lead} />
      <Answer>{answerOf(view)}</Answer>
      {props.watch ?? null}
      <div class="side">
        <div class="stack-l">
          {view.consents.lines.length === 0 ? <Empty title={nl.noConditions} what={nl.noConditionsNext} /> : null}
          {view.consents.lines.map((line) => (
            <ConsentOf line={line} view={view} key={line.request.id} />
          ))}
          <Statements statements={view.statements} />
          <Deviations statements={view.statements} />
        </div>
        <div class="stack-l">
          <Card>
            <Facts
              items={[
                { label: nl.name, value: view.name },
                { label: nl.reference, value: view.reference ?? nl.noReference },
              ]}
            />
          </Card>
          <Questions view={view} />
          <Letters view={view} />
          <Samples view={view} />
          <HappenedCard view={view} />
        </div>
      </div>
      <p class="soft small">{nl.elsewhere}</p>
    </div>
  )
}

function answerOf(view: ResidentView): string {
  const found = [
    ...(view.consents.lines.some((line) => line.procedure === 'waiting') ? [nl.answer.decide] : []),
    ...(view.consents.lines.some(({ request }) => remediesOn(request.events, view.today).some(({ remedy }) => remedy === 'objected'))
      ? [nl.answer.objection]
      : []),
    ...(view.statements.some((each) => !each.receipt && differs(each).length > 0) ? [nl.answer.deviations] : []),
    ...(questionsOf(view).length > 0 ? [nl.answer.questions] : []),
  ]
  return found.length > 0 ? fill(nl.answer.attention, { what: list(found) }) : nl.answer.none
}

function ConsentOf(props: { line: RequestLine; view: ResidentView }) {
  const { line, view } = props
  const conditions = conditionsOf(line.request.events)
  return (
    <Card
      title={`${nl.conditions}: ${line.request.cooperativeName}`}
      action={
        <>
          <Tag tone={PROCEDURE_TONES[line.procedure]}>{consentTexts.procedure[line.procedure]}</Tag>{' '}
          <Tag tone={EFFECT_TONES[line.effect]}>{consentTexts.effect[line.effect]}</Tag>
        </>
      }
    >
      {line.deadline ? <p>{fill(nl.lastDay, { day: longDay(line.deadline.last) })}</p> : null}
      {conditions ? <Facts items={conditionFacts(conditions, view.consents.grounds, 'nl')} /> : <p class="soft">{nl.noConditions}</p>}
      <p>
        <a href={`/toestemmingen/${line.request.id}`}>{nl.open}</a>
      </p>
    </Card>
  )
}

function Statements(props: { statements: readonly SentStatement[] }) {
  const { columns } = nl
  return (
    <Card title={nl.statements} class="tight">
      <Table
        caption={nl.statements}
        captionHidden
        dense
        keys
        rows={props.statements}
        rowKey={(each) => each.id}
        rowHref={(each) => `/opgaven/${each.id}`}
        empty={<Empty title={nl.noStatements} what={nl.noStatementsNext} />}
        columns={[
          {
            key: 'month',
            label: columns.month,
            header: true,
            cell: (each) => (
              <a href={`/opgaven/${each.id}`}>
                {longMonth(each.month)}
                {each.version > 1 ? <small> {fill(nl.version, { version: each.version })}</small> : null}
              </a>
            ),
          },
          { key: 'cooperative', label: columns.cooperative, bare: true, cell: (each) => each.content.cooperative },
          { key: 'turnover', label: columns.turnover, numeric: true, cell: (each) => <Amount cents={each.content.turnover} /> },
          { key: 'paid', label: columns.paid, numeric: true, cell: (each) => <Amount cents={statementPaid(each.content)} /> },
          { key: 'standing', label: columns.standing, bare: true, cell: (each) => standingOf(each) },
        ]}
      />
    </Card>
  )
}

function standingOf({ receipt, question }: SentStatement): string {
  if (!receipt) return nl.unread
  if (question) return question.answer ? statementNl.standings.answered : statementNl.standings.questioned
  return statementNl.standings.noQuestions
}

function Deviations(props: { statements: readonly SentStatement[] }) {
  const found = props.statements.filter((each) => differs(each).length > 0)
  if (props.statements.length === 0) return null
  if (found.length === 0) {
    return (
      <Alert tone="ok">
        <p>{nl.noDeviations}</p>
      </Alert>
    )
  }
  return (
    <Card title={nl.deviations} look="wait">
      <LinkList
        items={found.map((each) => ({
          href: `/opgaven/${each.id}`,
          label: longMonth(each.month),
          note: list(differs(each).map((deviation) => statementNl.deviations[deviation])),
        }))}
      />
    </Card>
  )
}

function questionsOf(view: ResidentView) {
  return [
    ...view.threads.map((each) => ({
      href: addressOf(each),
      label: labelOf(view, each),
      note: `${each.words} (${fill(nl.until, { day: longDay(each.lastDay) })})`,
    })),
    ...view.consents.lines
      .filter((line) => line.procedure === 'incomplete')
      .map(({ request }) => {
        const asked = request.events.findLast((event) => event.kind === 'moreAsked')
        const until = asked?.answerBefore ? ` (${fill(nl.until, { day: longDay(asked.answerBefore) })})` : ''
        return { href: `/toestemmingen/${request.id}`, label: nl.onRequest, note: `${asked?.question ?? ''}${until}` }
      }),
  ]
}

function labelOf(view: ResidentView, { kind, object }: ResidentView['threads'][number]): string {
  if (kind === 'request') return nl.onRequest
  if (kind === 'drawnThing') return nl.onDrawn
  if (kind === 'condition') return nl.onCondition
  const found = view.statements.find(({ id }) => id === object)
  return fill(nl.onStatement, { month: found ? longMonth(found.month) : '' })
}

function addressOf({ kind, object, member }: ResidentView['threads'][number]): string {
  if (kind === 'drawnThing') return `/steekproeven/stukken/${object}`
  if (kind === 'condition') return `/voorwaarden/stand?lid=${member}`
  return kind === 'request' ? `/toestemmingen/${object}` : `/opgaven/${object}`
}

function Questions(props: { view: ResidentView }) {
  const found = questionsOf(props.view)
  return (
    <Card title={nl.questions} look={found.length > 0 ? 'wait' : 'flat'}>
      {found.length > 0 ? <LinkList items={found} /> : <p class="soft">{nl.noQuestions}</p>}
    </Card>
  )
}

function Letters(props: { view: ResidentView }) {
  const { letters } = props.view.consents
  return (
    <Card title={nl.letters}>
      {letters.length > 0 ? (
        <LinkList
          items={letters.map((each) => ({
            href: `/toestemmingen/${each.request}/brief?van=${each.event}`,
            label: each.title,
            note: longDay(dayOf(each.madeAt)),
          }))}
        />
      ) : (
        <p class="soft">{nl.noLetters}</p>
      )}
    </Card>
  )
}

function Samples(props: { view: ResidentView }) {
  const { drawn } = props.view
  return (
    <Card title={nl.samples}>
      {drawn.length > 0 ? (
        <LinkList
          items={drawn.map((each) => ({
            href: `/steekproeven/stukken/${each.id}`,
            label: fill(nl.drawn[each.content.kind], { when: whenOf(each, 'nl') }),
            note: nl.outcomes[each.finding?.outcome ?? 'none'],
          }))}
        />
      ) : (
        <p class="soft">{nl.noSamples}</p>
      )}
    </Card>
  )
}
