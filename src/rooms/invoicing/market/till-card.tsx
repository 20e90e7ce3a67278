import { euro, minus, negate } from '#kit/money.ts'
import type { Language } from '#kit/text.ts'
import { Alert, Card, Facts } from '#ui/parts.tsx'
import { marketTexts } from './texts.ts'
import { type TillSum, tillSum } from './till.rules.ts'
import type { Till } from './till.sql.ts'

/** A market day added up, the difference in a sentence. */
export function TillSums(props: { readonly sum: TillSum; readonly reason?: string | null; readonly language: Language }) {
  const { sum } = props
  const words = marketTexts[props.language]
  const items = [
    { label: words.sold, value: euro(sum.sold) },
    ...(sum.changeBegin > 0n ? [{ label: words.begin, value: euro(sum.changeBegin) }] : []),
    ...(sum.tips > 0n ? [{ label: words.tips, value: euro(sum.tips) }] : []),
    { label: words.byCard, value: euro(negate(sum.byCard)) },
    { label: words.expected, value: <strong>{euro(sum.expected)}</strong>, total: true },
    ...(sum.counted === null ? [] : [{ label: words.inBox, value: euro(sum.counted) }]),
    ...(sum.difference === 0n ? [] : [{ label: words.difference, value: euro(sum.difference) }]),
  ]
  return (
    <>
      <Facts items={items} />
      <Said {...props} />
    </>
  )
}

function Said({ sum, reason, language }: { readonly sum: TillSum; readonly reason?: string | null; readonly language: Language }) {
  const words = marketTexts[language]
  if (sum.counted === null) return <p class="soft">{words.notCounted(euro(sum.expected))}</p>
  if (sum.difference === 0n) return <Alert tone="ok">{words.right}</Alert>
  return (
    <Alert tone="warn" title={sum.difference < 0n ? words.short(euro(negate(sum.difference))) : words.over(euro(sum.difference))}>
      {reason ? <p>{words.because(reason)}</p> : null}
    </Alert>
  )
}

/** The box of a market day beside its sheet. */
export function TillCard(props: { readonly sheet: string; readonly till: Till; readonly sold: TillSum['sold']; readonly language: Language }) {
  const { till, language } = props
  const words = marketTexts[language]
  // Tips that are turnover stand in what was sold.
  const sold = till.tipsTo === 'turnover' ? minus(props.sold, till.tips) : props.sold
  const sum = tillSum(sold, till.byCard, till)
  return (
    <Card title={words.card}>
      <TillSums sum={sum} reason={till.reason} language={language} />
      <Facts
        items={[
          { label: words.toBring, value: euro(minus(till.counted ?? sum.expected, till.changeBegin)) },
          ...(till.changeEnd > 0n ? [{ label: words.staysInBox, value: euro(till.changeEnd) }] : []),
        ]}
      />
      {till.tips > 0n ? <Tips till={till} language={language} /> : null}
      {till.photo ? (
        <p>
          <a href={`/dagstaten/${props.sheet}/foto`}>{words.seePhoto}</a>
        </p>
      ) : null}
    </Card>
  )
}

/** Whose the tips are, or what waits, where, and what the board can do. */
function Tips({ till, language }: { readonly till: Till; readonly language: Language }) {
  const words = marketTexts[language]
  const amount = euro(till.tips)
  if (till.tipsTo) return <p class="soft">{words.tipsTo[till.tipsTo](amount)}</p>
  return (
    <Alert tone="wait" title={words.tipsWait}>
      <p>{words.tipsWhere(amount)}</p>
      <p>
        {words.tipsNext} <a href="/organisatie/fooi">{words.tipsLink}</a>
      </p>
    </Alert>
  )
}
