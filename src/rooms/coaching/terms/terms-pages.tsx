import { dayOf, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { LawFold } from '#rooms/law'
import { Button, CheckField, Form, HiddenField, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Empty, Fold, PageHead, Refusal } from '#ui/parts.tsx'
import { texts as shared } from '../coaching.en.ts'
import { trackOf } from '../here.ts'
import { texts } from './terms.en.ts'
import type { OwnTerms } from './terms.sql.ts'
import type { TermsFor } from './terms.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** The terms as one member reads and accepts them. */
export function TermsPage(
  props: TermsFor & {
    readonly member: MemberId
    readonly name: string
    readonly own: boolean
    readonly language: Language
    readonly keys: Keys
    readonly problems: Problems | null
  },
) {
  const { terms, accepted, without, own, name, language, member } = props
  const words = texts[language]
  const done = terms !== null && accepted?.version === terms.version
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: trackOf(member), label: own ? shared[language].ownBack : shared[language].back }]} />
      <PageHead title={own ? words.title : fill(words.titleOf, { name })} lead={words.lead} read />
      {without ? (
        <Alert tone="ok">{words.noConsent}</Alert>
      ) : (
        <Alert tone="warn">
          <p>{words.otherBenefit}</p>
          <p>{words.otherBenefitNext}</p>
        </Alert>
      )}
      {terms ? (
        <Card>
          <Paragraphs text={terms.words} />
          <p class="soft">{fill(words.version, { version: terms.version, day: longDay(dayOf(terms.writtenAt), language) })}</p>
        </Card>
      ) : (
        <Empty title={words.none} what={words.noneText} />
      )}
      {done && accepted ? (
        <Alert tone="ok" title={fill(words.accepted, { day: longDay(dayOf(accepted.at), language) })}>
          <p>{words.acceptedText}</p>
        </Alert>
      ) : null}
      {!done && accepted ? (
        <Alert tone="info">{fill(words.acceptedBefore, { version: accepted.version, day: longDay(dayOf(accepted.at), language) })}</Alert>
      ) : null}
      {props.problems && !(terms && !done && own && without) ? <Refusal sentence={props.problems.sentence} /> : null}
      {terms && !done && own && without ? (
        <Form action={`${trackOf(member)}/voorwaarden`} keys={props.keys} problems={props.problems}>
          <HiddenField name="seen" value={String(terms.version)} />
          <CheckField name="read" label={words.read} />
          <Button>{words.accept}</Button>
        </Form>
      ) : null}
      {terms && !done && !own ? <p>{fill(words.notYet, { name })}</p> : null}
      <LawFold screen="ownTerms" />
    </div>
  )
}

/** Where the board writes them. */
export function WriteTermsPage(props: {
  readonly all: readonly OwnTerms[]
  readonly language: Language
  readonly keys: Keys
  readonly problems: Problems | null
}) {
  const { all, language } = props
  const words = texts[language]
  const [now, ...earlier] = all
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={words.writeLead} />
      {now ? <p class="soft">{fill(words.version, { version: now.version, day: longDay(dayOf(now.writtenAt), language) })}</p> : null}
      <Form action="/trajecten/voorwaarden" keys={props.keys} problems={props.problems}>
        <TextArea name="words" label={words.words} hint={words.wordsHint} value={now?.words ?? ''} rows={12} maxLength={6000} />
        <Button>{words.save}</Button>
      </Form>
      {earlier.length > 0 ? (
        <Fold summary={words.earlier}>
          {earlier.map((each) => (
            <Card title={fill(words.version, { version: each.version, day: longDay(dayOf(each.writtenAt), language) })} level={3} key={each.version}>
              <Paragraphs text={each.words} />
            </Card>
          ))}
        </Fold>
      ) : null}
    </div>
  )
}

function Paragraphs(props: { readonly text: string }) {
  return (
    <>
      {props.text.split(/\n+/).map((line, index) => (
        <p key={`${index} ${line}`}>{line}</p>
      ))}
    </>
  )
}
