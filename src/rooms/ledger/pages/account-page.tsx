import { longDay } from '#kit/day.ts'
import { euro } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import type { PersonId } from '#rooms/access'
import { Amount, Crumbs, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import type { Register } from '../balances.ts'
import { nl } from '../ledger.nl.ts'
import { sourceLink } from './source-link.ts'

const words = nl.accountPage

export function AccountPage(props: { register: Register; names: ReadonlyMap<PersonId, string> }) {
  const { account, lines, next } = props.register
  const member = account.member ? ` · ${props.names.get(account.member) ?? ''}` : ''
  return (
    <>
      <Crumbs items={[{ href: '/grootboek', label: words.back }]} />
      <PageHead title={`${fill(words.title, { number: account.number, name: account.name })}${member}`} />
      <Table
        caption={account.name}
        captionHidden
        rows={lines}
        rowKey={(line) => `${line.entry} ${line.line}`}
        dense
        empty={<p>{words.empty}</p>}
        columns={[
          {
            key: 'source',
            label: words.source,
            header: true,
            cell: (line) => {
              const link = sourceLink(line.sourceKind, line.sourceId)
              const name = nl.sources[line.sourceKind] ?? line.sourceKind
              return link ? <a href={link}>{name}</a> : name
            },
          },
          { key: 'on', label: words.on, cell: (line) => longDay(line.on) },
          { key: 'contra', label: words.contra, cell: (line) => line.contra },
          { key: 'amount', label: words.amount, numeric: true, phone: 'beside', cell: (line) => <Amount cents={line.cents} signed /> },
          { key: 'balance', label: words.balance, numeric: true, cell: (line) => euro(line.balance) },
        ]}
      />
      {next ? (
        <p>
          <a href={`/grootboek/${account.id}?voor=${next}`}>{words.older}</a>
        </p>
      ) : null}
    </>
  )
}
