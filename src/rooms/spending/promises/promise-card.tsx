import { type Day, longDay, longMonth } from '#kit/day.ts'
import { type Cents, euro, sum, ZERO } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import { Actions, Button, Form, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Amount, Card, Fold, Progress, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { comingMonths } from '../requests/request-forms.tsx'
import type { RequestProps } from '../requests/request-page.tsx'
import type { SpendingRequest, SpendingRequestId } from '../spending.types.ts'

const TONES = { paid: 'ok', now: 'wait', later: 'info', ended: 'plain' } as const

/** A promise: each instalment with its day, and what is paid of the whole. */
export function PromiseCard(props: RequestProps) {
  const { instalments, promises: words, language, request, today } = props
  const paid = total(instalments.filter((each) => each.standing === 'bought'))
  const open = instalments.filter((each) => each.standing === 'approved')
  const toCome = request.pot ? props.pots[request.pot].toCome : ZERO
  return (
    <Card title={words.title} id="termijnen">
      <p>{words.lead}</p>
      <Progress
        label={fill(words.progress, { paid: euro(paid), total: euro(total([...open, ...instalments.filter((each) => each.standing === 'bought')])) })}
        value={Number(paid)}
        max={Number(request.cents ?? paid)}
      />
      <Table
        caption={words.title}
        captionHidden
        rows={instalments}
        rowKey={(row) => row.id}
        rowHref={(row) => `/bestedingen/${row.id}`}
        columns={[
          {
            key: 'place',
            label: words.instalment,
            header: true,
            cell: (row) => <a href={`/bestedingen/${row.id}`}>{fill(words.place, { place: row.instalment?.place ?? '' })}</a>,
          },
          { key: 'due', label: words.due, cell: (row) => (row.instalment ? longDay(row.instalment.due, language) : '') },
          { key: 'amount', label: words.amount, numeric: true, phone: 'beside', cell: (row) => <Amount cents={row.bought?.gross ?? row.cents ?? ZERO} /> },
          {
            key: 'standing',
            label: words.standing,
            bare: true,
            cell: (row) => <Tag tone={TONES[standingOf(row, today)]}>{words.standings[standingOf(row, today)]}</Tag>,
          },
        ]}
      />
      {open.length > 0 && toCome > 0n ? <p>{fill(words.beyond, { cents: euro(toCome) })}</p> : null}
      {open.length > 0 ? <p class="soft">{words.leaving}</p> : null}
      {open.length > 0 && props.mayReplan ? <ChangeForm {...props} left={open.length} /> : null}
    </Card>
  )
}

/** On the page of one instalment: which promise it is part of, and from when. */
export function InstalmentNote(props: Pick<RequestProps, 'promises' | 'language'> & { due: Day; of: SpendingRequestId }) {
  const { promises: words } = props
  return (
    <Alert tone="info">
      <p>
        {words.partOf} {fill(words.from, { day: longDay(props.due, props.language) })}
      </p>
      <p>
        <a href={`/bestedingen/${props.of}`}>{words.toPromise}</a>
      </p>
    </Alert>
  )
}

function ChangeForm({ request, promises: words, language, today, keys, left, ...props }: RequestProps & { left: number }) {
  const problems = props.problems && 'parts' in props.problems.typed ? props.problems : null
  const months = comingMonths(today)
  return (
    <Fold summary={words.change} open={problems !== null}>
      <p>{words.changeLead}</p>
      <Form action={`/bestedingen/${request.id}/termijnen`} keys={keys} problems={problems}>
        <TextField name="parts" label={words.partsDecide} value={String(left)} inputMode="numeric" size={4} />
        <SelectField name="first" label={words.first} value={months[1] ?? ''} options={months.map((value) => ({ value, label: longMonth(value, language) }))} />
        <TextArea name="reason" label={words.changeReason} rows={2} maxLength={500} />
        <Actions>
          <Button look="secondary" icon="check">
            {words.change}
          </Button>
        </Actions>
      </Form>
    </Fold>
  )
}

function standingOf(each: SpendingRequest, today: Day): keyof typeof TONES {
  if (each.standing === 'bought') return 'paid'
  if (each.standing !== 'approved') return 'ended'
  return each.instalment && each.instalment.due > today ? 'later' : 'now'
}

function total(instalments: readonly SpendingRequest[]): Cents {
  return sum(instalments.map((each) => each.bought?.gross ?? each.cents ?? ZERO))
}
