import { type Day, longDay } from '#kit/day.ts'
import { type Problems, typedValue } from '#kit/form.ts'
import { euro, negate } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { Actions, Button, DayField, Form, MoneyField, RadioCards, SelectField, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Facts, PageHead } from '#ui/parts.tsx'
import { ENDINGS } from '../equipment/equipment.rules.ts'
import type { Equipment } from '../equipment/equipment.ts'
import { BOUGHT_HOW, PAID_BY } from './disposing.rules.ts'
import type { DisposalView } from './disposing.ts'
import { office as words } from './office.nl.ts'

type Props = {
  readonly thing: Equipment
  readonly names: ReadonlyMap<MemberId, string>
  readonly today: Day
  /** What was filled in and looked at; null before that. */
  readonly view: DisposalView | null
  readonly keys: () => { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}

/** Books that a thing is gone: one form, what it would do, and one button. Nothing is booked before that button. */
export function DisposePage({ thing, names, today, view, keys, problems }: Props) {
  const gone = thing.standing !== 'here' && thing.standing !== 'lent'
  const last = thing.steps.at(-1)
  const path = `/spullen/${thing.id}/boeking`
  const kinds = gone ? ENDINGS.filter((kind) => kind === thing.standing) : ENDINGS
  // What was typed stands in the form again, also after a look.
  const typed = (name: string, otherwise = '') => typedValue(problems, name, otherwise)
  const fields = (
    <>
      <RadioCards
        name="kind"
        label={words.kind}
        value={typed('kind', gone ? thing.standing : 'sold')}
        columns={3}
        options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <DayField name="on" label={words.on} value={typed('on', gone && last ? last.on : today)} max={today} />
      <SelectField
        name="member"
        label={words.member}
        value={typed('member', (gone ? last?.member : null) ?? '')}
        empty={words.nobody}
        options={[...names].map(([value, label]) => ({ value, label }))}
        optional
      />
      <TextArea name="buyer" label={words.buyer} hint={words.buyerHint} value={typed('buyer')} rows={3} maxLength={300} optional />
      <MoneyField name="cents" label={words.cents} hint={words.centsHint} value={typed('cents')} optional />
      <RadioCards
        name="paidBy"
        label={words.paidBy}
        hint={words.paidByHint}
        value={typed('paidBy', 'bill')}
        columns={2}
        options={PAID_BY.map((value) => ({ value, label: words.paid[value] }))}
      />
      <SelectField
        name="boughtHow"
        label={words.boughtHow}
        hint={words.boughtHowHint}
        value={typed('boughtHow')}
        empty={words.unknown}
        options={BOUGHT_HOW.map((value) => ({ value, label: words.bought[value] }))}
        optional
      />
      <TextArea name="note" label={words.note} value={typed('note')} rows={2} maxLength={200} optional />
    </>
  )
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: `/spullen/${thing.id}`, label: thing.name }]} />
      <PageHead title={fill(words.title, { thing: thing.name })} lead={words.lead} />
      {view ? <Preview view={view} /> : null}
      <Form action={`${path}/voorbeeld`} keys={keys()} problems={view ? null : problems}>
        {fields}
        <Actions>
          {/* The first button is the one of the enter key: whoever changes something looks again. */}
          {view ? <Button look="secondary">{words.look}</Button> : <Button>{words.look}</Button>}
          {view ? (
            <Button action={path} icon="check">
              {words.book}
            </Button>
          ) : null}
        </Actions>
      </Form>
    </div>
  )
}

function Preview({ view }: { readonly view: DisposalView }) {
  const { result } = view
  return (
    <Card title={words.preview} look="lift">
      <Facts
        items={[
          { label: words.cost, value: euro(view.cost) },
          { label: words.worn, value: euro(view.worn) },
          { label: words.price, value: euro(view.price) },
          { label: words.vat, value: euro(view.vat) },
          {
            label: result > 0n ? words.profit : result < 0n ? words.loss : words.even,
            value: euro(result < 0n ? negate(result) : result),
          },
        ]}
      />
      <p class="soft">{words.treatments[view.treatment]}</p>
      {view.price > 0n ? <p>{words.billNote}</p> : null}
      {view.revision ? <Alert tone="warn">{words.revision}</Alert> : null}
    </Card>
  )
}

/** What the books say of a thing that is gone, on its own page: that it waits, or how it went. */
export function GoneCard(props: {
  readonly thing: Equipment
  readonly gone: { readonly id: string; readonly on: Day; readonly number: string | null; readonly entry: string | null } | null
  readonly mayBook: boolean
}) {
  const { thing, gone, mayBook } = props
  if (!gone) {
    return (
      <Alert tone="warn">
        <p>{words.waits}</p>
        <p>{mayBook ? <a href={`/spullen/${thing.id}/boeking`}>{words.go}</a> : words.waitsNext}</p>
      </Alert>
    )
  }
  return (
    <Alert tone="info">
      <p>{fill(words.done, { day: longDay(gone.on) })}</p>
      <p>
        <a href={`/spullen/rekening/${gone.id}`}>{gone.number ? words.seeBill : words.goSee}</a>
      </p>
    </Alert>
  )
}
