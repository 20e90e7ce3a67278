import { type Day, longDay, shortDay } from '#kit/day.ts'
import { pageAddress, pageOf } from '#kit/paging.ts'
import { fill, type Language } from '#kit/text.ts'
import type { MemberId, Role } from '#rooms/access'
import { ActionButton, Actions, Button, ButtonLink, Form, TextField } from '#ui/fields.tsx'
import { Pager } from '#ui/pager.tsx'
import { Card, DaysLeft, Empty, PageHead, Tag, type Tone } from '#ui/parts.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { texts } from '../consent.en.ts'
import { conditionsOf, type Effect, type Procedure, paperWaits } from '../consent.rules.ts'
import type { RequestLine } from '../consent.types.ts'
import { daysLeft } from '../deadline/deadline.rules.ts'
import { countsUntil } from '../deadline/ends.rules.ts'
import { earlierTexts } from '../file/earlier.en.ts'
import { finding as search } from '../finding/finding.nl.ts'
import { matching, ON_A_PAGE } from '../finding/finding.rules.ts'
import { office as paperWords } from '../paper/paper.nl.ts'

export const EFFECT_TONES: Readonly<Record<Effect, Tone>> = { none: 'plain', upcoming: 'wait', inForce: 'ok', suspended: 'warn', ended: 'plain' }
export const PROCEDURE_TONES: Readonly<Record<Procedure, Tone>> = {
  draft: 'plain',
  waiting: 'wait',
  incomplete: 'warn',
  granted: 'ok',
  refused: 'wrong',
  unprocessed: 'plain',
  withdrawn: 'plain',
}

type Props = {
  readonly lines: readonly RequestLine[]
  readonly names: ReadonlyMap<MemberId, string>
  /** Whose requests this reader may open; a case manager opens the own cases only. */
  readonly own: ReadonlySet<MemberId>
  readonly role: Role
  readonly mayPrepare: boolean
  readonly today: Day
  readonly language: Language
  readonly keys: { readonly csrf: string; readonly key: string }
  /** What the case manager looked for, and which page of it is shown; from 1. */
  readonly searched: string
  readonly page: number
}

export function ListPage(props: Props) {
  return props.role === 'caseManager' ? <MunicipalityList {...props} /> : <CooperativeList {...props} />
}

function CooperativeList(props: Props) {
  const { list } = texts[props.language]
  const said = { member: list.lead, coach: list.leadCoach }
  const make = props.mayPrepare ? (
    <Actions>
      <ButtonLink href="/toestemmingen/nieuw" icon="plus">
        {list.make}
      </ButtonLink>
    </Actions>
  ) : null
  return (
    <div class="stack-l">
      <PageHead
        title={list.title}
        lead={props.role === 'member' || props.role === 'coach' ? said[props.role] : list.leadOffice}
        read={props.role === 'member'}
      />
      {make}
      <Table
        caption={list.title}
        captionHidden
        columns={[who(props), procedureColumn(props), effectColumn(props), untilColumn(props), payOutColumn(props)]}
        rows={props.role === 'member' ? props.lines.toSorted((a, b) => rank(a) - rank(b)) : props.lines}
        rowKey={(line) => line.request.id}
        empty={<Empty title={list.empty} what={list.emptyNext} />}
      />
    </div>
  )
}

function MunicipalityList(props: Props) {
  const { list } = texts[props.language]
  const words = search
  const found = matching(props.lines, props.searched)
  const waiting = found.filter((line) => line.deadline).toSorted((a, b) => ((a.deadline?.last ?? '') < (b.deadline?.last ?? '') ? -1 : 1))
  const paper = found.filter((line) => line.effect !== 'ended' && paperWaits(line.request.events))
  const others = found.filter((line) => !line.deadline && !paper.includes(line))
  const shown = pageOf(others, props.page, ON_A_PAGE)
  return (
    <div class="stack-l">
      <PageHead title={list.title} lead={list.leadMunicipality} />
      <Form action="/toestemmingen" method="get" label={words.label}>
        <TextField name="zoek" label={words.label} hint={words.hint} value={props.searched} maxLength={80} optional />
        <Actions>
          <Button look="secondary">{words.button}</Button>
          {props.searched ? (
            <ButtonLink href="/toestemmingen" look="plain">
              {words.all}
            </ButtonLink>
          ) : null}
        </Actions>
      </Form>
      {props.searched ? <p role="status">{found.length === 0 ? fill(words.none, { searched: props.searched }) : counted(found.length)}</p> : null}
      {paper.length > 0 ? (
        <Card title={paperWords.list}>
          <Table
            caption={paperWords.list}
            captionHidden
            columns={[who(props), fromColumn(props), untilColumn(props), takeColumn(props)]}
            rows={paper}
            rowKey={(line) => line.request.id}
          />
        </Card>
      ) : null}
      {props.searched && waiting.length === 0 ? null : (
        <Card title={list.toDecide}>
          <Table
            caption={list.toDecide}
            captionHidden
            columns={[who(props), fromColumn(props), procedureColumn(props), deadlineColumn(props), takeColumn(props)]}
            rows={waiting}
            rowKey={(line) => line.request.id}
            empty={<p>{list.emptyMunicipality}</p>}
          />
        </Card>
      )}
      {others.length > 0 ? (
        <Card title={list.others}>
          <Table
            caption={list.others}
            captionHidden
            columns={[who(props), referenceColumn(), fromColumn(props), procedureColumn(props), effectColumn(props), untilColumn(props)]}
            rows={shown.rows}
            rowKey={(line) => line.request.id}
          />
          <Pager at={shown.at} address={(page) => pageAddress('/toestemmingen', { zoek: props.searched }, page)} />
        </Card>
      ) : null}
    </div>
  )
}

function counted(n: number): string {
  return n === 1 ? search.one : fill(search.found, { n })
}

function referenceColumn(): Column<RequestLine> {
  return { key: 'reference', label: search.reference, cell: ({ request }) => request.reference ?? '' }
}

// A member has only own requests, which differ in the work; to others the name comes first.
function who(props: Props): Column<RequestLine> {
  const { list, request: words } = texts[props.language]
  const own = props.role === 'member'
  return {
    key: 'who',
    label: own ? words.work : list.who,
    header: true,
    cell: ({ request }) => {
      if (own) return <a href={`/toestemmingen/${request.id}`}>{request.work}</a>
      const name = request.memberName ?? props.names.get(request.member) ?? texts[props.language].thisMember
      return props.own.has(request.member) ? <a href={`/toestemmingen/${request.id}`}>{name}</a> : name
    },
  }
}

function procedureColumn(props: Props): Column<RequestLine> {
  const words = texts[props.language]
  return { key: 'procedure', label: words.list.procedure, cell: (line) => <Tag tone={PROCEDURE_TONES[line.procedure]}>{words.procedure[line.procedure]}</Tag> }
}

/** A member looks for what counts today first, then for what waits; what is over comes last. */
function rank({ effect, procedure }: RequestLine): number {
  if (effect === 'inForce' || effect === 'suspended' || effect === 'upcoming') return 0
  return ['draft', 'waiting', 'incomplete'].includes(procedure) ? 1 : 2
}

// A request without consent says nothing of a member who has one: then it names that, or nothing where the request is over.
function effectColumn(props: Props): Column<RequestLine> {
  const words = texts[props.language]
  const running = new Set(props.lines.filter(({ effect }) => effect === 'inForce').map(({ request }) => besideOf(request)))
  return {
    key: 'effect',
    label: words.list.effect,
    cell: (line) => {
      if (line.effect !== 'none' || !running.has(besideOf(line.request))) return <Tag tone={EFFECT_TONES[line.effect]}>{words.effect[line.effect]}</Tag>
      return rank(line) === 1 ? <Tag tone="ok">{earlierTexts[props.language].runs}</Tag> : null
    },
  }
}

function besideOf({ member, tenant, municipality }: RequestLine['request']): string {
  return `${member} ${tenant} ${municipality}`
}

function untilColumn(props: Props): Column<RequestLine> {
  return {
    key: 'until',
    label: texts[props.language].list.until,
    cell: ({ request }) => {
      const until = countsUntil(request.events, request.leavesOn)
      return until ? longDay(until, props.language) : ''
    },
  }
}

function payOutColumn(props: Props): Column<RequestLine> {
  const { list } = texts[props.language]
  return {
    key: 'payOut',
    label: list.payOut,
    cell: ({ request }) => {
      const conditions = conditionsOf(request.events)
      return conditions ? (conditions.payOutAllowed ? list.yes : list.no) : ''
    },
  }
}

function fromColumn(props: Props): Column<RequestLine> {
  return { key: 'from', label: texts[props.language].list.from, cell: ({ request }) => request.cooperativeName }
}

function deadlineColumn(props: Props): Column<RequestLine> {
  return {
    key: 'deadline',
    label: texts[props.language].list.deadline,
    cell: ({ deadline }) => (deadline ? <DaysLeft days={daysLeft(deadline, props.today)} of={56} until={shortDay(deadline.last, props.language)} /> : null),
  }
}

function takeColumn(props: Props): Column<RequestLine> {
  const { list } = texts[props.language]
  return {
    key: 'take',
    label: list.take,
    quiet: true,
    phone: 'below',
    cell: ({ request }) =>
      props.own.has(request.member) ? (
        <ButtonLink href={`/toestemmingen/${request.id}`} look="secondary" size="small">
          {list.taken}
        </ButtonLink>
      ) : (
        <ActionButton action={`/toestemmingen/${request.id}/behandelaar`} keys={props.keys} look="secondary" size="small">
          {list.take}
        </ActionButton>
      ),
  }
}
