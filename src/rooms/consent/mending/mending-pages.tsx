import { longDay } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import { FURTHER_DELAY_GROUNDS, LawFold } from '#rooms/law'
import { Actions, Button, ButtonLink, DayField, Form, RadioCards, TextArea } from '#ui/fields.tsx'
import { Alert, PageHead, Quoted } from '#ui/parts.tsx'
import { openMend } from '../events/open.rules.ts'
import type { RequestFile } from '../file/request-file.ts'
import { nameOf } from '../remedies/pages/decision-name.ts'
import { ForeseenCards } from '../remedies/pages/foreseen-cards.tsx'
import { addressOf, Back, DecisionField, type RemedyPage } from '../remedies/pages/member-pages.tsx'
import { codeOf } from '../remedies/remedies.rules.ts'
import { lastDayOf } from '../terms/terms.rules.ts'
import { mendingTexts } from './mending.en.ts'
import { mendingOffice as office } from './office.nl.ts'

/** Asking to mend a shortcoming of an objection, with what it does to the time to decide. */
export function AskMendPage(props: RemedyPage) {
  const words = office.ask
  return (
    <div class="narrow stack-l">
      <Back {...props} />
      <PageHead title={fill(words.title, { member: props.file.memberName })} lead={words.lead} />
      {objectedIn(props.file)
        .filter(({ decision }) => openMend(props.file.request.events, decision) === null)
        .map((each) => (
          <Alert key={codeOf(each.decision)} tone="info">
            {meansOf(each, props)}
          </Alert>
        ))}
      <ForeseenCards foreseen={props.foreseen ?? []} language="nl" />
      <Form action={`${addressOf(props.file)}/verzuim`} keys={props.keys} problems={props.problems} typed={props.typed ?? null}>
        <DecisionField {...props} step="askMend" />
        <TextArea name="question" label={words.question} hint={words.questionHint} rows={4} maxLength={4000} />
        <DayField name="answerBefore" label={words.before} hint={words.beforeHint} />
        <p class="soft">{office.others}</p>
        <Actions>
          <Button>{words.button}</Button>
        </Actions>
      </Form>
      <LawFold screen="mending" />
    </div>
  )
}

/** Further delay of the decision on an objection, on one of the grounds of the law. */
export function DelayObjectionPage(props: RemedyPage) {
  const words = office.delay
  const { grounds } = mendingTexts.nl
  return (
    <div class="narrow stack-l">
      <Back {...props} />
      <PageHead title={fill(words.title, { member: props.file.memberName })} lead={words.lead} />
      {objectedIn(props.file).map((each) => (
        <p key={codeOf(each.decision)}>{fill(words.now, { about: nameOf(each.decision, 'nl'), day: lastOf(each, props) })}</p>
      ))}
      <ForeseenCards foreseen={props.foreseen ?? []} language="nl" />
      <Form action={`${addressOf(props.file)}/verder-uitstel`} keys={props.keys} problems={props.problems} typed={props.typed ?? null}>
        <DecisionField {...props} step="delayObjection" />
        <RadioCards name="ground" label={words.ground} options={FURTHER_DELAY_GROUNDS.map((value) => ({ value, label: grounds[value] }))} />
        <DayField name="until" label={words.until} hint={words.untilHint} />
        <TextArea name="note" label={words.note} hint={words.noteHint} rows={3} maxLength={2000} />
        <p class="soft">{office.others}</p>
        <Actions>
          <Button>{words.button}</Button>
        </Actions>
      </Form>
      <LawFold screen="putOff" />
    </div>
  )
}

/** What is missing in the objection, by when, what happens otherwise, and room to send it. */
export function MendPage(props: RemedyPage) {
  const { file, language, municipal } = props
  const words = mendingTexts[language]
  return (
    <div class="narrow stack-l">
      <Back {...props} />
      <PageHead title={words.title} lead={words.lead} read={!municipal} />
      {asksOf(file).map(({ decision, asked, still }) => (
        <div key={codeOf(decision)} class="stack-s">
          <Quoted>{asked.question}</Quoted>
          <p>{untilOf(file, asked.answerBefore, language)}</p>
          {still ? <p class="soft">{fill(words.meanwhile, { day: longDay(asked.answerBefore, language) })}</p> : null}
        </div>
      ))}
      <ForeseenCards foreseen={props.foreseen ?? []} language={language} />
      <Form action={`${addressOf(file)}/herstel`} keys={props.keys} problems={props.problems}>
        <DecisionField {...props} step="mendObjection" />
        {municipal ? <DayField name="on" label={words.on} value={file.today} max={file.today} /> : null}
        <TextArea name="answer" label={municipal ? words.fieldOffice : words.field} rows={6} maxLength={4000} />
        {municipal ? null : <p class="soft">{words.unsure}</p>}
        <Actions>
          <Button icon="send">{municipal ? words.buttonOffice : words.button}</Button>
        </Actions>
      </Form>
      <LawFold screen="mending" />
    </div>
  )
}

/** On the page of the request: what is missing in an objection and by when, for the member what to do, for the municipality what it may do after. */
export function MendAlert(props: { readonly file: RequestFile; readonly language: Language; readonly municipal: boolean; readonly own: boolean }) {
  const { file, language, municipal, own } = props
  const words = mendingTexts[language].alert
  return (
    <>
      {asksOf(file).map(({ decision, asked, still }) => {
        const waits = file.today > asked.answerBefore ? office.waits.over : still ? office.waits.still : office.waits.until
        return (
          <Alert key={codeOf(decision)} tone={municipal ? 'wait' : 'warn'} title={municipal ? office.waits.title : words.title}>
            <p>{asked.question}</p>
            <p>{municipal ? fill(waits, { day: longDay(asked.answerBefore) }) : untilOf(file, asked.answerBefore, language)}</p>
            {own ? (
              <Actions>
                <ButtonLink href={`${addressOf(file)}/herstel`}>{words.link}</ButtonLink>
              </Actions>
            ) : null}
          </Alert>
        )
      })}
    </>
  )
}

type Objected = RequestFile['remedies'][number]

function objectedIn(file: RequestFile): readonly Objected[] {
  return file.remedies.filter(({ remedy }) => remedy === 'objected')
}

/** What is asked and not sent yet, and whether the time to decide stands still for it. */
function asksOf(file: RequestFile) {
  return objectedIn(file).flatMap(({ decision, terms }) => {
    const asked = openMend(file.request.events, decision)
    const still = terms.some(({ term, standing }) => term === 'decideObjection' && standing === 'still')
    return asked ? [{ decision, asked, still }] : []
  })
}

function untilOf(file: RequestFile, before: RequestFile['today'], language: Language): string {
  const words = mendingTexts[language].alert
  return fill(file.today > before ? words.over : words.until, { day: longDay(before, language) })
}

function meansOf(each: Objected, { file }: RemedyPage): string {
  const { means } = office.ask
  const last = lastDayOf(each.terms, 'decideObjection') ?? file.today
  const said = file.today > last ? means.over : file.today <= each.objectUntil ? means.before : means.still
  return fill(said, { about: nameOf(each.decision, 'nl'), day: longDay(last), begins: longDay(each.objectUntil) })
}

function lastOf(each: Objected, { file }: RemedyPage): string {
  return longDay(lastDayOf(each.terms, 'decideObjection') ?? file.today)
}
