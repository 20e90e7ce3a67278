import { useContext } from 'preact/hooks'
import { longDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { Fold } from '#ui/parts.tsx'
import { LanguageOfPage } from '#ui/words.ts'
import { LAW_SCREENS, type LawReference, type LawScreen } from './screens.rules.ts'
import { nl } from './switchboard.nl.ts'

/** What a screen rests on in law, to fold out: each article with what it says, since when, where it was read and what is still to be confirmed. In Dutch, like the law. A visitor has no way to the amounts. */
export function LawFold(props: { readonly screen: LawScreen; readonly visitor?: boolean }) {
  const references: readonly LawReference[] = LAW_SCREENS[props.screen]
  const { summary, amounts } = useContext(LanguageOfPage) === 'en' ? nl.english : nl
  return (
    <Fold summary={summary} class="law-fold">
      <ul lang="nl">
        {references.map(({ article, says, since, source, doubt }) => (
          <li key={article}>
            <span class="strong">{article}</span>: {says}{' '}
            <span class="muted">
              {since ? fill(nl.since, { day: longDay(since) }) : nl.notRead} {fill(nl.source, { source })} {doubt ?? ''}
            </span>
          </li>
        ))}
      </ul>
      {props.visitor ? null : (
        <p>
          <a href="/wet">{amounts}</a>
        </p>
      )}
    </Fold>
  )
}
