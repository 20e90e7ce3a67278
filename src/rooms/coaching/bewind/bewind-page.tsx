import { type Day, longDay, longMonth, type Month } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { LawFold } from '#rooms/law'
import { Button, DayField, FileField, Form, HiddenField, RadioCards, TextField } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Empty, Facts, Fold, LinkList, PageHead } from '#ui/parts.tsx'
import { texts as shared } from '../coaching.en.ts'
import { trackOf } from '../here.ts'
import { texts } from './bewind.en.ts'
import { BEWIND_KINDS, type Bewind, consentOn, heldBack, looksAfter } from './bewind.rules.ts'

type Props = {
  readonly member: MemberId
  readonly name: string
  readonly own: boolean
  readonly all: readonly Bewind[]
  readonly months: readonly Month[]
  readonly today: Day
  readonly may: { readonly name: boolean; readonly consent: boolean }
  readonly language: Language
  readonly keys: { readonly csrf: string; readonly key: string }
  /** What went wrong, and with which form: of a new one, or of the one with this id. */
  readonly problems: { readonly part: string; readonly found: Problems } | null
}

/** Who looks after the money, whether something may be paid out, and the overview of each month to hand over. */
export function BewindPage(props: Props) {
  const { own, name, all, language, today } = props
  const words = texts[language]
  const adding = props.problems?.part === 'nieuw' ? props.problems.found : null
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: trackOf(props.member), label: own ? shared[language].ownBack : shared[language].back }]} />
      <PageHead title={own ? words.title : fill(words.titleOf, { name })} lead={own ? words.lead : words.leadOf} read />
      {all.length === 0 ? <Empty title={words.none} what={words.noneText} /> : null}
      {all.map((bewind) => (
        <One {...props} bewind={bewind} key={bewind.id} />
      ))}
      {own && all.some((each) => looksAfter(each, today)) ? <p>{words.askCoach}</p> : null}
      {props.may.name ? (
        <Fold summary={words.add} open={adding !== null}>
          <Form action={`${trackOf(props.member)}/geldhulp`} keys={props.keys} problems={adding} ids="nieuw">
            <RadioCards name="kind" label={words.kind} options={BEWIND_KINDS.map((value) => ({ value, label: words.kinds[value] }))} />
            <TextField name="name" label={words.name} maxLength={120} />
            <TextField name="office" label={words.office} maxLength={120} optional />
            <TextField name="reach" label={words.reach} hint={words.reachHint} maxLength={120} />
            <DayField name="from" label={words.from} value={today} />
            <Button look={all.length === 0 ? 'primary' : 'secondary'}>{words.save}</Button>
          </Form>
        </Fold>
      ) : null}
      <Card title={words.statements}>
        <p>{words.statementsText}</p>
        <LinkList
          items={props.months.map((month) => ({
            href: `${trackOf(props.member)}/geldhulp/overzicht/${month}`,
            label: longMonth(month, language),
            icon: 'print',
          }))}
        />
      </Card>
      <p class="soft">{words.secret}</p>
      <LawFold screen="bewind" />
    </div>
  )
}

function One(props: Props & { readonly bewind: Bewind }) {
  const { bewind, language, today, member } = props
  const words = texts[language]
  const here = looksAfter(bewind, today)
  const consent = consentOn(bewind, today)
  const held = heldBack([bewind], today)
  const told = (on: Day) => longDay(on, language)
  return (
    <Card title={bewind.name}>
      {here && consent ? <Alert tone="ok">{fill(words.may, { day: told(consent.until) })}</Alert> : null}
      {here && held ? <Alert tone="warn">{words.mayNot[held]}</Alert> : null}
      {bewind.endedOn && !here && bewind.endedOn <= today ? <p>{fill(words.over, { day: told(bewind.endedOn) })}</p> : null}
      <Facts
        items={[
          { label: words.facts.kind, value: words.kinds[bewind.kind] },
          ...(bewind.office ? [{ label: words.facts.office, value: bewind.office }] : []),
          { label: words.facts.reach, value: bewind.reach },
          { label: words.facts.from, value: told(bewind.from) },
          ...(bewind.endedOn ? [{ label: words.facts.until, value: told(bewind.endedOn) }] : []),
        ]}
      />
      {bewind.consents.length > 0 ? (
        <>
          <h3>{words.consents}</h3>
          <ul>
            {bewind.consents.map((each) => (
              <li key={each.id}>
                {fill(words.consentOf, { from: told(each.from), until: told(each.until) })}
                {each.endedOn ? ` (${fill(words.takenBack, { day: told(each.endedOn) })})` : ''}
                {' · '}
                <a href={`${trackOf(member)}/geldhulp/akkoord/${each.id}`}>{words.letter}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {props.may.consent && bewind.endedOn === null ? <CoachForms {...props} /> : null}
    </Card>
  )
}

function CoachForms(props: Props & { readonly bewind: Bewind }) {
  const { bewind, language, today, member } = props
  const words = texts[language]
  const problems = (part: string) => (props.problems?.part === `${part} ${bewind.id}` ? props.problems.found : null)
  const open = bewind.consents.filter((each) => each.endedOn === null)
  return (
    <>
      <Fold summary={words.keep} open={problems('akkoord') !== null || bewind.consents.length === 0}>
        <Form action={`${trackOf(member)}/geldhulp/${bewind.id}/akkoord`} keys={props.keys} problems={problems('akkoord')} ids={`akkoord-${bewind.id}`} files>
          <DayField name="from" label={words.consentFrom} value={today} />
          <DayField name="until" label={words.consentUntil} />
          <FileField name="file" label={words.file} hint={words.fileHint} accept="application/pdf,image/png,image/jpeg" />
          <Button look="secondary">{words.keep}</Button>
        </Form>
      </Fold>
      <Fold summary={words.end} open={problems('einde') !== null}>
        <Form action={`${trackOf(member)}/geldhulp/${bewind.id}/einde`} keys={props.keys} problems={problems('einde')} ids={`einde-${bewind.id}`}>
          {open.length === 0 ? (
            <HiddenField name="what" value="alles" />
          ) : (
            <RadioCards
              name="what"
              label={words.whatEnds}
              options={[
                ...open.map((each) => ({
                  value: each.id,
                  label: fill(words.consentEnds, { from: longDay(each.from, language), until: longDay(each.until, language) }),
                })),
                { value: 'alles', label: fill(words.allEnds, { name: bewind.name }) },
              ]}
            />
          )}
          <DayField name="on" label={words.endOn} value={today} />
          <Button look="secondary">{words.endSave}</Button>
        </Form>
      </Fold>
    </>
  )
}
