import { Facts } from '#ui/parts.tsx'
import type { PageTexts } from '../pages/texts.ts'
import type { InvoicePaper } from './paper.rules.ts'

/** The invoice as a page that can be read aloud: the same words and amounts as the PDF. */
export function PaperView(props: { paper: InvoicePaper; words: PageTexts }) {
  const { paper, words } = props
  const facts = (pairs: InvoicePaper['facts']) => pairs.map(([label, value]) => ({ label, value }))
  const [head, ...columns] = paper.columns
  return (
    <section class="card sheet stack" lang="nl" aria-label={paper.title}>
      <h2>{paper.title}</h2>
      {paper.tradeName ? <p class="strong">{paper.tradeName}</p> : null}
      <div class="grid-eq">
        <address class="stack-s">
          <span class="soft">{words.invoice.from}</span>
          {paper.from.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </address>
        <address class="stack-s">
          <span class="soft">{words.invoice.to}</span>
          {paper.to.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </address>
      </div>
      <Facts items={facts(paper.facts)} />
      {paper.about ? <p>{paper.about}</p> : null}
      <table class="utrecht-table utrecht-table--html-table">
        <caption class="vh">{words.invoice.lines}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map((column) => (
              <th scope="col" class="amt" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {paper.rows.map(([first, ...cells], index) => (
            <tr key={index}>
              <th scope="row">{first}</th>
              {cells.map((cell, column) => (
                <td class="amt" key={columns[column]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Facts items={[...facts(paper.totals), { label: paper.due[0], value: <strong>{paper.due[1]}</strong>, total: true }]} />
      {paper.reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {paper.note ? <p>{paper.note}</p> : null}
      {paper.pay.length > 0 ? (
        <>
          <h3>{words.invoice.payHow}</h3>
          <Facts items={facts(paper.pay)} />
        </>
      ) : null}
    </section>
  )
}
