import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { LawFold } from '#rooms/law'
import type { Cooperative } from '#rooms/organisations'
import { Actions, Button, ButtonLink, Form, HiddenField, RadioCards, SelectField } from '#ui/fields.tsx'
import { Alert, Card, LinkList, PageHead, Progress } from '#ui/parts.tsx'
import { texts } from './check.en.ts'
import { MOST, type Question, type SelfCheck } from './check.rules.ts'

/** So many cooperatives are shown one beneath the other; more are a list to choose from. */
const FEW = 6

const addressOf = (language: Language, letters: string) => `${language === 'en' ? '/en' : ''}/iets-voor-mij${letters ? `?a=${letters}` : ''}`

/** One question; each answer is a link to the next, so it works without script and back goes back. */
export function QuestionPage(props: { readonly question: Question; readonly letters: string; readonly language: Language }) {
  const { question, letters, language } = props
  const words = texts(language)
  const asked = words.questions[question]
  const step = letters.length + 1
  return (
    <div class="narrow stack-l">
      {letters === '' ? <PageHead title={words.title} lead={words.lead} read /> : null}
      <Progress label={fill(words.step, { step, most: MOST })} value={step} max={MOST} />
      {letters === '' ? <h2>{asked.title}</h2> : <PageHead title={asked.title} read />}
      <p class="soft">{asked.why}</p>
      <LinkList
        items={Object.entries(asked.answers).map(([letter, [label = '', note = '']]) => ({ href: addressOf(language, letters + letter), label, note }))}
      />
      {letters === '' ? null : (
        <p>
          <a href={addressOf(language, letters.slice(0, -1))}>{words.back}</a>
        </p>
      )}
    </div>
  )
}

/** What seems to fit, why, what it does to a benefit, and to whom one can go. */
export function OutcomePage(props: {
  readonly check: SelfCheck
  readonly letters: string
  readonly language: Language
  readonly cooperatives: readonly Cooperative[]
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}) {
  const { check, letters, language } = props
  const words = texts(language)
  const [title, lead] = words.outcomes[check.fit]
  const benefits: Readonly<Record<string, readonly string[]>> = words.benefits[check.fit]
  return (
    <div class="narrow stack-l">
      <PageHead title={title} lead={lead} read />
      <Alert tone="info">{words.indication[check.living]}</Alert>
      <section class="stack-s">
        <h2>{words.why}</h2>
        <ul>
          {check.reasons.map((reason) => (
            <li key={reason}>{words.reasons[reason]}</li>
          ))}
        </ul>
      </section>
      <section class="stack-s">
        <h2>{words.benefit}</h2>
        <ul>
          {(benefits[check.living] ?? []).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <LawFold screen="selfCheck" visitor />
      <section class="stack-s">
        <h2>{words.who}</h2>
        <p>{placeOf(check, language)}</p>
        {check.fit === 'job' ? null : (
          <p>
            <a href={language === 'en' ? '/en/cooperaties' : '/cooperaties'}>{words.nearest}</a>
          </p>
        )}
        {props.cooperatives.length === 0 ? <p>{words.nowhere}</p> : null}
        <p>
          <a href={`${language === 'en' ? '/en/contact' : '/contact'}?a=${letters}#vraag`}>{words.askNetwork}</a>
        </p>
      </section>
      {check.fit !== 'job' && props.cooperatives.length > 0 ? (
        <Card title={check.fit === 'bbz' || check.fit === 'partTime' ? words.along.otherwise : words.along.title}>
          <Form action="/iets-voor-mij/aanmelden" keys={props.keys} problems={props.problems}>
            <HiddenField name="a" value={letters} />
            <Cooperatives cooperatives={props.cooperatives} language={language} />
            <RadioCards
              name="along"
              label={words.along.send}
              options={[
                { value: 'ja', label: words.along.yes, hint: words.along.yesHint },
                { value: 'nee', label: words.along.no, hint: words.along.noHint },
              ]}
            />
            <Actions>
              <Button after="arrow">{words.along.go}</Button>
            </Actions>
          </Form>
        </Card>
      ) : null}
      <Actions>
        <ButtonLink href={addressOf(language, letters.slice(0, -1))} look="plain">
          {words.back}
        </ButtonLink>
        <ButtonLink href={addressOf(language, '')} look="plain">
          {words.again}
        </ButtonLink>
      </Actions>
    </div>
  )
}

/** Whom one can go to: who has no benefit is sent to nobody who pays one. */
function placeOf({ fit, living }: SelfCheck, language: Language): string {
  const words = texts(language)
  if (living !== 'none') return words.places[fit]
  return fit === 'talk' ? words.talkWithout : fit === 'job' ? words.jobWithout : words.places[fit]
}

function Cooperatives({ cooperatives, language }: { readonly cooperatives: readonly Cooperative[]; readonly language: Language }) {
  const words = texts(language).along
  const field = { name: 'cooperative', label: words.choose }
  return cooperatives.length > FEW ? (
    <SelectField {...field} empty={words.chooseOne} options={cooperatives.map(({ id, tradeName, city }) => ({ value: id, label: `${tradeName}, ${city}` }))} />
  ) : (
    <RadioCards {...field} options={cooperatives.map(({ id, tradeName, city }) => ({ value: id, label: tradeName, hint: city }))} />
  )
}
