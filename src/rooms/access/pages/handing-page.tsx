import { longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language, list } from '#kit/text.ts'
import { ActionButton, Actions, Button, ButtonLink, CheckCards, DayField, Form, SelectField, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Empty, Facts, PageHead, Quoted } from '#ui/parts.tsx'
import { casesInWords } from '../handing/cases.rules.ts'
import { handingTexts } from '../handing/handing.en.ts'
import type { HandingView } from '../handing/handing.ts'

/** Chooses people, a colleague and a day. */
export function HandingPage(props: {
  readonly view: HandingView
  /** Somebody, or the people of somebody, chosen beforehand by the link that led here. */
  readonly chosen: string | null
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
  readonly language: Language
}) {
  const { desks, colleagues, inviters, kind, today } = props.view
  const texts = handingTexts(props.language)
  const words = texts[kind === 'coach' ? 'cooperative' : 'municipality']
  const doer = (each: { readonly name: string | null; readonly working: boolean }) =>
    each.working ? (each.name ?? '') : fill(texts.gone, { name: each.name ?? '' })
  const people = desks
    ? desks.map((each) => ({ value: each.professional, label: doer(each), hint: casesInWords(each.cases, props.language), chosenBy: [each.professional] }))
    : (props.view.people ?? []).map((each) => ({
        value: each.subject,
        label: each.name,
        hint: each.professional === null ? words.nobody : doer({ name: each.professionalName, working: each.working }),
        chosenBy: [each.subject, each.professional],
      }))
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={desks ? texts.desks.lead : words.lead} />
      <Received view={props.view} language={props.language} />
      <JustNow view={props.view} language={props.language} keys={props.keys} />
      {people.length === 0 ? <Empty title={words.empty} what={words.emptyNext} /> : null}
      {people.length > 0 && colleagues.length === 0 ? (
        <>
          <Alert tone="warn" title={props.view.own ? words.noOther : words.noOtherOffice}>
            <p>
              {props.view.mayInvite
                ? words.noOtherInvite
                : fill(words.noOtherNext, { names: inviters.length > 0 ? list(inviters, texts.or) : words.whoInvites })}
            </p>
          </Alert>
          <Card title={texts.now}>
            <Facts items={people.map(({ label, hint }) => ({ label, value: hint }))} />
          </Card>
          <Actions>
            {props.view.mayInvite ? <ButtonLink href="/medewerkers">{texts.invite}</ButtonLink> : null}
            <ButtonLink href="/start" look="secondary">
              {texts.back}
            </ButtonLink>
          </Actions>
        </>
      ) : null}
      {people.length > 0 && colleagues.length > 0 ? (
        <Card>
          <Form action="/overdracht" keys={props.keys} problems={props.problems}>
            <CheckCards
              name="people"
              label={desks ? texts.desks.who : words.who}
              values={people.filter(({ chosenBy }) => props.chosen !== null && chosenBy.includes(props.chosen as never)).map(({ value }) => value)}
              options={people.map(({ value, label, hint }) => ({ value, label, hint }))}
            />
            {desks ? <p class="soft">{texts.desks.part}</p> : null}
            <SelectField name="to" label={words.to} empty={texts.choose} options={colleagues.map((each) => ({ value: each.person, label: each.name }))} />
            <DayField name="on" label={texts.on} hint={texts.onHint} value={today} min={today} />
            <TextArea name="note" label={texts.note} hint={texts.noteHint} rows={4} optional />
            <Actions>
              <Button>{texts.send}</Button>
            </Actions>
          </Form>
        </Card>
      ) : null}
    </div>
  )
}

/** Whom the reader was handed lately, with what the colleague wrote. */
function Received(props: { view: HandingView; language: Language }) {
  const texts = handingTexts(props.language)
  if (props.view.received.length === 0) return null
  return (
    <Card title={texts.received}>
      {props.view.received.map((each) => (
        <div key={each.id}>
          <h3>{each.name}</h3>
          <Quoted source={fill(texts.receivedBy, { by: each.byName, day: longDay(each.on, props.language) })}>{each.note || texts.noNote}</Quoted>
        </div>
      ))}
    </Card>
  )
}

/** What can still be taken back. */
function JustNow(props: { view: HandingView; language: Language; keys: { readonly csrf: string; readonly key: string } }) {
  const texts = handingTexts(props.language)
  if (props.view.justNow.length === 0) return null
  return (
    <Card title={texts.justNow} look="wait">
      <p class="soft">{texts.justNowNote}</p>
      {props.view.justNow.map((each) => (
        <Actions key={each.id}>
          <span>
            {each.name} → {each.professionalName}
          </span>
          <ActionButton action={`/overdracht/${each.id}/ongedaan`} keys={props.keys} look="secondary" size="small">
            {texts.undo}
            <span class="vh">: {each.name}</span>
          </ActionButton>
        </Actions>
      ))}
    </Card>
  )
}
