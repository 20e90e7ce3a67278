import { LawFold } from '#rooms/law'
import { Actions, Button, ButtonLink, DayField, Form, TextArea } from '#ui/fields.tsx'
import { PageHead } from '#ui/parts.tsx'
import { remedyTexts } from '../remedies.en.ts'
import { ForeseenCards } from './foreseen-cards.tsx'
import { addressOf, Back, DecisionField, type RemedyPage } from './member-pages.tsx'

/** Taking an objection back, with what stays. */
export function TakeBackObjectionPage(props: RemedyPage) {
  const { file, language, municipal } = props
  const words = remedyTexts[language].takeBack
  return (
    <div class="narrow stack-l">
      <Back {...props} />
      <PageHead title={words.title} lead={municipal ? words.leadOffice : words.lead} read={!municipal} />
      <ForeseenCards foreseen={props.foreseen ?? []} language={language} />
      <Form action={`${addressOf(file)}/bezwaar-intrekken`} keys={props.keys} problems={props.problems}>
        <DecisionField {...props} step="takeBackObjection" />
        {municipal ? <DayField name="on" label={words.on} value={file.today} max={file.today} /> : null}
        <TextArea name="note" label={municipal ? words.noteOffice : words.note} rows={3} maxLength={2000} />
        <Actions>
          <Button look="warn">{words.button}</Button>
          <ButtonLink href={addressOf(file)} look="secondary">
            {words.keep}
          </ButtonLink>
        </Actions>
      </Form>
      <LawFold screen="objection" />
    </div>
  )
}
