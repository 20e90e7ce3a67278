import { dayOf, longDay, shortDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { Actions, ButtonLink } from '#ui/fields.tsx'
import { Card, Figures, Fold, LinkList, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { nl as desk } from '../inquiries/desk.nl.ts'
import { nl } from './today.nl.ts'
import type { NetworkToday } from './today.ts'

/** Where each kind of waiting is dealt with. */
const PLACES = {
  inquiries: '/netwerk/aanvragen',
  questions: '/netwerk/aanvragen',
  calls: '/netwerk/bureau',
  begins: '/netwerk/initiatieven',
  entries: '/netwerk/vermeldingen',
} as const satisfies Record<keyof NetworkToday['counts'], string>

/** What waits and what comes first; who takes part is folded away below. */
export function NetworkTodayPage({ first, late, counts, organisations }: NetworkToday) {
  const waiting = Object.values(counts).some((count) => count > 0)
  const said = late > 0 ? fill(late === 1 ? nl.late.one : nl.late.more, { count: late }) : nl.inTime
  return (
    <>
      <PageHead title={nl.title} lead={waiting ? said : nl.nothing} />
      <Figures
        items={(Object.keys(PLACES) as (keyof typeof PLACES)[]).map((what) => ({
          figure: counts[what],
          label: nl.figures[what][counts[what] === 1 ? 0 : 1] ?? '',
          href: PLACES[what],
          tone: what === 'inquiries' && late > 0 ? 'wrong' : counts[what] > 0 ? 'warn' : 'plain',
        }))}
      />
      <Card title={nl.first}>
        {first.length > 0 ? (
          <LinkList
            items={first.map(({ inquiry, standing }) => ({
              href: `/netwerk/aanvragen/${inquiry.id}`,
              icon: 'letter' as const,
              label: (
                <>
                  {inquiry.nr} <Tag tone={standing === 'late' ? 'wrong' : 'wait'}>{desk.standings[standing]}</Tag>
                </>
              ),
              note: fill(nl.firstNote, { what: desk.kinds[inquiry.kind], from: inquiry.organisation ?? inquiry.name, day: shortDay(inquiry.lastDay) }),
            }))}
          />
        ) : (
          <p class="soft">{nl.firstNone}</p>
        )}
        <Actions>
          <ButtonLink href="/netwerk/aanvragen" look="secondary">
            {nl.all}
          </ButtonLink>
        </Actions>
      </Card>
      <Card title={nl.who}>
        {(['cooperative', 'municipality', 'partner'] as const).map((kind) => (
          <TakingPart key={kind} kind={kind} rows={organisations.filter((each) => each.kind === kind)} />
        ))}
        <p class="soft">{nl.note}</p>
      </Card>
    </>
  )
}

function TakingPart(props: { readonly kind: keyof typeof nl.kinds; readonly rows: NetworkToday['organisations'] }) {
  const { kind, rows } = props
  return rows.length > 0 ? (
    <Fold summary={fill(nl.count, { kind: nl.kinds[kind], count: rows.length })}>
      <Table
        caption={nl.kinds[kind]}
        captionHidden
        columns={[
          { key: 'name', label: nl.columns.name, header: true, cell: (row) => row.name },
          { key: 'since', label: nl.columns.since, cell: (row) => longDay(dayOf(row.since)) },
        ]}
        rows={rows}
        rowKey={(row) => row.id}
      />
    </Fold>
  ) : null
}
