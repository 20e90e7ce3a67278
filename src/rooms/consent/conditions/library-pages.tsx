import { longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { plainEuro } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import { LawFold } from '#rooms/law'
import { COST_KINDS, organisationTexts } from '#rooms/organisations'
import {
  ActionButton,
  Actions,
  Button,
  ButtonLink,
  CheckCards,
  CheckField,
  DayField,
  Form,
  HiddenField,
  MoneyField,
  RadioCards,
  SelectField,
  TextArea,
  TextField,
} from '#ui/fields.tsx'
import { Card, Crumbs, Empty, Fold, LinkList, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { nl } from '../consent.nl.ts'
import { STATEMENT_RHYTHMS } from '../consent.rules.ts'
import { WATCH_KINDS, type WatchKind } from '../events/events.rules.ts'
import { kindsOf } from '../pages/kinds.ts'
import { library as words } from './library.nl.ts'
import type { AcceptedCosts, LibraryCondition } from './library.sql.ts'
import { plainCondition } from './plain.ts'
import { PLACES, type WatchSetting } from './watch.rules.ts'

type Keys = { readonly csrf: string; readonly key: string }
type Kind = WatchKind | 'words'

/** The list of a municipality: what can be chosen, what no more, and which costs it accepts. */
export function LibraryPage(props: {
  readonly conditions: readonly LibraryCondition[]
  readonly accepted: readonly AcceptedCosts[]
  readonly today: string
  readonly keeps: boolean
  readonly keys: Keys
  readonly problems: Problems | null
}) {
  const open = props.conditions.filter(({ ended }) => !ended)
  const ended = props.conditions.filter((each) => each.ended)
  return (
    <div class="stack-l">
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          props.keeps ? (
            <ButtonLink href="/voorwaarden/nieuw" icon="plus">
              {words.add}
            </ButtonLink>
          ) : null
        }
      />
      <Card>{open.length > 0 ? <Conditions caption={words.inUse} rows={open} /> : <Empty title={words.none} what={words.noneWhat} />}</Card>
      <Accepted {...props} />
      {ended.length > 0 ? (
        <Fold summary={words.ended}>
          <p class="soft">{words.endedNote}</p>
          <Conditions caption={words.ended} rows={ended} />
        </Fold>
      ) : null}
      <LawFold screen="conditions" />
    </div>
  )
}

function Conditions(props: { readonly caption: string; readonly rows: readonly LibraryCondition[] }) {
  return (
    <Table
      caption={props.caption}
      columns={[
        { key: 'words', label: words.columns.words, header: true, cell: (row) => <a href={`/voorwaarden/teksten/${row.id}`}>{row.words}</a> },
        { key: 'watch', label: words.columns.watch, cell: watchedIn },
        { key: 'customary', label: words.columns.customary, cell: (row) => (row.customary ? words.customary.yes : words.customary.no) },
        { key: 'version', label: words.columns.version, numeric: true, cell: (row) => String(row.version) },
      ]}
      rows={props.rows}
      rowKey={(row) => `${row.id} ${row.version}`}
    />
  )
}

function watchedIn({ watch }: LibraryCondition): string {
  return watch ? plainCondition(watch, 'nl') : words.wordsOnly
}

function Accepted(props: {
  readonly accepted: readonly AcceptedCosts[]
  readonly today: string
  readonly keeps: boolean
  readonly keys: Keys
  readonly problems: Problems | null
}) {
  const now = props.accepted.find(({ from }) => from <= props.today) ?? null
  const others = props.accepted.filter((each) => each !== now)
  const said = ({ from, kinds }: AcceptedCosts) => fill(words.accepted.since, { day: longDay(from), kinds: kindsOf(kinds, 'nl').toLowerCase() })
  return (
    <Card title={words.accepted.title}>
      <p>{words.accepted.lead}</p>
      <p class="strong">{now ? said(now) : words.accepted.none}</p>
      {props.keeps ? (
        <Form action="/voorwaarden/kosten" keys={props.keys} problems={props.problems}>
          <CheckCards
            name="kinds"
            label={words.accepted.kinds}
            columns={2}
            values={now?.kinds ?? []}
            options={COST_KINDS.map((value) => ({ value, label: organisationTexts.nl.costKinds[value] }))}
          />
          <DayField name="from" label={words.accepted.from} value={props.today} min={props.today} />
          <Actions>
            <Button look="secondary">{words.accepted.button}</Button>
          </Actions>
        </Form>
      ) : null}
      {others.length > 0 ? (
        <Fold summary={words.accepted.before}>
          <ul>
            {others.map((each) => (
              <li key={each.from}>{said(each)}</li>
            ))}
          </ul>
        </Fold>
      ) : null}
    </Card>
  )
}

/** A new condition: first what it is about, then its words and what is watched. */
export function NewConditionPage(props: {
  readonly kind: Kind | null
  readonly usual: WatchSetting
  readonly title: string
  readonly keys: Keys
  readonly problems: Problems | null
}) {
  const kinds: readonly Kind[] = [...WATCH_KINDS, 'words']
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/voorwaarden', label: words.title }]} />
      <PageHead title={props.title} {...(props.kind ? {} : { lead: words.new.lead })} />
      {props.kind ? (
        <Form action="/voorwaarden" keys={props.keys} problems={props.problems}>
          <ConditionFields kind={props.kind} usual={props.usual} now={null} />
          <Actions>
            <Button>{words.new.button}</Button>
          </Actions>
        </Form>
      ) : (
        <LinkList items={kinds.map((kind) => ({ href: `/voorwaarden/nieuw?soort=${kind}`, label: words.kinds[kind], note: words.kindHints[kind] }))} />
      )}
      <LawFold screen="conditions" />
    </div>
  )
}

/** One condition with its versions; who keeps the list changes or ends it. */
export function ConditionPage(props: {
  readonly versions: readonly [LibraryCondition, ...LibraryCondition[]]
  readonly usual: WatchSetting
  readonly keeps: boolean
  readonly keys: () => Keys
  readonly problems: Problems | null
}) {
  const [last] = props.versions
  const address = `/voorwaarden/teksten/${last.id}`
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/voorwaarden', label: words.title }]} />
      <PageHead title={words.one.title} lead={last.words} />
      <p>{last.ended ? words.one.endedNow : watchedIn(last)}</p>
      {props.keeps && !last.ended ? (
        <Card title={words.one.change}>
          <p class="soft">{words.one.changeNote}</p>
          <Form action={address} keys={props.keys()} problems={props.problems}>
            <ConditionFields kind={last.watch?.kind ?? 'words'} usual={props.usual} now={last} />
            <Actions>
              <Button>{words.one.changeButton}</Button>
            </Actions>
          </Form>
        </Card>
      ) : null}
      <Card title={words.one.versions}>
        <ol class="plain">
          {props.versions.map((each) => (
            <li key={each.version}>
              <strong>{fill(words.version, { version: each.version })}</strong> {each.ended ? words.one.ended : `${each.words} (${watchedIn(each)})`}
            </li>
          ))}
        </ol>
      </Card>
      {props.keeps && !last.ended ? (
        <Card title={words.one.end}>
          <p>{words.one.endNote}</p>
          <ActionButton action={`${address}/einde`} keys={props.keys()} look="secondary">
            {words.one.end}
          </ActionButton>
        </Card>
      ) : null}
    </div>
  )
}

/** The fields that this kind of condition needs, and no others. */
function ConditionFields(props: { readonly kind: Kind; readonly usual: WatchSetting; readonly now: LibraryCondition | null }) {
  const { kind, usual, now } = props
  const form = words.form
  const watch = now?.watch ?? null
  const place = kind === 'words' ? undefined : PLACES[kind]
  const example = form.examples[kind]
  const days = kind === 'statement' || kind === 'jobSearch'
  const warned = watch && 'warn' in watch ? watch.warn : kind === 'statement' ? usual.statementDays : days ? usual.days : usual.percent
  return (
    <>
      <HiddenField name="kind" value={kind} />
      <TextArea
        name="words"
        label={form.words}
        hint={place ? fill(form.placeHint, { place, example }) : fill(form.wordsHint, { example })}
        value={now?.words ?? example}
        rows={3}
        maxLength={500}
      />
      {kind === 'hours' ? (
        <TextField name="hours" label={form.hours} inputMode="numeric" size={4} value={watch?.kind === 'hours' ? String(watch.most) : ''} />
      ) : null}
      {kind === 'turnover' || kind === 'pot' ? (
        <MoneyField name="amount" label={form.amount} value={watch?.kind === 'turnover' || watch?.kind === 'pot' ? plainEuro(watch.most) : ''} />
      ) : null}
      {kind === 'turnover' ? (
        <RadioCards
          name="per"
          label={form.per}
          columns={2}
          value={watch?.kind === 'turnover' ? watch.per : 'month'}
          options={(['month', 'year'] as const).map((value) => ({ value, label: form.pers[value] }))}
        />
      ) : null}
      {kind === 'costs' ? (
        <CheckCards
          name="costKinds"
          label={form.costKinds}
          columns={2}
          values={watch?.kind === 'costs' ? watch.only : []}
          options={COST_KINDS.map((value) => ({ value, label: organisationTexts.nl.costKinds[value] }))}
        />
      ) : null}
      {kind === 'payOut' ? (
        <RadioCards
          name="payOut"
          label={form.payOut}
          columns={2}
          value={watch?.kind === 'payOut' && watch.allowed ? 'yes' : 'no'}
          options={(['no', 'yes'] as const).map((value) => ({ value, label: form.payOuts[value] }))}
        />
      ) : null}
      {kind === 'statement' ? (
        <SelectField
          name="rhythm"
          label={form.rhythm}
          value={watch?.kind === 'statement' ? watch.rhythm : 'monthly'}
          options={STATEMENT_RHYTHMS.map((value) => ({ value, label: nl.rhythms[value] }))}
        />
      ) : null}
      {kind === 'jobSearch' ? <DayField name="until" label={form.until} value={watch?.kind === 'jobSearch' ? watch.until : ''} /> : null}
      {kind === 'hours' || kind === 'turnover' || kind === 'pot' || days ? (
        <TextField
          name="warn"
          label={days ? form.warnDays : form.warnPercent}
          hint={fill(form.warnHint, { source: usual.source })}
          inputMode="numeric"
          size={4}
          value={String(warned)}
        />
      ) : null}
      <CheckField name="customary" label={words.customary.label} hint={words.customary.hint} checked={now?.customary ?? false} />
    </>
  )
}
