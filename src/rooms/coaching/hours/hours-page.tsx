import { type Day, longDay, shortDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { LawFold } from '#rooms/law'
import { ActionButton, Actions, Button, ButtonLink, CheckCards, DayField, Form, RadioCards, SelectField, TextField } from '#ui/fields.tsx'
import { Card, Crumbs, Empty, Facts, Fold, PageHead, Progress, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { texts as shared } from '../coaching.en.ts'
import { trackOf } from '../here.ts'
import { texts } from './hours.en.ts'
import { clockOf, HOUR_KINDS, type HoursLine, LEVELS, lastDayOfTerm, ROADS, roadHours, totalsOf } from './hours.rules.ts'
import type { Learning } from './hours.sql.ts'

type Props = {
  readonly member: MemberId
  readonly name: string
  readonly own: boolean
  readonly learning: Learning | null
  readonly lines: readonly HoursLine[]
  readonly today: Day
  readonly may: { readonly log: boolean; readonly confirm: boolean; readonly learning: boolean }
  readonly language: Language
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: { readonly part: 'uren' | 'oordeel' | 'weg'; readonly found: Problems } | null
}

const TONES = { confirmed: 'ok', declined: 'warn', takenBack: 'plain' } as const

/** Hours of language and taking part: what counts, what waits, and one thing to do now. */
export function HoursPage(props: Props) {
  const { own, name, language, lines } = props
  const words = texts[language]
  const waiting = lines.filter((line) => line.answer === null)
  const problems = (part: NonNullable<Props['problems']>['part']) => (props.problems?.part === part ? props.problems.found : null)
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: trackOf(props.member), label: own ? shared[language].ownBack : shared[language].back }]} />
      <PageHead title={own ? words.title : fill(words.titleOf, { name })} lead={own ? words.lead : words.leadOf} read />
      <Totals {...props} />
      {own && props.may.log ? (
        <Card title={words.add}>
          <Form action={`${trackOf(props.member)}/uren`} keys={props.keys} problems={problems('uren')}>
            <RadioCards name="kind" label={words.kind} options={HOUR_KINDS.map((value) => ({ value, label: words.kindsLong[value] }))} />
            <DayField name="on" label={words.on} value={props.today} max={props.today} />
            <TextField name="hours" label={words.hours} hint={words.hoursHint} inputMode="decimal" size={6} />
            <TextField name="what" label={words.what} hint={words.whatHint} maxLength={160} />
            <Button>{words.save}</Button>
          </Form>
        </Card>
      ) : null}
      {!own && props.may.confirm && waiting.length > 0 ? (
        <Card title={words.toConfirm}>
          <Form action={`${trackOf(props.member)}/uren/oordeel`} keys={props.keys} problems={problems('oordeel')}>
            <CheckCards
              name="hours"
              label={words.confirmWhich}
              options={waiting.map((line) => ({
                value: line.id,
                label: `${shortDay(line.on, language)} · ${words.kinds[line.kind]} · ${fill(words.hour, { clock: clockOf(line.minutes) })}`,
                hint: line.what,
              }))}
            />
            <TextField name="reason" label={words.reason} hint={words.reasonHint} maxLength={160} optional />
            <Actions>
              <Button name="counts" value="ja">
                {words.confirm}
              </Button>
              <Button look="secondary" name="counts" value="nee">
                {words.decline}
              </Button>
            </Actions>
          </Form>
        </Card>
      ) : null}
      <Road {...props} problems={props.problems} />
      {lines.length === 0 ? <Empty title={words.empty} what={own ? words.emptyText : words.emptyOf} /> : <Lines {...props} />}
      <LawFold screen="learningHours" />
    </div>
  )
}

function Totals(props: Props) {
  const { learning, lines, today, language, own } = props
  const words = texts[language]
  const totals = totalsOf(lines)
  const needed = learning ? roadHours(learning.road, today) : null
  return (
    <Card
      title={words.totals}
      action={
        <ButtonLink href={`${trackOf(props.member)}/uren/pdf`} look="secondary" size="small" icon="print">
          {words.paper}
        </ButtonLink>
      }
    >
      {HOUR_KINDS.map((kind) =>
        needed ? (
          <Progress
            label={fill(words.of, { kind: words.kinds[kind], clock: clockOf(totals[kind].confirmed), needed: needed.hours[kind] })}
            value={totals[kind].confirmed}
            max={needed.hours[kind] * 60}
            key={kind}
          />
        ) : null,
      )}
      <Facts
        items={HOUR_KINDS.flatMap((kind) => [
          { label: `${words.kinds[kind]}: ${words.confirmed.toLowerCase()}`, value: fill(words.hour, { clock: clockOf(totals[kind].confirmed) }) },
          {
            label: `${words.kinds[kind]}: ${(own ? words.waiting : words.waitingOf).toLowerCase()}`,
            value: fill(words.hour, { clock: clockOf(totals[kind].waiting) }),
          },
        ])}
      />
      <p class="soft">{words.decides}</p>
      {needed ? (
        <p class="small soft">
          {fill(words.source, { source: needed.source })} {needed.doubt}
        </p>
      ) : null}
    </Card>
  )
}

function Road(props: Props) {
  const { learning, own, name, language } = props
  const words = texts[language]
  const found = props.problems?.part === 'weg' ? props.problems.found : null
  return (
    <Card title={own ? words.road : fill(words.roadOf, { name })}>
      <p>{learning ? words.roads[learning.road] : words.noRoad}</p>
      {learning?.pipOn ? <p>{fill(words.until, { day: longDay(lastDayOfTerm(learning.pipOn), language) })}</p> : null}
      {props.may.learning ? (
        <Fold summary={words.changeRoad} open={found !== null}>
          <Form action={`${trackOf(props.member)}/uren/weg`} keys={props.keys} problems={found} ids="weg">
            <RadioCards
              name="road"
              label={words.road}
              hint={words.roadHint}
              value={learning?.road ?? 'none'}
              options={ROADS.map((value) => ({ value, label: words.roads[value] }))}
            />
            <DayField name="pipOn" label={words.pipOn} hint={words.pipHint} value={learning?.pipOn ?? ''} max={props.today} optional />
            <SelectField
              name="level"
              label={words.level}
              value={learning?.level ?? 'unknown'}
              options={LEVELS.map((value) => ({ value, label: words.levels[value] }))}
            />
            <TextField name="speaks" label={words.speaks} value={learning?.speaks ?? ''} maxLength={40} optional />
            <Button look="secondary">{words.saveRoad}</Button>
          </Form>
        </Fold>
      ) : null}
    </Card>
  )
}

function Lines(props: Props) {
  const { lines, language, member } = props
  const words = texts[language]
  return (
    <Table
      caption={words.table}
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        { key: 'what', label: words.columns.what, header: true, cell: (line) => line.what },
        { key: 'on', label: words.columns.on, cell: (line) => shortDay(line.on, language) },
        { key: 'kind', label: words.columns.kind, cell: (line) => words.kinds[line.kind] },
        { key: 'hours', label: words.columns.hours, numeric: true, cell: (line) => clockOf(line.minutes) },
        {
          key: 'standing',
          label: words.columns.standing,
          cell: (line) => (
            <>
              <Tag tone={line.answer ? TONES[line.answer] : 'wait'}>{words.standing[line.answer ?? 'waiting']}</Tag>
              {line.reason ? <small> {fill(words.because, { reason: line.reason })}</small> : null}
            </>
          ),
        },
        ...(props.own && props.may.log
          ? [
              {
                key: 'go',
                label: words.columns.go,
                phone: 'below' as const,
                cell: (line: HoursLine) =>
                  line.answer === null ? (
                    <ActionButton action={`${trackOf(member)}/uren/${line.id}/terug`} keys={props.keys} look="plain" size="small">
                      {words.takeBack}
                    </ActionButton>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  )
}
