import { longDay } from '#kit/day.ts'
import { euro } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import type { Term, TermName, TermStep } from '#rooms/law'
import { Card } from '#ui/parts.tsx'
import { DECISION_KINDS } from '../events/events.rules.ts'
import type { RequestFile } from '../file/request-file.ts'
import { postingTexts } from '../posting/posting.en.ts'
import { dayNotified, postingOf } from '../posting/posting.rules.ts'
import { TermSteps } from './term-steps.tsx'
import { termTexts } from './terms.en.ts'

type Props = { readonly file: RequestFile; readonly language: Language; readonly own: boolean }

/** Terms that the page tells of already. */
type Besides = { readonly without: readonly TermName[] }

/** Every term of the request and of its decisions: whose turn it is, by when, what one can do then, and how that day was come to. */
export function TermsCard(props: Props & Besides) {
  const { file, language } = props
  const words = termTexts[language]
  const open = file.remedies.filter(({ remedy, objectUntil }) => remedy !== 'none' || file.today <= objectUntil)
  const terms = [...file.terms, ...open.flatMap((each) => each.terms)].filter(({ term }) => !props.without.includes(term))
  if (terms.length === 0) return null
  return (
    <Card title={words.card}>
      {terms.map((term) => (
        <OneTerm key={`${term.term} ${term.last}`} {...props} term={term} />
      ))}
      {file.decreeKnown ? null : <p class="small soft">{words.unknownDecree}</p>}
    </Card>
  )
}

function OneTerm({ term, file, language, own }: Props & { readonly term: Term }) {
  const words = termTexts[language]
  const day = longDay(term.last, language)
  const who = own && term.who === 'applicant' ? words.applicantYou : words.who[term.who]
  const explained = term.standing === 'running' || term.term === 'tellDefault' ? explanationOf(term, day, language) : null
  return (
    <div class="stack-s">
      <p>
        <b>{words.terms[term.term]}</b> ({who}): {term.term === 'tellDefault' ? fill(words.sinceThen, { day }) : fill(words.standing[term.standing], { day })}
      </p>
      {own && explained ? <p class="small">{explained}</p> : null}
      {term.term === 'penalty' ? <p class="small">{term.cents === null ? words.penaltyUnknown : fill(words.penalty, { amount: euro(term.cents) })}</p> : null}
      <TermSteps term={term} language={language} posted={(step) => howPosted(file, step, language)} />
    </div>
  )
}

// How the decision reached the member: a term begins the day after it was posted, or mailed to whoever chose that (Awb 2:14, 3:41).
function howPosted(file: RequestFile, { what, on }: TermStep, language: Language): string | null {
  if (what !== 'notified') return null
  const event = file.request.events.findLast((each) => dayNotified(each) === on && (DECISION_KINDS as readonly string[]).includes(each.kind))
  if (!event) return null
  const words = postingTexts[language]
  if ('paperReference' in event && event.paperReference !== undefined) return fill(words.paper, { reference: event.paperReference })
  if (event.notified?.way === 'post') return event.notified.on ? words.step.post : words.step.toPost
  const posting = postingOf(event, file.request.postingChoices, file.rules(on))
  return posting.by === 'mail' ? fill(words.step.mail, { day: longDay(posting.chosenOn, language) }) : words.step.post
}

function explanationOf(term: Term, day: string, language: Language): string | null {
  const { explain } = termTexts[language]
  return term.term === 'penalty' || term.term === 'tellDelay' ? null : fill(explain[term.term], { day })
}
