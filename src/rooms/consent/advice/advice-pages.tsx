import { longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { LawFold } from '#rooms/law'
import { Actions, Button, DayField, Form, RadioCards, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, PageHead, Quoted } from '#ui/parts.tsx'
import { openAdvice } from '../events/open.rules.ts'
import type { RequestFile } from '../file/request-file.ts'
import { addressOf, Back } from '../remedies/pages/member-pages.tsx'
import { adviceTexts } from './advice.en.ts'
import { adviceOffice } from './office.nl.ts'

type Props = { readonly file: RequestFile; readonly keys: { readonly csrf: string; readonly key: string }; readonly problems: Problems | null }

/** Asking somebody outside for advice. */
export function AskAdvicePage({ file, keys, problems }: Props) {
  const words = adviceOffice.ask
  return (
    <div class="narrow stack-l">
      <Back file={file} language="nl" />
      <PageHead title={fill(words.title, { member: file.memberName })} lead={words.lead} />
      <Form action={`${addressOf(file)}/advies`} keys={keys} problems={problems}>
        <TextField name="adviser" label={words.adviser} hint={words.adviserHint} maxLength={120} />
        <TextArea name="question" label={words.question} rows={4} maxLength={4000} />
        <DayField name="answerBefore" label={words.before} optional />
        <Actions>
          <Button>{words.button}</Button>
        </Actions>
      </Form>
      <LawFold screen="advice" />
    </div>
  )
}

/** What the adviser said. */
export function NoteAdvicePage({ file, keys, problems }: Props) {
  const words = adviceOffice.note
  const open = openAdvice(file.request.events)
  const options = [...new Set(open.map(({ adviser }) => adviser))].map((value) => ({ value, label: value }))
  return (
    <div class="narrow stack-l">
      <Back file={file} language="nl" />
      <PageHead title={fill(words.title, { member: file.memberName })} lead={words.lead} />
      {open.map(({ question, recordedAt }) => (
        <Quoted key={String(recordedAt)}>{question}</Quoted>
      ))}
      <Form action={`${addressOf(file)}/advies/antwoord`} keys={keys} problems={problems}>
        <SelectField name="adviser" label={words.adviser} value={options[0]?.value ?? ''} options={options} />
        <DayField name="on" label={words.on} value={file.today} max={file.today} />
        <TextArea name="answer" label={words.answer} hint={words.answerHint} rows={6} maxLength={4000} />
        <Actions>
          <Button>{words.button}</Button>
        </Actions>
      </Form>
      <LawFold screen="advice" />
    </div>
  )
}

/** Asking to look at a decision again; whoever can still object is told so. */
export function OpenReviewPage(props: Props & { readonly language: Language; readonly municipal: boolean }) {
  const { file, language, municipal } = props
  const words = adviceTexts[language].open
  const last = file.remedies.find(({ remedy, objectUntil }) => remedy === 'none' && file.today <= objectUntil)?.objectUntil
  return (
    <div class="narrow stack-l">
      <Back file={file} language={language} />
      <PageHead title={words.title} lead={municipal ? words.leadOffice : words.lead} read={!municipal} />
      {last && !municipal ? <Alert tone="info">{fill(words.objectInstead, { day: longDay(last, language) })}</Alert> : null}
      <Form action={`${addressOf(file)}/herziening`} keys={props.keys} problems={props.problems}>
        {municipal ? (
          <RadioCards
            name="by"
            label={words.by}
            value="request"
            options={(['request', 'ownMotion'] as const).map((value) => ({ value, label: adviceTexts.nl.by[value] }))}
          />
        ) : null}
        <TextArea name="reason" label={words.reason} hint={words.reasonHint} rows={5} maxLength={4000} />
        <Actions>
          <Button icon="send">{municipal ? words.buttonOffice : words.button}</Button>
        </Actions>
      </Form>
      <LawFold screen="consentChange" />
    </div>
  )
}

/** Ending a review without a new decision. */
export function CloseReviewPage({ file, keys, problems }: Props) {
  const words = adviceOffice.close
  return (
    <div class="narrow stack-l">
      <Back file={file} language="nl" />
      <PageHead title={words.title} lead={words.lead} />
      <Form action={`${addressOf(file)}/herziening/afronden`} keys={keys} problems={problems}>
        <TextArea name="reason" label={words.reason} hint={words.reasonHint} rows={5} maxLength={4000} />
        <Actions>
          <Button>{words.button}</Button>
        </Actions>
      </Form>
      <LawFold screen="consentChange" />
    </div>
  )
}
