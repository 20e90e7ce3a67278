import type { Day } from '#kit/day.ts'
import { longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { euro } from '#kit/money.ts'
import { fill, list } from '#kit/text.ts'
import { USUAL_BASIS } from '#rooms/consent'
import { ActionButton, Actions, Button, ButtonLink, DayField, FileField, Form, TextArea } from '#ui/fields.tsx'
import { Alert, Amount, Card, Fold, PageHead, Steps } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { nl } from '../opening.nl.ts'
import { isLeft, isMoney, type OpeningLine } from '../opening.rules.ts'
import { COST_KIND_NAMES, type OpeningView } from '../opening.ts'

type Props = {
  readonly view: OpeningView
  readonly today: Day
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
  /** Whether this person may read the books it ends in. */
  readonly mayReadLedger: boolean
}

/** From a file to books that balance: bring, look, book. */
export function OpeningPage(props: Props) {
  const { view } = props
  if (view.booked || view.begun) return <Done booked={view.booked} mayReadLedger={props.mayReadLedger} />
  const ready = view.opening !== null && view.opening.problems.length === 0 && view.balance?.difference === 0n
  return (
    <div class="stack-l">
      <PageHead title={nl.title} lead={nl.lead} />
      <Steps
        steps={[
          { label: nl.steps.file, note: nl.steps.fileNote, state: view.opening ? 'done' : 'now' },
          { label: nl.steps.bring, state: view.opening ? 'done' : 'later' },
          { label: nl.steps.check, state: ready ? 'done' : view.opening ? 'now' : 'later' },
          { label: nl.steps.book, state: ready ? 'now' : 'later' },
        ]}
      />
      {view.opening ? <Check {...props} ready={ready} /> : null}
      <Card title={nl.steps.bring}>
        <ButtonLink href="/beginstand/voorbeeld" look="secondary" icon="download" download>
          {nl.example}
        </ButtonLink>
        <Fold summary={nl.paper}>
          <p>{nl.paperWho}</p>
          <p>{fill(nl.paperGround, { options: list(view.grounds, 'of'), usual: USUAL_BASIS })}</p>
          <p>{nl.paperDecided}</p>
          <p>{fill(nl.paperKinds, { options: [...COST_KIND_NAMES.keys()].join(', ') })}</p>
          <p>{nl.paperTold}</p>
        </Fold>
        <Form action="/beginstand" keys={props.keys} problems={props.problems} files>
          <DayField name="on" label={nl.on} hint={nl.onHint} value={view.on ?? ''} max={props.today} />
          <FileField name="file" label={nl.file} accept=".csv,text/csv" optional />
          <TextArea name="lines" label={nl.lines} rows={8} value={view.text} optional />
          <Actions>
            <Button look={ready ? 'secondary' : 'primary'}>{nl.bring}</Button>
          </Actions>
        </Form>
      </Card>
    </div>
  )
}

function Done(props: { readonly booked: boolean; readonly mayReadLedger: boolean }) {
  return (
    <div class="narrow stack-l">
      <PageHead title={nl.title} />
      <Alert tone={props.booked ? 'ok' : 'info'}>
        <p>{props.booked ? nl.booked : nl.refusals.begunAlready.what}</p>
        <p>{props.booked ? nl.bookedNext : nl.refusals.begunAlready.next}</p>
      </Alert>
      {props.mayReadLedger ? (
        <ButtonLink href="/grootboek" look="secondary">
          {nl.toLedger}
        </ButtonLink>
      ) : null}
    </div>
  )
}

function Check(props: Props & { readonly ready: boolean }) {
  const { opening, balance, names } = props.view
  if (!opening || !balance) return null
  const money = opening.lines.filter(isMoney)
  const others = opening.lines.filter((line) => !isMoney(line))
  return (
    <Card title={nl.steps.check} look={props.ready ? 'lift' : 'flat'}>
      {opening.problems.length > 0 ? (
        <Alert tone="wrong" title={nl.problems} level={3}>
          <ul>
            {opening.problems.map((problem) => (
              <li key={`${problem.line} ${problem.what}`}>{fill(nl.atLine, problem)}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      {balance.difference === 0n ? (
        <Alert tone="ok">{nl.balances}</Alert>
      ) : (
        <Alert tone="wrong">
          <p>{fill(nl.balancesNot, { difference: euro(balance.difference) })}</p>
          <p>{nl.balancesNext}</p>
        </Alert>
      )}
      {(['assets', 'liabilities'] as const).map((side) => (
        <Table
          key={side}
          caption={nl.side[side]}
          rows={money.filter((line) => isLeft(line) === (side === 'assets'))}
          rowKey={(line) => String(line.line)}
          columns={[
            { key: 'what', label: nl.what, header: true, cell: (line) => nameOf(line, names) },
            { key: 'amount', label: nl.amount, numeric: true, phone: 'beside', cell: (line) => <Amount cents={line.cents} /> },
          ]}
          foot={[{ key: 'total', cells: { what: nl.side[side], amount: <Amount cents={balance[side]} /> } }]}
        />
      ))}
      {others.length > 0 ? (
        <>
          <h3>{nl.extra}</h3>
          <ul>
            {others.map((line) => (
              <li key={line.line}>{extraOf(line, names, props.view.on)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {props.ready ? (
        <>
          <ActionButton action="/beginstand/boeking" keys={props.keys} icon="check">
            {nl.book}
          </ActionButton>
          <p class="small soft">{nl.bookNote}</p>
        </>
      ) : null}
    </Card>
  )
}

function nameOf(line: Extract<OpeningLine, { kind: 'account' | 'pot' | 'invoice' }>, names: ReadonlyMap<string, string>): string {
  const member = line.member ? ` · ${names.get(line.member) ?? ''}` : ''
  if (line.kind === 'invoice') return `${fill(nl.debtor, { number: line.number, customer: line.customer })}${member}`
  const [words, wanted] = line.kind === 'pot' ? [nl.pots, line.pot] : [nl.accounts, line.code]
  return `${Object.entries(words).find(([, code]) => code === wanted)?.[0] ?? ''}${member}`
}

function extraOf(line: OpeningLine, names: ReadonlyMap<string, string>, on: Day | null): string {
  const named = (id: string) => names.get(id) ?? ''
  switch (line.kind) {
    case 'number':
      return fill(nl.extras.number, { year: on?.slice(0, 4) ?? '', next: String(line.next).padStart(4, '0') })
    case 'kor':
      return fill(nl.extras.kor, { amount: euro(line.cents) })
    case 'loss':
      return fill(nl.extras.loss, { member: named(line.member), amount: euro(line.cents) })
    case 'taken':
      return fill(nl.extras.taken, { member: named(line.member), year: line.year, receiver: line.receiver, amount: euro(line.cents) })
    case 'consent':
      return fill(nl.extras.consent, {
        member: named(line.member),
        from: longDay(line.from),
        until: longDay(line.until),
        municipality: named(line.municipality),
      })
    case 'exemption':
      return fill(nl.extras.exemption, { member: named(line.member), part: line.part, months: line.months, until: longDay(line.until) })
    default:
      return ''
  }
}
