import { dayOf, longDay, longMonth } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { minus } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import type { OrganisationId } from '#rooms/access'
import { ActionButton, Actions, Button, Form, HiddenField, SelectField, TextField } from '#ui/fields.tsx'
import { Amount, Card, Crumbs, Empty, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { mayBeShared } from '../frozen.rules.ts'
import { SAMPLE_NAMES } from '../samples.rules.ts'
import { DAYS, type WhatIfLink } from '../sharing.ts'
import { whatIfTexts } from '../whatif.en.ts'
import type { WhatIf } from '../whatif.ts'
import { OutcomeView, RuleList, spanOf } from './outcome-view.tsx'

export type SharePart = {
  readonly municipalities: ReadonlyMap<OrganisationId, string>
  readonly open: readonly WhatIfLink[]
  readonly base: string
}

type Props = {
  readonly found: WhatIf
  /** Of the reader alone. */
  readonly own: boolean
  readonly share: SharePart | null
  readonly language: Language
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}

/** What a version would have done with months of then, beside what was. */
export function WhatIfPage(props: Props) {
  const { found, language } = props
  const words = whatIfTexts[language]
  const address = `/afspraken/${found.version.id}`
  const { outcome, asked } = found
  return (
    <div class="wrap stack stack-l">
      <Crumbs items={[{ href: address, label: fill(words.over, { number: found.version.number }) }]} />
      <PageHead title={words.title} over={fill(words.over, { number: found.version.number })} lead={props.own ? words.leadOwn : words.lead} read />
      <Card title={words.choose.title}>
        <Choice {...props} />
      </Card>
      {asked.source === 'own' ? outcome ? <p>{spanOf(outcome.months, language)}</p> : null : <p>{words.samples[asked.source].about}</p>}
      {outcome ? (
        <OutcomeView
          {...outcome}
          {...asked}
          members={outcome.members.map(({ member, sides }) => ({ label: found.names.get(member) ?? words.members.former, sides }))}
          today={found.beside?.number ?? found.today?.number ?? null}
          binds={found.beside === null}
          otherBasis={found.otherBasis}
          own={props.own}
          language={language}
        />
      ) : found.why ? (
        <Empty title={words.why[found.why].title} what={words.why[found.why].text} />
      ) : null}
      {outcome && found.beside ? (
        <RuleList changes={found.changes} today={found.beside.number} binds={false} language={language} />
      ) : outcome && found.today && found.today.version !== found.version.id ? (
        <RuleList changes={found.changes} today={found.today.number} language={language} />
      ) : null}
      <Years found={found} language={language} />
      {props.share ? <Share {...props} share={props.share} /> : null}
    </div>
  )
}

/** The four invented years beside each other: what each would have given more or less. */
function Years({ found, language }: Pick<Props, 'found' | 'language'>) {
  const words = whatIfTexts[language]
  if (found.samples.length === 0) return null
  const met = found.beside ? `&met=${found.beside.id}` : ''
  const sides = (['members', 'cooperative', 'municipality'] as const).filter(
    (side) => side !== 'municipality' || found.samples.some(({ sides }) => sides.municipality.now !== 0n || sides.municipality.would !== 0n),
  )
  const names = { ...words.sides, members: words.years.member }
  return (
    <Card>
      <Table
        caption={words.years.title}
        rows={found.samples}
        rowKey={(row) => row.sample}
        columns={[
          {
            key: 'sample',
            label: words.years.sample,
            header: true,
            cell: (row) => <a href={`/afspraken/${found.version.id}/wat-als?uit=${row.sample}${met}`}>{words.samples[row.sample].name}</a>,
          },
          ...sides.map((side) => ({
            key: side,
            label: names[side],
            numeric: true,
            cell: (row: WhatIf['samples'][number]) => <Amount cents={minus(row.sides[side].would, row.sides[side].now)} signed />,
          })),
        ]}
      />
      <p class="soft">{words.years.note}</p>
    </Card>
  )
}

function Choice({ found, language }: Props) {
  const words = whatIfTexts[language]
  const months = found.closed.map((month) => ({ value: month, label: longMonth(month, language) }))
  return (
    <Form action={`/afspraken/${found.version.id}/wat-als`} method="get">
      <SelectField
        name="uit"
        label={words.choose.source}
        hint={words.choose.monthsHint}
        value={found.asked.source}
        options={[{ value: 'own', label: words.choose.own }, ...SAMPLE_NAMES.map((value) => ({ value, label: words.samples[value].name }))]}
      />
      {months.length > 0 ? (
        <>
          <SelectField name="van" label={words.choose.from} value={found.asked.from ?? ''} options={months} />
          <SelectField name="tot" label={words.choose.until} value={found.asked.until ?? ''} options={months} />
        </>
      ) : null}
      {found.others.length > 0 ? (
        <SelectField
          name="met"
          label={words.choose.beside}
          hint={words.choose.besideHint}
          value={found.beside?.id ?? ''}
          empty={words.choose.today}
          optional
          options={found.others.map((each) => ({
            value: each.id,
            label: fill(words.choose.version, { number: each.number, from: longDay(each.from, language) }),
          }))}
        />
      ) : null}
      <Button look="secondary">{words.choose.show}</Button>
    </Form>
  )
}

function Share(props: Props & { readonly share: SharePart }) {
  const { found, share, language } = props
  const words = whatIfTexts[language].share
  const { tooFew } = whatIfTexts[language].refusals
  const address = `/afspraken/${found.version.id}/wat-als/links`
  const [usual = ''] = share.municipalities.keys()
  return (
    <Card title={words.title} class="stack" id="delen">
      {found.outcome && !mayBeShared(found.outcome, found.asked.source) ? (
        <p>
          {tooFew.what} {tooFew.next}
        </p>
      ) : found.outcome ? (
        <>
          <p>{words.what}</p>
          <Form action={address} keys={props.keys} problems={props.problems}>
            <HiddenField name="uit" value={found.asked.source} />
            <HiddenField name="van" value={found.asked.from ?? ''} />
            <HiddenField name="tot" value={found.asked.until ?? ''} />
            <SelectField
              name="municipality"
              label={words.municipality}
              hint={words.municipalityHint}
              value={usual}
              empty={words.nobody}
              optional
              options={[...share.municipalities].map(([value, label]) => ({ value, label }))}
            />
            <TextField name="days" label={words.days} hint={words.daysHint} value={String(DAYS.usual)} inputMode="numeric" />
            <Actions>
              <Button>{words.button}</Button>
            </Actions>
          </Form>
        </>
      ) : null}
      {share.open.length > 0 ? (
        <div class="stack-s">
          <h3>{words.open}</h3>
          {share.open.map((link) => (
            <div class="stack-s" key={link.id}>
              <p>
                <a href={link.path}>
                  {share.base}
                  {link.path}
                </a>
              </p>
              <p class="soft">{fill(words.until, { on: longDay(dayOf(link.sharedAt), language), until: longDay(link.until, language) })}</p>
              <ActionButton action={`${address}/${link.id}/einde`} keys={props.keys} look="plain">
                {words.stop}
              </ActionButton>
            </div>
          ))}
        </div>
      ) : (
        <p class="soft">{words.ends}</p>
      )}
    </Card>
  )
}
