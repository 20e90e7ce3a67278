import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { Button, ButtonLink, Form } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, PageHead, Quoted } from '#ui/parts.tsx'
import { Questions } from '../asking/questions.tsx'
import { texts } from '../offerings.en.ts'
import type { Offering, OfferingProposal, OfferingQuestion } from '../offerings.rules.ts'
import { OfferingFields } from './own-page.tsx'

/** What customers asked the members of a coach, and what those members show. */
export function OfferingQuestionsPage(props: {
  readonly questions: readonly OfferingQuestion[]
  readonly offerings: readonly Offering[]
  readonly proposals: readonly OfferingProposal[]
  readonly language: Language
}) {
  const { coach, help, by } = texts(props.language)
  return (
    <div class="narrow stack-l">
      <PageHead title={coach.title} lead={coach.lead} />
      <Questions questions={props.questions} language={props.language} />
      <section class="stack-s">
        <h2>{help.offers}</h2>
        {props.offerings.length === 0 ? <p>{help.none}</p> : null}
        {props.offerings.map((offering) => (
          <Card title={offering.title} level={3} key={offering.id}>
            <p class="soft">{fill(by, { tradeName: offering.tradeName, town: offering.town })}</p>
            <p>{offering.about}</p>
            {props.proposals.some((each) => each.offering === offering.id) ? <p class="soft">{help.waits}</p> : null}
            <ButtonLink href={`/aanbod-van-leden/${offering.id}`} look="secondary">
              {help.edit}
              <span class="vh">: {offering.title}</span>
            </ButtonLink>
          </Card>
        ))}
      </section>
    </div>
  )
}

/** Proposing other words for what a member shows. */
export function HelpPage(props: {
  readonly offering: Offering
  readonly proposal: OfferingProposal | null
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
  readonly language: Language
}) {
  const { offering, proposal, language, problems } = props
  const { coach, help, by } = texts(language)
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/vragen-van-klanten', label: coach.title }]} />
      <PageHead title={help.title} lead={help.lead} />
      {proposal ? <Alert tone="wait">{help.waits}</Alert> : null}
      <Card title={help.now}>
        <Quoted source={fill(by, { tradeName: offering.tradeName, town: offering.town })}>
          <b>{offering.title}</b>
          <br />
          {offering.about}
        </Quoted>
      </Card>
      <Form action={`/aanbod-van-leden/${offering.id}`} keys={props.keys} problems={problems}>
        <OfferingFields offering={proposal ?? offering} problems={problems} language={language} />
        <Button after="arrow">{help.send}</Button>
      </Form>
    </div>
  )
}
