import type { MemberId } from '#rooms/access'
import { Amount, Crumbs, Empty, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { potsNl as words } from '../promises/promises.nl.ts'
import { nl } from '../spending.nl.ts'
import { POTS } from '../spending.rules.ts'
import type { Pots } from './pots.ts'

const FIGURES = ['balance', 'free', 'reserved', 'promised', 'toCome'] as const

/** The pots of all members within reach, for the office: what is free, reserved and promised. */
export function PotsPage(props: { pots: ReadonlyMap<MemberId, Pots>; names: ReadonlyMap<MemberId, string> }) {
  const rows = [...props.names].flatMap(([member, name]) => {
    const pots = props.pots.get(member)
    return pots ? POTS.map((pot) => ({ member, name, pot, ...pots[pot] })) : []
  })
  return (
    <>
      <Crumbs items={[{ href: '/bestedingen', label: nl.requests.back }]} />
      <PageHead title={words.title} lead={words.lead} />
      <p class="soft">{words.explained}</p>
      <Table
        caption={words.title}
        captionHidden
        rows={rows.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))}
        rowKey={(row) => `${row.member} ${row.pot}`}
        empty={<Empty title={words.empty} what={words.emptyNext} />}
        columns={[
          { key: 'member', label: words.member, header: true, cell: (row) => row.name },
          { key: 'pot', label: words.pot, cell: (row) => nl.potsOf[row.pot] },
          ...FIGURES.map((figure) => ({
            key: figure,
            label: words[figure],
            numeric: true,
            cell: (row: (typeof rows)[number]) => <Amount cents={row[figure]} />,
          })),
        ]}
      />
    </>
  )
}
