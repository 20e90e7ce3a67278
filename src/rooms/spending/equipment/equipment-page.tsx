import { type Day, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { euro } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { Actions, Button, DayField, FileField, Form, RadioCards, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Facts, Fold, PageHead, Tag, Timeline } from '#ui/parts.tsx'
import { GoneCard } from '../disposing/dispose-page.tsx'
import type { Disposal } from '../disposing/disposing.types.ts'
import { office } from '../disposing/office.nl.ts'
import { ENDINGS, type Step, worthOn } from './equipment.rules.ts'
import type { Equipment } from './equipment.ts'
import { type EquipmentWords, TONES } from './list-page.tsx'

type Props = {
  thing: Equipment
  names: ReadonlyMap<MemberId, string>
  today: Day
  words: EquipmentWords
  keys: { csrf: string; key: string }
  problems: Problems | null
  language: Language
  own: boolean
  mayChange: boolean
  mayMove: boolean
  mayDispose: boolean
  /** How it went in the books; null while it is there, or waits to be booked. */
  disposal: Disposal | null
}

/** One thing: whose it is, where, since when, what it is worth, and what happened to it. */
export function EquipmentPage(props: Props) {
  const { thing, words, language, own } = props
  const gone = thing.standing !== 'here' && thing.standing !== 'lent'
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/spullen', label: words.back }]} />
      <PageHead title={thing.name} lead={<Tag tone={TONES[thing.standing]}>{words.standings[thing.standing]}</Tag>} read={own} />
      <Card>
        <Facts
          items={[
            { label: words.owner, value: words[own ? 'ownersOwn' : 'owners'][thing.owner] },
            ...(own ? [] : [{ label: words.member, value: props.names.get(thing.member) ?? '' }]),
            ...(thing.holder ? [{ label: words.holder, value: props.names.get(thing.holder) ?? words.notKnown }] : []),
            { label: words.place, value: thing.place ?? words.notKnown },
            ...(thing.serial ? [{ label: words.serial, value: thing.serial }] : []),
            { label: words.bought, value: longDay(thing.boughtOn, language) },
            { label: words.cost, value: euro(thing.value) },
            ...(gone ? [] : [{ label: words.worth, value: euro(worthOn(thing, props.today)) }]),
          ]}
        />
        {gone ? null : <p class="soft">{words.worthNote}</p>}
        {thing.photo ? (
          <p>
            <a href={`/spullen/${thing.id}/foto`}>{words.photoLink}</a>
          </p>
        ) : null}
        {!own || props.names.has(thing.member) ? (
          <p>
            <a href={`/bestedingen/${thing.request}`}>{words.request}</a>
          </p>
        ) : null}
      </Card>
      {gone && !own ? (
        thing.owner === 'cooperative' ? (
          <GoneCard thing={thing} gone={props.disposal} mayBook={props.mayDispose} />
        ) : (
          <Alert tone="info">
            <p>{words.booksMember}</p>
          </Alert>
        )
      ) : null}
      {own && props.disposal?.number ? (
        <p>
          <a href={`/spullen/rekening/${props.disposal.id}`}>{words.bill}</a>
        </p>
      ) : null}
      {thing.steps.length > 0 ? (
        <Card title={words.history}>
          <Timeline
            items={thing.steps.map((step) => ({
              on: longDay(step.on, language),
              label: stepLabel(step, props),
              note: own ? undefined : (step.note ?? undefined),
            }))}
          />
        </Card>
      ) : null}
      {gone ? null : <Forms {...props} />}
    </div>
  )
}

function Forms(props: Props) {
  const { thing, words, keys, today } = props
  const members = [...props.names].map(([value, label]) => ({ value, label }))
  // Several forms stand here: what was typed wrong belongs to the one with that field.
  const of = (field: string) => (props.problems && field in props.problems.typed ? props.problems : null)
  const day = <DayField name="on" label={words.on} value={today} max={today} />
  return (
    <>
      {props.mayMove && thing.standing === 'lent' ? (
        <Form action={`/spullen/${thing.id}/terug`} keys={keys}>
          <Button icon="undo">{words.takeBack}</Button>
        </Form>
      ) : null}
      {props.mayMove && thing.standing === 'here' ? (
        <Fold summary={words.lend} open={of('kind') === null && of('member') !== null}>
          <Form action={`/spullen/${thing.id}/uitlening`} keys={keys} problems={of('kind') ? null : of('member')} ids="uit">
            <SelectField name="member" label={words.lendTo} options={members} value={thing.member} />
            {day}
            <Actions>
              <Button look="secondary" icon="check">
                {words.lend}
              </Button>
            </Actions>
          </Form>
        </Fold>
      ) : null}
      {props.mayChange ? (
        <Fold summary={words.edit} open={of('years') !== null}>
          <Form action={`/spullen/${thing.id}/gegevens`} keys={keys} problems={of('years')} files ids="geg">
            <TextField name="place" label={words.place} hint={words.placeHint} value={thing.place ?? ''} maxLength={120} optional />
            <TextField name="serial" label={words.serial} value={thing.serial ?? ''} maxLength={80} optional />
            <TextField name="years" label={words.years} value={String(thing.years)} inputMode="numeric" size={4} />
            <FileField name="photo" label={words.photo} camera optional />
            <Actions>
              <Button look="secondary" icon="check">
                {words.editSave}
              </Button>
            </Actions>
          </Form>
        </Fold>
      ) : null}
      {props.mayDispose && thing.owner === 'cooperative' ? (
        <p>
          <a href={`/spullen/${thing.id}/boeking`}>{office.goMore}</a>
        </p>
      ) : null}
      {props.mayMove && !(props.mayDispose && thing.owner === 'cooperative') ? (
        <Fold summary={words.end} open={of('kind') !== null}>
          <p>{words.endLead}</p>
          <Form action={`/spullen/${thing.id}/einde`} keys={keys} problems={of('kind')} ids="eind">
            <RadioCards name="kind" label={words.endKind} value="sold" columns={3} options={ENDINGS.map((value) => ({ value, label: words.steps[value] }))} />
            <SelectField name="member" label={words.endTo} hint={words.endToHint} empty={words.nobody} options={members} optional />
            {day}
            <TextArea name="note" label={words.note} rows={2} maxLength={200} optional />
            <Actions>
              <Button look="secondary" icon="check">
                {words.endSave}
              </Button>
            </Actions>
          </Form>
        </Fold>
      ) : null}
    </>
  )
}

function stepLabel(step: Step, { words, names }: Props): string {
  const name = step.member && step.kind !== 'undone' ? names.get(step.member) : null
  return name ? fill(words.stepOf, { step: words.steps[step.kind], name }) : words.steps[step.kind]
}
