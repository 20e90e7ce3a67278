import { longMonth, type Month } from '#kit/day.ts'
import { euro, sum } from '#kit/money.ts'
import { fill, type Language, list } from '#kit/text.ts'
import { LawFold } from '#rooms/law'
import { Alert, Amount, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { potTexts } from './pots.en.ts'
import { POT_NAMES } from './pots.rules.ts'
import type { PotsShown } from './pots.ts'

/**
 * What is left in the pots per month in which it was built up, and what of it may go to the member now. How the benefit stood then is told to whoever may
 * read it; others see for which months an answer of the municipality is needed.
 */
export function PotTable({ pots, language }: { readonly pots: PotsShown; readonly language: Language }) {
  const words = potTexts(language)
  const waiting = sum(pots.rows.filter((row) => row.waits).map((row) => row.cents))
  const allowed = sum(pots.rows.filter((row) => row.waits).map((row) => row.payable))
  const needed = pots.rows.filter((row) => row.waits)
  const told = pots.rows.some((row) => row.benefit !== null)
  const months = [...new Set(needed.map((row) => monthIn(row.month, language)))]
  return (
    <>
      {POT_NAMES.map((pot) => (
        <p key={pot}>
          {fill(words.summary, {
            pot: words.potNames[pot],
            balance: euro(pots.pots[pot].balance),
            reserved: euro(pots.pots[pot].reserved),
            payable: euro(pots.pots[pot].payable),
          })}{' '}
          {pots.pots[pot].below > 0n ? fill(words.below, { pot: words.potNames[pot], cents: euro(pots.pots[pot].below) }) : null}
        </p>
      ))}
      {pots.late.cents > 0n ? <p>{fill(words.lateSummary, { cents: euro(pots.late.cents), payable: euro(pots.late.payable) })}</p> : null}
      {waiting > allowed ? (
        <Alert tone="warn" title={words.blockedTitle}>
          <p>{fill(told ? words.blocked : words.blockedFor, { cents: euro(waiting), months: list(months, words.and) })}</p>
        </Alert>
      ) : null}
      {pots.rows.some((row) => row.benefit === 'uwv') ? <p>{words.uwv}</p> : null}
      <Table
        caption={words.table}
        rows={pots.rows}
        rowKey={(row) => `${row.pot}-${row.month}`}
        empty={<p>{words.empty}</p>}
        columns={[
          { key: 'month', label: words.month, header: true, cell: (row) => monthIn(row.month, language) },
          { key: 'pot', label: words.pot, cell: (row) => words.potNames[row.pot] },
          { key: 'cents', label: words.cents, numeric: true, phone: 'beside', cell: (row) => <Amount cents={row.cents} /> },
          told
            ? { key: 'benefit', label: words.benefit, cell: (row) => (row.benefit === null ? '' : words.benefits[row.benefit]) }
            : { key: 'needed', label: words.needed, cell: (row) => (row.waits ? words.neededYes : words.neededNo) },
          {
            key: 'payable',
            label: words.payable,
            numeric: true,
            cell: (row) => (row.waits && row.payable === 0n ? <Tag tone="warn">{words.waits}</Tag> : <Amount cents={row.payable} />),
          },
        ]}
      />
      <LawFold screen="potOnLeaving" />
    </>
  )
}

function monthIn(month: Month | null, language: Language): string {
  return month === null ? potTexts(language).before : longMonth(month, language)
}
