import { maskBsn } from '#kit/bsn.ts'
import { longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { type Cents, euro } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { ActionButton, Button, Form, HiddenField, TextField } from '#ui/fields.tsx'
import { Alert, Amount, Card, Crumbs, Facts, Fold, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { nl } from '../banking.nl.ts'
import type { BankLine, BatchPart, BookingPart } from '../banking.types.ts'
import type { LineProposal, Material } from '../matching/proposals.ts'
import { TONES } from './bank-page.tsx'
import { BookForm } from './book-form.tsx'

type Keys = { readonly csrf: string; readonly key: string }

const words = nl.line

export type LineView = {
  readonly line: BankLine
  readonly parts: readonly BookingPart[]
  readonly proposals: readonly LineProposal[]
  readonly names: ReadonlyMap<MemberId, string>
  readonly material: Material | null
  /** How many parts the form shows. */
  readonly rows: number
  /** What the cash box holds, where the line was cash. */
  readonly cash: Cents
  readonly said: string | null
  readonly mayBook: boolean
  readonly keys: Keys
  readonly problems: Problems | null
}

/** One line of the bank: what the bank said, what it may be, how it was booked, and undoing that. */
export function LinePage(props: LineView) {
  const { line } = props
  const path = `/bank/regels/${line.id}`
  return (
    <div class="narrow stack">
      <Crumbs items={[{ href: '/bank', label: nl.bank.title }]} />
      <PageHead
        title={line.batch ? nl.bank.batch(line.details.length) : maskBsn(line.name ?? nl.bank.nobody)}
        over={longDay(line.bookedOn)}
        lead={<Amount cents={line.cents} signed />}
      />
      {props.said ? <Alert tone="ok">{props.said}</Alert> : null}
      {props.cash < 0n ? <Alert tone="warn">{fill(nl.cash.boxBelow, { amount: euro(props.cash) })}</Alert> : null}
      <Card look="flat">
        <Facts items={factsOf(line)} />
      </Card>
      {line.batch && line.details.length > 0 ? <BatchParts parts={line.details} /> : null}
      {line.booking ? <Booked {...props} path={path} /> : props.mayBook ? <ToBook {...props} path={path} /> : null}
    </div>
  )
}

function factsOf(line: BankLine) {
  const texts: readonly (readonly [string, string | null])[] = [
    [words.facts.text, maskBsn(line.text) || null],
    [words.facts.iban, line.iban],
    [words.facts.references, maskBsn(line.references.join(' ')) || null],
    [words.facts.own, line.account],
    [words.facts.value, line.valueOn && line.valueOn !== line.bookedOn ? longDay(line.valueOn) : null],
    [words.facts.bank, line.bankReference],
  ]
  return texts.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

function BatchParts(props: { parts: readonly BatchPart[] }) {
  return (
    <Table
      caption={words.parts}
      rows={props.parts.map((part, index) => ({ ...part, index }))}
      rowKey={(part) => String(part.index)}
      columns={[
        { key: 'who', label: nl.bank.who, header: true, cell: (part) => maskBsn([part.name, part.text].filter(Boolean).join(', ')) },
        {
          key: 'amount',
          label: nl.bank.amount,
          numeric: true,
          phone: 'beside',
          cell: (part) => (part.cents === null ? '' : <Amount cents={part.cents} signed />),
        },
      ]}
    />
  )
}

function Booked(props: LineView & { path: string }) {
  const { booking } = props.line
  if (!booking) return null
  const member = booking.member ? props.names.get(booking.member) : null
  return (
    <Card title={words.bookedAs} look="ok">
      <p class="strong">{[nl.kinds[booking.kind].name, member].filter(Boolean).join(', ')}</p>
      <Facts
        items={[
          { label: words.bookedOn, value: longDay(booking.on) },
          ...props.parts.map((part) => ({ label: partLabel(part, props.names), value: <Amount cents={part.cents} signed /> })),
          ...(booking.note ? [{ label: words.note, value: booking.note }] : []),
        ]}
      />
      {booking.atOnce ? <p class="soft small">{words.atOnce}</p> : null}
      {props.mayBook ? (
        <>
          <p class="soft">{words.undoHint}</p>
          <ActionButton action={`${props.path}/ongedaan`} keys={props.keys} look="secondary" icon="undo">
            {words.undo}
          </ActionButton>
        </>
      ) : null}
    </Card>
  )
}

/** What a part was, with whose it is and, for a course, what the pool bore. */
function partLabel(part: BookingPart, names: LineView['names']): string {
  if (part.what !== 'entry') return fill(words.made[part.what], { label: part.label ?? '' })
  const pool = part.kind === 'training' && part.label ? fill(words.fromPool, { amount: part.label }) : null
  return [nl.kinds[part.kind].name, part.member && names.get(part.member), pool].filter(Boolean).join(', ')
}

function ToBook(props: LineView & { path: string }) {
  const { path, keys, line } = props
  const into = line.cents > 0n
  if (line.cents === 0n) return <Proposals {...props} />
  return (
    <>
      <Proposals {...props} />
      <BookForm {...props} open={props.proposals.length === 0} />
      <Fold summary={into ? words.otherInvoices : words.backInvoices} open={problemsAt(props.problems, 'nummers') !== null}>
        <Form action={`${path}/koppeling`} keys={keys} problems={problemsAt(props.problems, 'nummers')}>
          <TextField name="nummers" label={words.numbers} hint={into ? words.otherInvoicesHint : words.backInvoicesHint} placeholder="2026-0147, 2026-0150" />
          <Button look="secondary">{words.match}</Button>
        </Form>
      </Fold>
    </>
  )
}

function Proposals(props: LineView & { path: string }) {
  const { path, keys } = props
  return (
    <Card title={words.proposals} look="lift">
      {props.proposals.length === 0 ? <p>{words.noProposal}</p> : null}
      {props.proposals.map((proposal, index) => (
        <Form action={`${path}/voorstel`} keys={keys} class="row between" label={proposal.label} key={proposal.key}>
          <div>
            <b class="strong">{proposal.label}</b> <Tag tone={TONES[proposal.certainty]}>{nl.certainty[proposal.certainty]}</Tag>
            <p class="soft small">{proposal.reasons.join(' ')}</p>
          </div>
          <HiddenField name="voorstel" value={proposal.key} />
          <Button look={index === 0 ? 'primary' : 'secondary'} size="small">
            {words.bookThis}
          </Button>
        </Form>
      ))}
    </Card>
  )
}

/** The problems of one of the two forms: each shows only its own. */
export function problemsAt(problems: Problems | null, field: string): Problems | null {
  return problems && field in problems.typed ? problems : null
}
