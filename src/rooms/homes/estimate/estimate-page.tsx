import { dayOf, longDay, longMonth } from '#kit/day.ts'
import type { Problems, Typed } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { LawFold, type Preview } from '#rooms/law'
import { ActionButton, Actions, Button, CheckField, FieldGroup, Form, MoneyField, RadioCards, SelectField, TextField } from '#ui/fields.tsx'
import { Alert, Card, PageHead } from '#ui/parts.tsx'
import { estimateTexts } from './estimate.en.ts'
import { type EstimateAnswers, estimateMonths } from './estimate.rules.ts'
import type { EstimateStart } from './estimate.ts'
import { MoreFields } from './more-fields.tsx'
import { EstimateOutcome } from './outcome.tsx'

type Keys = { readonly csrf: string; readonly key: string }

type Props = {
  readonly start: EstimateStart
  readonly action: string
  /** What was typed just now; else what the member kept. */
  readonly typed: Typed | null
  readonly problems: Problems | null
  readonly outcome: { readonly preview: Preview; readonly answers: EstimateAnswers } | null
  readonly keys: Keys
  readonly forgetKeys: Keys
  readonly language: Language
}

/** "If you are paid this": the questions, and what about is left per month. Always an estimate, never advice to refuse work. */
export function EstimatePage(props: Props) {
  const { start, language } = props
  const words = estimateTexts(language)
  return (
    <div class="stack-l">
      <PageHead title={start.own ? words.title : fill(words.titleOf, { name: start.name })} lead={words.lead} />
      <Alert tone="info" title={words.estimateTitle}>
        <p>{words.estimate}</p>
        <p>{start.own ? words.notStored : words.notStoredCoach}</p>
      </Alert>
      {start.assistance ? null : <Alert tone="warn">{words.noAssistance}</Alert>}
      {start.otherRules ? <Alert tone="warn">{words.otherRules}</Alert> : null}
      {props.outcome ? <EstimateOutcome {...props.outcome} language={language} /> : null}
      <Questions {...props} />
      <LawFold screen="estimate" />
      {start.kept ? (
        <Card>
          <p>{fill(words.kept, { day: longDay(dayOf(start.kept.at), language) })}</p>
          <ActionButton action="/schatting/weggooien" keys={props.forgetKeys} look="secondary">
            {words.forget}
          </ActionButton>
        </Card>
      ) : null}
    </div>
  )
}

function Questions(props: Props) {
  const { start, language } = props
  const words = estimateTexts(language)
  const was = (name: string, otherwise = '') => {
    const typed = props.typed ? props.typed[name] : start.kept?.answers[name]
    return typeof typed === 'string' && typed !== '' ? typed : otherwise
  }
  const months = estimateMonths(start.first)
  const until = [
    { value: 'no', label: words.until.no },
    ...months.slice(0, -1).map((month) => ({ value: month, label: fill(words.until.month, { month: longMonth(month, language) }) })),
    { value: 'longer', label: words.until.longer },
  ]
  const yesNo = (['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: words.yesNo[value] }))
  const households = (['single', 'loneParent', 'couple', 'young'] as const).map((value) => ({ value, label: words.households[value] }))
  return (
    <Form action={props.action} keys={props.keys} problems={props.problems}>
      <FieldGroup legend={words.amounts} hint={words.amountsHint}>
        <div class="month-amounts">
          {months.map((month) => (
            <MoneyField key={month} name={month} label={longMonth(month, language)} value={was(month)} />
          ))}
        </div>
      </FieldGroup>
      <MoreFields first={start.first} ahead={months} was={was} language={language} />
      <FieldGroup legend={start.own ? words.about : words.aboutOther}>
        <RadioCards name="household" label={words.household} value={was('household', 'single')} options={households} columns={2} />
        <MoneyField name="norm" label={words.norm} hint={words.normHint} value={was('norm')} optional />
        <SelectField name="under27" label={words.under27} value={was('under27', 'no')} options={until} />
        <SelectField name="youngest" label={words.youngest} value={was('youngest', 'no')} options={until} />
        <CheckField name="pensionAge" label={words.pensionAge} checked={was('pensionAge') === 'ja'} />
        <RadioCards name="medical" label={words.medical} hint={words.medicalHint} value={was('medical', 'unknown')} options={yesNo} columns={3} />
        <RadioCards name="helpful" label={words.helpful} hint={words.helpfulHint} value={was('helpful', 'unknown')} options={yesNo} columns={3} />
      </FieldGroup>
      <FieldGroup legend={words.used} hint={words.usedHint}>
        <TextField name="usedN" label={words.usedN} value={was('usedN', String(start.known.usedN))} inputMode="numeric" size={4} />
        <TextField name="usedR" label={words.usedR} value={was('usedR', String(start.known.usedR))} inputMode="numeric" size={4} />
        <TextField name="used34a" label={words.used34a} value={was('used34a', '0')} inputMode="numeric" size={4} />
      </FieldGroup>
      {start.own ? <p class="muted">{words.keepHint}</p> : null}
      <Actions>
        <Button>{words.calculate}</Button>
        {start.own ? (
          <Button look="secondary" action="/schatting/bewaren">
            {words.keep}
          </Button>
        ) : null}
      </Actions>
    </Form>
  )
}
