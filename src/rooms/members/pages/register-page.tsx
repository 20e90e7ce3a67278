import { type Day, type Instant, longDay } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import { KeptFilters } from '#rooms/access'
import { BooksNotice } from '#rooms/ledger'
import { Actions, Button, ButtonLink, DayField, Form } from '#ui/fields.tsx'
import { Empty, PageHead, Tag, type Tone } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import type { Stage } from '../journey.rules.ts'
import { texts } from '../members.en.ts'
import type { MemberOnDay } from '../members.types.ts'

export const STAGE_TONES: Readonly<Record<Stage, Tone>> = { interested: 'plain', applied: 'info', trial: 'wait', member: 'ok', former: 'plain' }

/** The register on a day: every page about people can be asked for a past date. */
export function RegisterPage(props: {
  readonly members: readonly MemberOnDay[]
  readonly on: Day
  readonly opens: boolean
  readonly adds: boolean
  readonly leaves: boolean
  readonly language: Language
  readonly verdict: { readonly at: Instant; readonly faults: number } | null
}) {
  const { language } = props
  const words = texts[language].register
  return (
    <div class="stack-l">
      <BooksNotice verdict={props.verdict} />
      <PageHead title={words.title} lead={fill(words.lead, { day: longDay(props.on, language) })} />
      <Form action="/leden" method="get">
        <DayField name="op" label={words.on} value={props.on} />
        <Actions>
          <Button look="secondary">{words.show}</Button>
          {props.adds ? (
            <ButtonLink href="/leden/nieuw" look="subtle" icon="plus">
              {words.add}
            </ButtonLink>
          ) : null}
          {props.leaves ? (
            <ButtonLink href="/vertrek" look="subtle">
              {words.leaving}
            </ButtonLink>
          ) : null}
          <ButtonLink href={`/leden?op=${props.on}&vorm=csv`} look="subtle" icon="download" download>
            {words.csv}
          </ButtonLink>
        </Actions>
      </Form>
      <KeptFilters />
      <Table
        caption={words.title}
        captionHidden
        rows={props.members}
        rowKey={(row) => row.member}
        columns={[
          { key: 'name', label: words.name, header: true, cell: (row) => (props.opens ? <a href={`/leden/${row.member}`}>{row.name}</a> : row.name) },
          { key: 'number', label: words.number, numeric: true, cell: (row) => row.number ?? '' },
          {
            key: 'stage',
            label: words.stage,
            cell: ({ standing }) => (
              <Tag tone={standing.trialOver ? 'warn' : STAGE_TONES[standing.stage]}>
                {standing.trialOver ? words.trialOver : texts[language].stages[standing.stage]}
              </Tag>
            ),
          },
          { key: 'since', label: words.since, cell: ({ standing }) => longDay(standing.since, language) },
          { key: 'trade', label: words.trade, cell: ({ trade }) => trade?.tradeName ?? '' },
        ]}
        empty={<Empty title={words.empty} what={words.emptyNext} />}
      />
    </div>
  )
}
