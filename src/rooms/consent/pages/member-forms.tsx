import { type Day, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { COST_KINDS, organisationTexts } from '#rooms/organisations'
import { Actions, Button, ButtonLink, CheckCards, DayField, FileField, Form, HiddenField, RadioCards, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Crumbs, Empty, PageHead, Quoted } from '#ui/parts.tsx'
import { texts } from '../consent.en.ts'
import { versionOf } from '../consent.ts'
import type { Meaning } from '../exceptions/meaning.rules.ts'
import { WhatItMeans } from '../exceptions/what-it-means.tsx'
import { earlierTexts } from '../file/earlier.en.ts'
import type { RequestFile } from '../file/request-file.ts'
import { Asked } from './request-page.tsx'

type Base = { readonly language: Language; readonly keys: { readonly csrf: string; readonly key: string }; readonly problems?: Problems | null }

/** Making or changing a request. */
export function DraftPage(
  props: Base & {
    readonly file: RequestFile | null
    readonly people: ReadonlyMap<MemberId, string>
    readonly from: Day
    readonly until: Day
    readonly renews: RequestFile | null
  },
) {
  const words = texts[props.language].draft
  const before = props.file ?? props.renews
  const kinds = organisationTexts[props.language].costKinds
  const [only] = props.people.size === 1 ? props.people.keys() : []
  if (!props.file && props.people.size === 0) return <Empty title={words.newTitle} what={words.nobody} />
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/toestemmingen', label: texts[props.language].list.title }]} />
      <PageHead title={props.file ? words.editTitle : words.newTitle} lead={words.lead} />
      <Form action={props.file ? `/toestemmingen/${props.file.request.id}/aanpassing` : '/toestemmingen'} keys={props.keys} problems={props.problems}>
        {props.file ? null : (only ?? props.renews) ? (
          <HiddenField name="member" value={props.renews?.request.member ?? only ?? ''} />
        ) : (
          <SelectField name="member" label={words.member} empty={words.choose} options={[...props.people].map(([value, label]) => ({ value, label }))} />
        )}
        {props.renews ? <HiddenField name="renews" value={props.renews.request.id} /> : null}
        <TextField name="work" label={words.work} hint={words.workHint} value={before?.request.work} maxLength={200} />
        <TextArea name="plan" label={words.plan} hint={words.planHint} value={before?.request.plan} rows={6} maxLength={4000} />
        <CheckCards
          name="costKinds"
          label={words.costKinds}
          columns={2}
          values={before?.request.costKinds ?? []}
          options={COST_KINDS.map((value) => ({ value, label: kinds[value] }))}
          optional
        />
        <DayField name="wantedFrom" label={words.from} value={props.file?.request.wantedFrom ?? props.from} />
        <DayField name="wantedUntil" label={words.until} value={props.file?.request.wantedUntil ?? props.until} />
        {props.file?.earlier ? <Extends file={props.file} earlier={props.file.earlier} language={props.language} /> : null}
        <Actions>
          <Button>{words.save}</Button>
        </Actions>
      </Form>
    </div>
  )
}

/** Whether a request goes on with a consent that runs: then that one may go on until the decision. */
function Extends(props: { readonly file: RequestFile; readonly earlier: NonNullable<RequestFile['earlier']>; readonly language: Language }) {
  const { request } = props.file
  const { id, until, conditions } = props.earlier
  const words = earlierTexts[props.language].extends
  return (
    <RadioCards
      name="extends"
      label={fill(words.label, { until: longDay(until ?? conditions.until, props.language) })}
      value={request.renews === id ? id : 'no'}
      options={[
        { value: id, label: words.yes, hint: props.file.town.extensionRunsOn ? words.runsOn : words.stops },
        { value: 'no', label: words.no, hint: words.noHint },
      ]}
    />
  )
}

/** Exactly what goes to the municipality, and the button that sends it. */
export function SendPage(props: Base & { readonly file: RequestFile; readonly forMember: boolean; readonly meaning: Meaning }) {
  const words = texts[props.language].send
  const { id } = props.file.request
  const version = versionOf(props.file.request)
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: `/toestemmingen/${id}`, label: texts[props.language].list.title }]} />
      <PageHead
        title={props.forMember ? words.forTitle : words.title}
        lead={fill(words.lead, { municipality: props.file.municipalityName })}
        read={!props.forMember}
      />
      <Asked file={props.file} language={props.language} municipal={false} />
      <WhatItMeans meaning={props.meaning} language={props.language} />
      <Form
        action={`/toestemmingen/${id}/${props.forMember ? 'machtiging' : 'verzending'}`}
        keys={props.keys}
        problems={props.problems}
        files={props.forMember}
      >
        <HiddenField name="seen" value={version} />
        {props.forMember ? (
          <>
            <p>{words.forLead}</p>
            <TextArea name="authorisation" label={words.authorisation} rows={4} maxLength={2000} />
            <FileField name="photo" label={words.photo} hint={words.photoHint} optional camera />
          </>
        ) : null}
        <Actions>
          <Button icon="send" size="big">
            {props.forMember ? words.forButton : words.button}
          </Button>
          <ButtonLink href={`/toestemmingen/${id}/aanpassing`} look="plain">
            {words.edit}
          </ButtonLink>
        </Actions>
      </Form>
    </div>
  )
}

/** The question of the municipality and room for an answer. */
export function AnswerPage(props: Base & { readonly file: RequestFile }) {
  const words = texts[props.language].answer
  const asked = props.file.request.events.findLast((event) => event.kind === 'moreAsked')
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: `/toestemmingen/${props.file.request.id}`, label: texts[props.language].list.title }]} />
      <PageHead title={words.title} lead={words.lead} read />
      {asked?.kind === 'moreAsked' ? <Quoted>{asked.question}</Quoted> : null}
      <Form action={`/toestemmingen/${props.file.request.id}/antwoord`} keys={props.keys} problems={props.problems}>
        <TextArea name="answer" label={words.field} rows={6} maxLength={4000} />
        <p class="soft">{words.unsure}</p>
        <Actions>
          <Button icon="send">{words.button}</Button>
        </Actions>
      </Form>
    </div>
  )
}

/** Asks once more before the member takes a request back. */
export function TakeBackPage(props: Base & { readonly file: RequestFile; readonly meaning: Meaning }) {
  const words = texts[props.language].takeBack
  const back = `/toestemmingen/${props.file.request.id}`
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} />
      <Alert tone="warn">{words.lead}</Alert>
      <WhatItMeans meaning={props.meaning} language={props.language} />
      <Form action={`${back}/intrekking`} keys={props.keys} problems={props.problems}>
        <Actions>
          <Button look="warn">{words.button}</Button>
          <ButtonLink href={back} look="secondary">
            {words.keep}
          </ButtonLink>
        </Actions>
      </Form>
    </div>
  )
}
