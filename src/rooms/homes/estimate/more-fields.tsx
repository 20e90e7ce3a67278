import { longMonth, type Month } from '#kit/day.ts'
import type { Language } from '#kit/text.ts'
import { MoneyField, SelectField } from '#ui/fields.tsx'
import { Fold } from '#ui/parts.tsx'
import { estimateTexts } from './estimate.en.ts'
import { earlierMonths, ROWS, receivedMonths } from './more.rules.ts'

/** Premiums, gifts and a pot that is paid out: closed until somebody needs them, open where something was filled in. */
export function MoreFields(props: {
  readonly first: Month
  readonly ahead: readonly Month[]
  readonly was: (name: string) => string
  readonly language: Language
}) {
  const { first, ahead, was, language } = props
  const words = estimateTexts(language).more
  const named = (months: readonly Month[]) => months.map((month) => ({ value: month, label: longMonth(month, language) }))
  const filled = (names: readonly string[]) => names.some((name) => was(name) !== '')
  const pot = earlierMonths(first)
  return (
    <>
      <Fold summary={words.pot} open={filled(['potIn', ...pot.map((month) => `pot-${month}`)])}>
        <div class="stack">
          <p class="soft">{words.potHint}</p>
          <div class="month-amounts">
            {pot.map((month) => (
              <MoneyField key={month} name={`pot-${month}`} label={longMonth(month, language)} value={was(`pot-${month}`)} />
            ))}
          </div>
          <SelectField name="potIn" label={words.potIn} value={was('potIn')} options={named(ahead)} empty={words.noMonth} optional />
        </div>
      </Fold>
      {(['premium', 'gift'] as const).map((kind) => (
        <Fold key={kind} summary={words[kind]} open={filled(ROWS[kind].flatMap((row) => [`${kind}${row}`, `${kind}In${row}`]))}>
          <div class="stack">
            <p class="soft">{words[`${kind}Hint`]}</p>
            {ROWS[kind].map((row) => (
              <div key={row} class="month-amounts">
                <MoneyField name={`${kind}${row}`} label={`${words.amount} ${row}`} value={was(`${kind}${row}`)} optional />
                <SelectField
                  name={`${kind}In${row}`}
                  label={`${words.month} ${row}`}
                  value={was(`${kind}In${row}`)}
                  options={named(receivedMonths(first, ahead))}
                  empty={words.noMonth}
                  optional
                />
              </div>
            ))}
          </div>
        </Fold>
      ))}
    </>
  )
}
