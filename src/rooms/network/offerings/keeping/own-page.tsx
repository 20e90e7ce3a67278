import type { Day } from '#kit/day.ts'
import { type Problems, typedValue } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { ActionButton, Actions, Button, ButtonLink, CheckField, Form, RadioCards, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Card, PageHead, Quoted } from '#ui/parts.tsx'
import { PhotoFields } from '../../work/photo-fields.tsx'
import { Photo } from '../../work/work-page.tsx'
import { Questions } from '../asking/questions.tsx'
import { texts } from '../offerings.en.ts'
import { OFFERING_KINDS, type Offering, type OfferingFacts, type OfferingProposal, type OfferingQuestion, photoPath } from '../offerings.rules.ts'
import { below, craftOptions } from '../offerings-pages.tsx'

type Keys = { readonly csrf: string; readonly key: string }

/** What a member shows, changing it or taking it back, and showing one thing more. */
export function OwnOfferingsPage(props: {
  readonly offerings: readonly Offering[]
  readonly proposals: readonly OfferingProposal[]
  readonly questions: readonly OfferingQuestion[]
  readonly today: Day
  readonly language: Language
  readonly keys: () => Keys
  readonly problems: Problems | null
}) {
  const { language, problems } = props
  const words = texts(language).own
  const last = props.offerings[0]
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={words.lead} read />
      {props.proposals.map((proposal) => (
        <Proposal proposal={proposal} keys={props.keys} language={language} key={proposal.offering} />
      ))}
      <section class="stack-s">
        <h2>{words.shown}</h2>
        {props.offerings.length === 0 ? <p>{words.nothing}</p> : null}
        {props.offerings.map((offering) => (
          <OwnOffering offering={offering} keys={props.keys} language={language} key={offering.id} />
        ))}
      </section>
      <Questions questions={props.questions} language={language} />
      <Card title={words.add}>
        <Form action="/mijn-aanbod" keys={props.keys()} problems={problems} files>
          <OfferingFields offering={null} last={last} problems={problems} language={language} />
          <PhotoFields today={props.today} language={language} optional />
          <CheckField name="agreed" label={words.agreed} />
          <Button>{words.show}</Button>
        </Form>
      </Card>
      <ButtonLink href="/mijn-werk" look="secondary">
        {words.work}
      </ButtonLink>
    </div>
  )
}

function OwnOffering({ offering, keys, language }: { readonly offering: Offering; readonly keys: () => Keys; readonly language: Language }) {
  const words = texts(language).own
  const [lead] = offering.photos
  const named = <span class="vh">: {offering.title}</span>
  return (
    <Card title={offering.title} level={3}>
      {lead ? <Photo src={photoPath(lead)} alt={lead.seen} size={lead} /> : null}
      <p>{offering.about}</p>
      <Actions>
        <ButtonLink href={`/mijn-aanbod/${offering.id}`} look="secondary">
          {words.change}
          {named}
        </ButtonLink>
        <ButtonLink href={below(language, `/aanbod/${offering.id}`)} look="secondary">
          {words.look}
          {named}
        </ButtonLink>
        <ActionButton action={`/mijn-aanbod/${offering.id}/einde`} keys={keys()} look="warn">
          {words.takeBack}
          {named}
        </ActionButton>
      </Actions>
    </Card>
  )
}

function Proposal({ proposal, keys, language }: { readonly proposal: OfferingProposal; readonly keys: () => Keys; readonly language: Language }) {
  const words = texts(language).proposal
  const path = `/mijn-aanbod/${proposal.offering}/voorstel`
  const by = fill(texts(language).by, { tradeName: proposal.tradeName, town: proposal.town })
  return (
    <Card title={words.title} look="wait">
      <p>{words.text}</p>
      <Quoted source={by}>
        <b>{proposal.title}</b>
        <br />
        {proposal.about}
      </Quoted>
      <Actions>
        <ActionButton action={path} keys={keys()} hidden={{ answer: 'yes' }}>
          {words.yes}
        </ActionButton>
        <ActionButton action={path} keys={keys()} hidden={{ answer: 'no' }} look="secondary">
          {words.no}
        </ActionButton>
      </Actions>
    </Card>
  )
}

/** What is asked of something that is shown; a new one begins with the name and town of the last. */
export function OfferingFields(props: {
  readonly offering: OfferingFacts | null
  readonly last?: OfferingFacts | undefined
  readonly problems: Problems | null
  readonly language: Language
}) {
  const { offering, problems, language } = props
  const words = texts(language).own
  const before = offering ?? props.last
  return (
    <>
      <RadioCards name="kind" label={words.kind} value={offering?.kind} options={OFFERING_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))} />
      <TextField name="title" label={words.name} value={offering?.title} maxLength={80} />
      <TextArea name="about" label={words.about} hint={words.aboutHint} value={offering?.about} rows={4} maxLength={600} />
      <SelectField name="craft" label={texts(language).craft} value={offering?.craft} options={craftOptions(language)} />
      <TextField
        name="tradeName"
        label={words.tradeName}
        hint={words.tradeNameHint}
        value={typedValue(problems, 'tradeName', before?.tradeName)}
        maxLength={80}
      />
      <TextField name="town" label={words.town} value={typedValue(problems, 'town', before?.town)} maxLength={80} />
    </>
  )
}
