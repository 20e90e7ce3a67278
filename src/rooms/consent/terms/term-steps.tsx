import { longDay, weekdayDay } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import type { Term, TermStep } from '#rooms/law'
import { Facts, Fold } from '#ui/parts.tsx'
import { termTexts } from './terms.en.ts'

/** How the last day of a term was come to: every step with its day and article, and the other reading where offices differ, which for an objection is to be confirmed. */
export function TermSteps(props: { readonly term: Term; readonly language: Language; readonly posted?: (step: TermStep) => string | null }) {
  const { term, language } = props
  const words = termTexts[language]
  return (
    <Fold summary={words.how}>
      <Facts
        items={term.steps.map((step, index) => ({
          label: fill(words.steps[step.what], { days: step.days }),
          value: (
            <>
              {weekdayDay(step.on, language)} <small class="soft">{[props.posted?.(step), step.article].filter(Boolean).join(' · ')}</small>
            </>
          ),
          total: index === term.steps.length - 1,
        }))}
      />
      {term.otherReading ? (
        <p class="small soft">{fill(term.term === 'decideObjection' ? words.toConfirm : words.other, { day: longDay(term.otherReading, language) })}</p>
      ) : null}
    </Fold>
  )
}
