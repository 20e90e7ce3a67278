import { maskBsn } from '#kit/bsn.ts'
import { shortDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import type { MemberId, Together } from '#rooms/access'
import { ActionButton, Button, CheckField, FileField, Form } from '#ui/fields.tsx'
import { Outcome } from '#ui/outcome.tsx'
import { Alert, Amount, Card, Empty, Fold, Tag } from '#ui/parts.tsx'
import { type Column, SelectionBar, Table } from '#ui/table.tsx'
import { nl } from '../banking.nl.ts'
import type { BankFileSummary, BankLine, BankLineId, BankStatement } from '../banking.types.ts'
import type { outcomeOf } from '../matching/accepting.ts'
import type { Certainty } from '../matching/matching.rules.ts'
import type { LineProposal } from '../matching/proposals.ts'
import { BankHead } from './bank-head.tsx'

type Keys = { readonly csrf: string; readonly key: string }

const words = nl.bank

export const TONES: Readonly<Record<Certainty, 'ok' | 'wait' | 'wrong'>> = { certain: 'ok', likely: 'wait', possible: 'wrong' }

export type BankView = {
  readonly lines: readonly BankLine[]
  readonly proposals: ReadonlyMap<BankLineId, readonly LineProposal[]>
  readonly older: string | null
  readonly said: readonly string[]
  /** What was booked or undone with many at once just now. */
  readonly outcome: Awaited<ReturnType<typeof outcomeOf>>
  readonly mayBook: boolean
  readonly mayImport: boolean
  readonly keys: Keys
  readonly problems: Problems | null
}

/** Lines that wait, each with what it may be; the certain ones are ticked and go with one button. */
export function BankPage(props: BankView) {
  const first = (line: BankLine) => props.proposals.get(line.id)?.[0] ?? null
  const certain = props.lines.filter((line) => first(line)?.certainty === 'certain').length
  const columns: readonly Column<BankLine>[] = [
    { key: 'date', label: words.date, cell: (line) => shortDay(line.bookedOn) },
    { key: 'who', label: words.who, header: true, cell: (line) => <Who line={line} /> },
    { key: 'amount', label: words.amount, numeric: true, phone: 'beside', cell: (line) => <Amount cents={line.cents} signed /> },
    { key: 'proposal', label: words.proposal, bare: true, cell: (line) => <ProposalCell line={line} proposal={first(line)} /> },
    {
      key: 'certainty',
      label: words.certainty,
      bare: true,
      cell: (line) => {
        const certainty = first(line)?.certainty ?? 'possible'
        return <Tag tone={TONES[certainty]}>{nl.certainty[certainty]}</Tag>
      },
    },
  ]
  return (
    <div class="stack">
      <BankHead now="open" intro={props.lines.length === 0 ? undefined : (props.older ? words.waitingMore : words.waiting)(props.lines.length)} />
      <Said lines={props.said} />
      <OutcomeOfMany outcome={props.outcome} mayUndo={props.mayBook} keys={props.keys} />
      {props.mayImport && props.lines.length > 0 ? (
        <Fold summary={words.importTitle} open={props.problems !== null}>
          <ImportCard keys={props.keys} problems={props.problems} />
        </Fold>
      ) : props.mayImport ? (
        <ImportCard keys={props.keys} problems={props.problems} />
      ) : null}
      {props.lines.length === 0 ? (
        <Empty title={words.allDone} what={words.emptyNext} />
      ) : (
        <Form action="/bank/akkoord" keys={props.keys} class="stack">
          {props.mayBook ? (
            <SelectionBar label={certain > 0 ? words.chosen : words.noneCertain}>
              <Button icon="check" size="small" shortcut="a">
                {words.acceptChosen}
              </Button>
              {certain > 0 || props.older ? (
                <Button name="alles" value="ja" icon="check" look="secondary" size="small">
                  {words.acceptCertain}
                </Button>
              ) : null}
            </SelectionBar>
          ) : null}
          <Table
            caption={words.lines}
            captionHidden
            dense
            keys
            rows={props.lines}
            rowKey={(line) => `${line.id}.${first(line)?.key ?? ''}`}
            rowHref={(line) => `/bank/regels/${line.id}`}
            columns={columns}
            {...(props.mayBook
              ? {
                  select: {
                    name: 'regel',
                    label: (line: BankLine) => `${maskBsn(line.name ?? words.nobody)}, ${shortDay(line.bookedOn)}`,
                    checked: (line: BankLine) => first(line)?.certainty === 'certain',
                    disabled: (line: BankLine) => first(line) === null,
                  },
                }
              : {})}
          />
        </Form>
      )}
      <Older href={props.older && `/bank?na=${props.older}`} />
    </div>
  )
}

/** Lines that were booked, newest first. */
export function BookedPage(props: {
  lines: readonly BankLine[]
  names: ReadonlyMap<MemberId, string>
  older: string | null
  /** What the reader booked together the last time, while it can be undone. */
  last: Together | null
  keys: Keys
}) {
  return (
    <div class="stack">
      <BankHead now="booked" />
      {props.last ? (
        <Alert tone="plain">
          <p>{words.lastTogether(props.last.done.length)}</p>
          <UndoMany id={props.last.id} keys={props.keys} />
        </Alert>
      ) : null}
      <Table
        caption={words.booked}
        captionHidden
        dense
        keys
        rows={props.lines}
        rowKey={(line) => line.id}
        rowHref={(line) => `/bank/regels/${line.id}`}
        columns={[
          { key: 'date', label: words.date, cell: (line) => shortDay(line.bookedOn) },
          { key: 'who', label: words.who, header: true, cell: (line) => <Who line={line} /> },
          { key: 'amount', label: words.amount, numeric: true, phone: 'beside', cell: (line) => <Amount cents={line.cents} signed /> },
          {
            key: 'how',
            label: words.how,
            cell: (line) =>
              [line.booking && nl.kinds[line.booking.kind].name, line.booking?.member && props.names.get(line.booking.member)].filter(Boolean).join(', '),
          },
        ]}
        empty={<Empty title={words.bookedEmpty} what={words.emptyNext} />}
      />
      <Older href={props.older && `/bank?toon=geboekt&na=${props.older}`} />
    </div>
  )
}

/** The statements that were brought in, with the file of the bank behind each. */
export function StatementsPage(props: { statements: readonly BankStatement[] }) {
  return (
    <div class="stack">
      <BankHead now="statements" />
      <Table
        caption={words.statements}
        captionHidden
        dense
        rows={props.statements}
        rowKey={(statement) => statement.id}
        columns={[
          { key: 'number', label: words.statement, header: true, cell: (statement) => statement.number },
          { key: 'account', label: words.account, cell: (statement) => statement.account },
          { key: 'until', label: words.period, cell: (statement) => shortDay(statement.closedOn) },
          { key: 'closing', label: words.closing, numeric: true, phone: 'beside', cell: (statement) => <Amount cents={statement.closing} /> },
          { key: 'file', label: words.original, cell: (statement) => <a href={`/bank/bestanden/${statement.bankFile}`}>{words.download}</a> },
        ]}
        empty={<Empty title={words.statementsEmpty} what={words.emptyNext} />}
      />
    </div>
  )
}

/** What to say after an import. */
export function importSaid(imported: Pick<BankFileSummary, 'again' | 'statements' | 'lines' | 'notices'>): string[] {
  return imported.again ? [nl.notices.fileAgain] : [words.imported(imported.statements, imported.lines), ...imported.notices]
}

function Said(props: { lines: readonly string[] }) {
  return props.lines.length === 0 ? null : (
    <Alert tone="ok">
      {props.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Alert>
  )
}

function OutcomeOfMany(props: { outcome: BankView['outcome']; mayUndo: boolean; keys: Keys }) {
  const { outcome } = props
  if (!outcome) return null
  const n = outcome.done.length
  const done = n === 0 ? null : (outcome.what === 'booked' ? words.accepted : words.undoneMany)(n)
  return (
    <Outcome done={done} leftTitle={words.left(outcome.refused.length)} left={outcome.refused.map(masked)} href={(id) => `/bank/regels/${id}`}>
      {outcome.undo && props.mayUndo ? <UndoMany id={outcome.id} keys={props.keys} /> : null}
    </Outcome>
  )
}

function masked<T extends { readonly label: string }>(each: T): T {
  return { ...each, label: maskBsn(each.label) }
}

function UndoMany(props: { id: string; keys: Keys }) {
  return (
    <>
      <p class="soft">{words.undoManyHint}</p>
      <ActionButton action={`/bank/samen/${props.id}/ongedaan`} keys={props.keys} look="secondary" size="small" icon="undo">
        {words.undoMany}
      </ActionButton>
    </>
  )
}

function ImportCard(props: { keys: Keys; problems: Problems | null }) {
  return (
    <Card title={words.importTitle}>
      <Form action="/bank/afschriften" keys={props.keys} problems={props.problems} files class="form">
        <FileField name="bestand" label={words.file} hint={words.importLead} accept=".xml,application/xml,text/xml" />
        <CheckField name="rekening" label={words.ownAccount} hint={words.ownAccountHint} />
        <Button icon="upload" look="secondary">
          {words.importButton}
        </Button>
      </Form>
    </Card>
  )
}

function Who(props: { line: BankLine }) {
  const { line } = props
  const name = line.batch ? words.batch(line.details.length) : maskBsn(line.name ?? words.nobody)
  return (
    <>
      <a class="strong" href={`/bank/regels/${line.id}`}>
        {name}
      </a>
      {line.text ? (
        <>
          <br />
          <span class="soft small">{maskBsn(line.text.slice(0, 90))}</span>
        </>
      ) : null}
    </>
  )
}

function ProposalCell(props: { line: BankLine; proposal: LineProposal | null }) {
  const { proposal } = props
  return (
    <>
      <b class="strong">{proposal?.label ?? words.nothingFound}</b>
      <br />
      <span class="soft small">{proposal ? proposal.reasons.join(' ') : words.chooseYourself}</span>
    </>
  )
}

function Older(props: { href: string | null }) {
  return props.href ? (
    <p>
      <a href={props.href}>{words.older}</a>
    </p>
  ) : null
}
