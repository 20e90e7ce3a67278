import { euro } from '#kit/money.ts'
import type { Language } from '#kit/text.ts'
import { Amount, Facts } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { texts } from '../invoicing.en.ts'
import { quantity } from '../paper/paper.rules.ts'
import type { Priced } from '../pricing/pricing.rules.ts'
import { quoteTexts } from './quotes.en.ts'
import type { QuotePart } from './quoting.rules.ts'

/** The lines of a quote with their sums, as the customer and the member both see them. */
export function QuoteLines(props: { priced: Priced; language: Language }) {
  const { priced, language } = props
  const words = quoteTexts(language).page
  return (
    <>
      <Table
        caption={words.lines}
        captionHidden
        rows={priced.lines.map((line, at) => ({ ...line, at }))}
        rowKey={(line) => String(line.at)}
        columns={[
          { key: 'what', label: words.what, header: true, cell: (line) => line.description },
          { key: 'quantity', label: words.quantity, cell: (line) => `${quantity(line.quantity)} ${texts[language].unit[line.unit]}` },
          { key: 'net', label: words.sum, numeric: true, phone: 'beside', cell: (line) => <Amount cents={line.net} /> },
        ]}
      />
      <Facts
        items={[
          { label: words.net, value: euro(priced.net) },
          { label: words.vat, value: euro(priced.vat) },
          { label: words.total, value: <strong>{euro(priced.payable)}</strong>, total: true },
        ]}
      />
    </>
  )
}

/** When which part is paid. */
export function PartsTable(props: { parts: readonly QuotePart[]; language: Language }) {
  const { page, part, terms } = quoteTexts(props.language)
  return (
    <Table
      caption={page.parts}
      captionHidden
      rows={props.parts.map((each, at) => ({ ...each, at }))}
      rowKey={(each) => String(each.at)}
      columns={[
        { key: 'part', label: page.part, header: true, cell: (each) => each.label ?? part[each.kind] },
        { key: 'on', label: page.on, cell: (each) => (each.on ? terms.day(each.on) : '') },
        { key: 'amount', label: page.amount, numeric: true, phone: 'beside', cell: (each) => <Amount cents={each.payable} /> },
      ]}
    />
  )
}
