import { daysBetween, longDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import type { RequestLine } from '#rooms/consent'
import { ButtonLink } from '#ui/fields.tsx'
import { Card, DaysLeft, Figures, LinkList, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { type CaseManagerHome, untilOf } from '../homes.ts'
import { office } from '../office.nl.ts'
import { Nothing } from './office-homes.tsx'

const words = office.caseManager

/** What waits for a decision and until when; what ends; the rest is one figure. */
export function CaseManagerHomePage(props: { home: CaseManagerHome }) {
  const { home } = props
  const last = home.toDecide[0]?.deadline?.last
  return (
    <>
      <PageHead title={words.title} lead={home.toDecide.length > 0 && last ? words.answer.some(home.toDecide.length, longDay(last)) : words.answer.none} />
      <Figures
        items={[
          {
            figure: home.toDecide.length,
            label: counted(home.toDecide.length, words.figures.decide),
            note: words.figureNotes.decide,
            tone: home.toDecide.length > 0 ? 'warn' : 'plain',
          },
          { figure: home.statements.length, label: counted(home.statements.length, words.figures.read), note: words.figureNotes.read, href: '/opgaven' },
          { figure: home.ending.length, label: counted(home.ending.length, words.figures.ending), note: words.figureNotes.ending },
          { figure: home.green, label: counted(home.green, words.figures.green), note: words.figureNotes.green, tone: 'ok' },
        ]}
      />
      <div class="side">
        <Card title={words.toDecide}>
          {home.toDecide.length > 0 ? (
            <ToDecide home={home} />
          ) : (
            <Nothing title={words.noneTitle} text={words.noneText} href="/toestemmingen" go={words.noneGo} />
          )}
        </Card>
        <div class="stack-l">
          <Card title={words.statements}>
            <p>{home.statements.length > 0 ? words.statementsSome(home.statements.length) : words.statementsNone}</p>
            <p class="soft">{words.statementsNote}</p>
            <ButtonLink href="/opgaven" look="secondary">
              {home.statements.length > 0 ? words.statementsGo : words.statementsLook}
            </ButtonLink>
          </Card>
          <MoneyWaits home={home} />
          {home.paper.length > 0 ? (
            <Card title={words.paper}>
              <p class="soft">{words.paperNote}</p>
              <LinkList
                items={home.paper.map((line) => ({
                  href: home.own.has(line.request.member) ? `/toestemmingen/${line.request.id}/papier` : '/toestemmingen',
                  label: line.request.memberName ?? words.somebody,
                  note: home.own.has(line.request.member) ? line.request.cooperativeName : words.paperFree,
                }))}
              />
            </Card>
          ) : null}
          <p>
            <a href="/overdracht">{words.handOver}</a>
          </p>
          <p>
            <a href="/verwijzen">{words.refer}</a>
          </p>
          {home.askedBack.length > 0 ? (
            <Card title={words.askedBack}>
              <p class="soft">{words.askedBackNote}</p>
              <Lines lines={home.askedBack} />
            </Card>
          ) : null}
          {home.ending.length > 0 ? (
            <Card title={words.ending}>
              <Lines lines={home.ending} />
            </Card>
          ) : null}
        </div>
      </div>
    </>
  )
}

/** What waits for a decision, and apart from it what was decided and waits at the cooperative. */
function MoneyWaits(props: { home: CaseManagerHome }) {
  const { own, waiting } = props.home
  const toDecide = waiting.filter(({ waits }) => waits === 'decision')
  const decided = waiting.flatMap(({ waits, ...each }) => (waits === 'decision' ? [] : [{ ...each, waits }]))
  const href = (line: RequestLine) => (own.has(line.request.member) ? `/toestemmingen/${line.request.id}` : '/toestemmingen')
  const label = (line: RequestLine) => line.request.memberName ?? words.somebody
  return (
    <>
      {toDecide.length > 0 ? (
        <Card title={words.waiting} look="wait">
          <p>{words.waitingNote}</p>
          <LinkList items={toDecide.map(({ line, number }) => ({ href: href(line), label: label(line), note: words.waitingOf(number) }))} />
        </Card>
      ) : null}
      {decided.length > 0 ? (
        <Card title={words.decided}>
          <p class="soft">{words.decidedNote}</p>
          <LinkList
            items={decided.map(({ line, number, waits }) => ({
              href: href(line),
              label: label(line),
              note: `${words.waitingOf(number)} · ${fill(words.decidedWaits[waits], { cooperative: line.request.cooperativeName })}`,
            }))}
          />
        </Card>
      ) : null}
    </>
  )
}

function ToDecide(props: { home: CaseManagerHome }) {
  const { home } = props
  const own = (line: RequestLine) => home.own.has(line.request.member)
  // The file itself opens for whoever handles the case; taking one happens on the list.
  const href = (line: RequestLine) => (own(line) ? `/toestemmingen/${line.request.id}` : '/toestemmingen')
  return (
    <Table
      caption={words.toDecide}
      captionHidden
      dense
      keys
      rows={home.toDecide}
      rowKey={(line) => line.request.id}
      rowHref={href}
      rowTone={(line) => (line.deadline && daysBetween(home.today, line.deadline.last) <= 7 ? 'hot' : undefined)}
      columns={[
        {
          key: 'who',
          label: words.columns.who,
          header: true,
          cell: (line) => (
            <>
              {line.request.memberName ?? words.somebody}
              <small>{line.request.work}</small>
            </>
          ),
        },
        { key: 'cooperative', label: words.columns.cooperative, bare: true, cell: (line) => line.request.cooperativeName },
        {
          key: 'deadline',
          label: words.columns.deadline,
          bare: true,
          cell: (line) => (line.deadline ? <DaysLeft days={daysBetween(home.today, line.deadline.last)} of={56} until={longDay(line.deadline.last)} /> : null),
        },
        { key: 'whose', label: words.columns.whose, cell: (line) => (own(line) ? words.mine : words.free) },
        {
          key: 'go',
          label: words.columns.go,
          quiet: true,
          phone: 'below',
          cell: (line) => (
            <ButtonLink href={href(line)} size="small" look={own(line) ? 'primary' : 'secondary'}>
              {own(line) ? words.decide : words.look}
              <span class="vh">: {line.request.memberName ?? words.somebody}</span>
            </ButtonLink>
          ),
        },
      ]}
    />
  )
}

function counted(n: number, [one = '', more = '']: readonly string[]): string {
  return n === 1 ? one : more
}

function Lines(props: { lines: readonly RequestLine[] }) {
  return (
    <LinkList
      items={props.lines.map((line) => {
        const until = untilOf(line)
        return {
          href: `/toestemmingen/${line.request.id}`,
          label: line.request.memberName ?? words.somebody,
          note: until ? fill(words.endingUntil, { day: longDay(until) }) : line.request.work,
        }
      })}
    />
  )
}
