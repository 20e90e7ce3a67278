import { useContext } from 'preact/hooks'
import { longDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { Fold } from '#ui/parts.tsx'
import { LanguageOfPage } from '#ui/words.ts'
import type { LawReference } from './references.rules.ts'
import { LAW_SCREENS, type LawScreen } from './screens.rules.ts'
import { switchboardTexts } from './switchboard.en.ts'

/**
 * What a screen rests on in law, to fold out: each article with what it says, since when, where it was read and what is still to be confirmed. Names of
 * articles and sources are in Dutch, like the law. A visitor has no way to the amounts.
 */
export function LawFold(props: { readonly screen: LawScreen; readonly visitor?: boolean }) {
  const references: readonly LawReference[] = LAW_SCREENS[props.screen]
  const language = useContext(LanguageOfPage)
  const words = switchboardTexts[language]
  return (
    <Fold summary={words.summary} class="law-fold">
      <ul>
        {references.map(({ article, says, since, source, doubt }) => (
          <li key={article}>
            <span class="strong" lang="nl">
              {article}
            </span>
            : {says[language]}{' '}
            <span class="muted">
              {since ? fill(words.since, { day: longDay(since, language) }) : words.notRead} {words.source} <span lang="nl">{source}</span>.{' '}
              {doubt?.[language] ?? ''}
            </span>
          </li>
        ))}
      </ul>
      {props.visitor ? null : (
        <p>
          <a href="/wet">{words.amounts}</a>
        </p>
      )}
    </Fold>
  )
}
