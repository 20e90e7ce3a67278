import { dayOf, laterDay, longDay } from '#kit/day.ts'
import type { Problems, Typed } from '#kit/form.ts'
import { fill, type Language, list } from '#kit/text.ts'
import { LawFold } from '#rooms/law'
import { Actions, Button, ButtonLink, DayField, FieldGroup, Form, RadioCards, TextArea, TextField } from '#ui/fields.tsx'
import { Card, PageHead } from '#ui/parts.tsx'
import { nextSteps } from '../consent.rules.ts'
import type { Meaning } from '../exceptions/meaning.rules.ts'
import { WhatItMeans } from '../exceptions/what-it-means.tsx'
import type { RequestFile } from '../file/request-file.ts'
import { office } from '../office/office.nl.ts'
import { ConditionFields } from '../pages/condition-fields.tsx'
import { addressOf, Back } from '../remedies/pages/member-pages.tsx'
import { postingOffice } from './office.nl.ts'
import { postingTexts } from './posting.en.ts'

type Props = { readonly file: RequestFile; readonly keys: { readonly csrf: string; readonly key: string }; readonly problems: Problems | null }

/** How letters come, and for the member the way to choose. */
export function PostingCard(props: { readonly file: RequestFile; readonly language: Language; readonly municipal: boolean; readonly own: boolean }) {
  const { file, language, municipal } = props
  if (file.procedure === 'draft') return null
  const words = postingTexts[language]
  const choice = file.request.postingChoices.at(-1)
  const day = choice ? longDay(dayOf(choice.chosenAt), language) : ''
  const kinds = file.town.electronic.map((kind) => words.kinds[kind])
  return (
    <Card title={words.card}>
      <p>{choice?.electronic ? fill(municipal ? words.mailOffice : words.mail, { day }) : municipal ? words.postOffice : words.post}</p>
      {choice?.electronic ? (
        <p class="small">{kinds.length === 0 ? words.noneByMail : fill(words.onlySome, { kinds: list(kinds, language === 'en' ? 'and' : 'en') })}</p>
      ) : null}
      {props.own ? (
        <p>
          <a href={`${addressOf(file)}/post`}>{words.toChoose}</a>
        </p>
      ) : null}
    </Card>
  )
}

/** The own choice (Awb 2:14). */
export function PostingChoicePage({ file, language, keys, problems }: Props & { readonly language: Language }) {
  const words = postingTexts[language]
  const now = file.request.postingChoices.at(-1)?.electronic ? 'mail' : 'post'
  return (
    <div class="narrow stack-l">
      <Back file={file} language={language} />
      <PageHead title={words.title} lead={words.lead} read />
      <Form action={`${addressOf(file)}/post`} keys={keys} problems={problems}>
        <RadioCards
          name="way"
          label={words.choose}
          value={now}
          options={(['post', 'mail'] as const).map((value) => ({ value, label: words.options[value], hint: words.hints[value] }))}
        />
        <Actions>
          <Button>{words.save}</Button>
          <ButtonLink href={addressOf(file)} look="subtle">
            {words.keep}
          </ButtonLink>
        </Actions>
      </Form>
      <LawFold screen="posting" />
    </div>
  )
}

const OUTCOMES = { granted: 'grant', refused: 'refuse', leftUnprocessed: 'leaveUnprocessed' } as const

/** What stands in a decision that was posted on paper. */
export function PaperDecisionPage({ file, meaning, typed, keys, problems }: Props & { readonly meaning: Meaning; readonly typed: Typed | null }) {
  const words = office.decision
  const open = nextSteps(file.procedure, file.effect)
  const outcomes = (Object.keys(OUTCOMES) as (keyof typeof OUTCOMES)[]).filter((outcome) => open.includes(OUTCOMES[outcome]))
  const { wantedFrom: from, wantedUntil: until } = file.request
  return (
    <div class="narrow stack-l">
      <Back file={file} language="nl" />
      <PageHead title={fill(postingOffice.title, { member: file.memberName })} lead={postingOffice.lead} />
      <p class="soft">{postingOffice.asFilled}</p>
      <WhatItMeans meaning={meaning} language="nl" />
      <Form action={`${addressOf(file)}/besluit-op-papier`} keys={keys} problems={problems} typed={typed}>
        <RadioCards
          name="outcome"
          label={words.outcome}
          options={outcomes.map((value) => ({ value, label: words.outcomes[value], hint: words.outcomeHints[value] }))}
        />
        <TextField name="paperReference" label={postingOffice.reference} maxLength={60} />
        <DayField name="on" label={postingOffice.on} hint={postingOffice.onHint} value={file.today} max={file.today} />
        <FieldGroup legend={words.grantedLegend} when="granted">
          <ConditionFields
            grounds={file.grounds}
            offered={file.offered}
            conditions={{
              statementRhythm: 'monthly',
              statementDay: 10,
              statementFulfilsDuty: true,
              payOutAllowed: false,
              legalBasis: 'pw-voorziening',
              other: '',
              costKinds: file.request.costKinds,
              from,
              until: laterDay(from, until),
            }}
          />
        </FieldGroup>
        <FieldGroup legend={words.refusedLegend} when="refused">
          <TextArea name="reason" label={words.reason} rows={4} maxLength={4000} />
        </FieldGroup>
        <Actions>
          <Button quick>{postingOffice.button}</Button>
        </Actions>
      </Form>
      <LawFold screen="posting" />
    </div>
  )
}
