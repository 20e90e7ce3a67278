import { longInstant } from '#kit/day.ts'
import { type Problems, typedValue } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { ActionButton, Actions, Button, ButtonLink, CheckField, Form, HiddenField, RadioCards, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Card, Crumbs, PageHead, Quoted } from '#ui/parts.tsx'
import { texts as asking } from '../inquiries/inquiries.en.ts'
import { texts as listing } from '../listings/listings.en.ts'
import { CRAFTS, type Craft } from '../listings/listings.rules.ts'
import { texts } from './offerings.en.ts'
import { OFFERING_KINDS, type Offering, type OfferingQuestion } from './offerings.rules.ts'

type Keys = { readonly csrf: string; readonly key: string }

const below = (language: Language, path: string) => (language === 'en' ? `/en${path}` : path)

/** What members make and do, to find by work and town. */
export function CataloguePage(props: {
  readonly found: readonly Offering[]
  readonly craft: Craft | null
  readonly town: string
  readonly language: Language
}) {
  const { language } = props
  const words = texts(language)
  const address = below(language, '/aanbod')
  return (
    <div class="stack-l">
      <PageHead title={words.title} lead={words.lead} read />
      <Form action={address} method="get" label={words.find}>
        <SelectField name="werk" label={words.craft} value={props.craft ?? ''} empty={words.any} options={crafts(language)} optional />
        <TextField name="plaats" label={words.town} value={props.town} maxLength={80} optional />
        <Actions>
          <Button icon="search">{words.go}</Button>
        </Actions>
      </Form>
      {props.found.length === 0 ? <p>{words.none}</p> : null}
      {props.found.length > 0 ? (
        <div class="grid2">
          {props.found.map((offering) => (
            <Card title={offering.title} key={offering.id}>
              <p class="soft">{fill(words.by, { tradeName: offering.tradeName, town: offering.town })}</p>
              <p>{offering.about}</p>
              <ButtonLink href={`${address}/${offering.id}`} look="secondary">
                {words.ask.title}
              </ButtonLink>
            </Card>
          ))}
        </div>
      ) : null}
    </div>
  )
}

/** One thing that a member shows, with the way to ask for a quote. */
export function OfferingPage(props: {
  readonly offering: Offering
  readonly language: Language
  readonly shown: string
  readonly keys: Keys
  readonly problems: Problems | null
}) {
  const { offering, language } = props
  const words = texts(language)
  const address = below(language, '/aanbod')
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: address, label: words.title }]} />
      <PageHead title={offering.title} over={fill(words.by, { tradeName: offering.tradeName, town: offering.town })} read />
      <p>{offering.about}</p>
      <Card title={words.ask.title}>
        <Form action={`${address}/${offering.id}`} keys={props.keys} problems={props.problems}>
          <HiddenField name="_shown" value={props.shown} />
          <TextArea name="words" label={words.ask.words} hint={words.ask.wordsHint} rows={5} maxLength={2000} />
          <TextField name="name" label={words.ask.name} autocomplete="name" maxLength={100} />
          <TextField name="email" type="email" label={words.ask.email} autocomplete="email" maxLength={254} />
          <div class="vh">
            <label for="leeg">{asking(language).form.trap}</label>
            <input id="leeg" name="leeg" type="text" tabIndex={-1} autocomplete="off" value="" />
          </div>
          <p class="soft">{words.ask.kept}</p>
          <Button after="arrow">{words.ask.send}</Button>
        </Form>
      </Card>
    </div>
  )
}

/** What a member shows, taking it back, and showing one thing more. */
export function OwnOfferingsPage(props: {
  readonly offerings: readonly Offering[]
  readonly questions: readonly OfferingQuestion[]
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
      <section class="stack-s">
        <h2>{words.shown}</h2>
        {props.offerings.length === 0 ? <p>{words.nothing}</p> : null}
        {props.offerings.map((offering) => (
          <Card title={offering.title} level={3} key={offering.id}>
            <p>{offering.about}</p>
            <Actions>
              <ButtonLink href={below(language, `/aanbod/${offering.id}`)} look="secondary">
                {words.look}
              </ButtonLink>
              <ActionButton action={`/mijn-aanbod/${offering.id}/einde`} keys={props.keys()} look="warn">
                {words.takeBack}
              </ActionButton>
            </Actions>
          </Card>
        ))}
      </section>
      <Questions {...props} quotes />
      <Card title={words.add}>
        <Form action="/mijn-aanbod" keys={props.keys()} problems={problems}>
          <RadioCards name="kind" label={words.kind} options={OFFERING_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))} />
          <TextField name="title" label={words.name} maxLength={80} />
          <TextArea name="about" label={words.about} hint={words.aboutHint} rows={4} maxLength={600} />
          <SelectField name="craft" label={texts(language).craft} options={crafts(language)} />
          <TextField
            name="tradeName"
            label={words.tradeName}
            hint={words.tradeNameHint}
            value={typedValue(problems, 'tradeName', last?.tradeName)}
            maxLength={80}
          />
          <TextField name="town" label={words.town} value={typedValue(problems, 'town', last?.town)} maxLength={80} />
          <CheckField name="agreed" label={words.agreed} />
          <Button>{words.show}</Button>
        </Form>
      </Card>
    </div>
  )
}

/** What customers asked the members of a coach. */
export function OfferingQuestionsPage(props: { readonly questions: readonly OfferingQuestion[]; readonly language: Language }) {
  const words = texts(props.language).coach
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={words.lead} />
      <Questions {...props} quotes={false} />
    </div>
  )
}

function Questions(props: { readonly questions: readonly OfferingQuestion[]; readonly language: Language; readonly quotes: boolean }) {
  const words = texts(props.language).own
  return (
    <section class="stack-s">
      <h2>{words.questions}</h2>
      {props.questions.length === 0 ? <p>{words.noQuestions}</p> : null}
      {props.questions.map((question) => (
        <Card title={fill(words.subject, { title: question.title })} level={3} look="wait" key={question.id}>
          <Quoted source={fill(words.asked, { name: question.name, at: longInstant(question.at, props.language) })}>{question.words}</Quoted>
          <p>
            <a href={`mailto:${question.email}`}>{question.email}</a>
          </p>
        </Card>
      ))}
      {props.quotes && props.questions.length > 0 ? (
        <ButtonLink href="/offertes/nieuw" look="secondary">
          {words.quote}
        </ButtonLink>
      ) : null}
    </section>
  )
}

function crafts(language: Language) {
  return CRAFTS.map((craft) => ({ value: craft, label: listing(language).crafts[craft] }))
}
