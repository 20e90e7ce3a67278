import { Facts } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { nl } from '../invoicing.nl.ts'
import type { PageTexts } from '../pages/texts.ts'
import type { InvoicePaper } from './paper.rules.ts'

type PaperRow = { readonly cells: readonly string[]; readonly index: number }

/** The invoice as a page that can be read aloud: the same words and amounts as the PDF; without how to pay where the page itself says that. */
export function PaperView(props: { paper: InvoicePaper; words: PageTexts; pay?: boolean }) {
  const { paper, words } = props
  const facts = (pairs: InvoicePaper['facts']) => pairs.map(([label, value]) => ({ label, value }))
  return (
    <section class="card sheet stack" lang="nl" aria-label={paper.title}>
      <h2>{paper.title}</h2>
      {paper.tradeName ? <p class="strong">{paper.tradeName}</p> : null}
      <div class="grid-eq">
        <Lines label={words.invoice.from} lines={paper.from} />
        <Lines label={words.invoice.to} lines={paper.to} />
      </div>
      <Facts items={facts(paper.facts)} />
      {paper.about ? <p>{paper.about}</p> : null}
      <Table<PaperRow>
        caption={words.invoice.lines}
        captionHidden
        rows={paper.rows.map((cells, index) => ({ cells, index }))}
        rowKey={(row) => String(row.index)}
        columns={paper.columns.map((label, column) => ({
          key: label,
          label,
          header: column === 0,
          numeric: column > 0,
          ...(column === paper.columns.length - 1 ? { phone: 'beside' as const } : {}),
          cell: (row) => row.cells[column],
        }))}
      />
      <Facts items={[...facts(paper.totals), { label: paper.due[0], value: <strong>{paper.due[1]}</strong>, total: true }]} />
      {paper.reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {paper.note ? <p>{paper.note}</p> : null}
      {props.pay !== false && paper.pay.length > 0 ? (
        <>
          <h3>{words.invoice.payHow}</h3>
          <Facts items={paper.pay.map(([label, value]) => ({ label, value: label === nl.pay.iban ? <span class="iban">{value}</span> : value }))} />
        </>
      ) : null}
    </section>
  )
}

function Lines(props: { label: string; lines: readonly string[] }) {
  return (
    <p>
      <span class="soft">{props.label}</span>
      {props.lines.map((line) => (
        <span key={line}>
          <br />
          {line}
        </span>
      ))}
    </p>
  )
}
