import { longMonth } from '#kit/day.ts'
import { euro, percent, sum } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import { type Preview, previewTexts } from '#rooms/law'
import { Alert, Amount, Card } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { estimateTexts } from './estimate.en.ts'
import type { EstimateAnswers } from './estimate.rules.ts'

type PreviewMonth = Preview['months'][number]

/** What about is left per month, by which rule, and everything that is not sure about it. */
export function EstimateOutcome(props: { readonly preview: Preview; readonly answers: EstimateAnswers; readonly language: Language }) {
  const { preview, answers, language } = props
  const words = estimateTexts(language)
  const { columns } = words
  const doubts = new Set(preview.months.flatMap((month) => month.doubts))
  const amount = (key: 'declared' | 'exempt' | 'toSettle' | 'benefit' | 'total', phone?: 'beside') => ({
    key,
    label: columns[key],
    numeric: true,
    ...(phone ? { phone } : {}),
    cell: (row: { readonly [K in typeof key]: PreviewMonth[K] }) => <Amount cents={row[key]} />,
  })
  return (
    <Card title={words.result} id="uitkomst">
      <Table
        caption={words.result}
        captionHidden
        rows={preview.months}
        rowKey={(row) => row.month}
        columns={[
          { key: 'month', label: columns.month, header: true, cell: (row: PreviewMonth) => longMonth(row.month, language) },
          amount('declared'),
          amount('exempt'),
          amount('toSettle'),
          amount('benefit'),
          amount('total', 'beside'),
        ]}
      />
      <p class="strong">
        {words.total}: {columns.exempt.toLowerCase()} {euro(preview.exempt)}, {columns.toSettle.toLowerCase()} {euro(preview.toSettle)},{' '}
        {columns.benefit.toLowerCase()} {euro(sum(preview.months.map(({ benefit }) => benefit)))}
      </p>
      <h3>{words.why}</h3>
      <ul>
        {preview.months.map((month) => (
          <li key={month.month}>
            <span class="strong">{longMonth(month.month, language)}</span>: {ruleWords(month, language)}
          </li>
        ))}
      </ul>
      <Alert tone="warn" title={words.doubts} level={3}>
        <ul>
          {answers.medical === 'unknown' ? <li>{words.assumed.medical}</li> : null}
          {answers.helpful === 'unknown' && preview.months.some(restsOnTheMunicipality) ? <li>{words.assumed.helpful}</li> : null}
          {[...doubts].map((doubt) => (
            <li key={doubt}>{previewTexts(language).doubts[doubt]}</li>
          ))}
          <li>{words.left}</li>
        </ul>
      </Alert>
    </Card>
  )
}

/** The rules of 2027 hold for everybody: what the municipality found matters in the other months only. */
function restsOnTheMunicipality({ exemption: { rule } }: PreviewMonth): boolean {
  return rule !== '34a' && rule !== '34aPension' && rule !== 'early'
}

function ruleWords({ exemption, capReached, settling }: PreviewMonth, language: Language): string {
  const words = previewTexts(language)
  const { rule, share, cap, month, months, why, article } = exemption
  const said = fill(words.rules[rule], { share: percent(share), cap: cap === null ? '' : euro(cap) })
  return [
    article ? `${said.replace(/\.$/, '')} (${article}).` : said,
    why ? words.why[why] : null,
    month !== null && months !== null ? fill(words.month, { month, months }) : null,
    capReached ? words.cap : null,
    words.settling[settling],
  ]
    .filter((sentence) => sentence !== null)
    .join(' ')
}
