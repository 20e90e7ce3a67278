import type { Problems } from '#kit/form.ts'
import { type PageAt, pageAddress } from '#kit/paging.ts'
import { fill, type Language } from '#kit/text.ts'
import { Actions, Button, ButtonLink, Form, HiddenField, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Pager } from '#ui/pager.tsx'
import { Card, Crumbs, Empty, PageHead } from '#ui/parts.tsx'
import { texts as asking } from '../inquiries/inquiries.en.ts'
import { texts as listing } from '../listings/listings.en.ts'
import { CRAFTS, type Craft } from '../listings/listings.rules.ts'
import { Photo } from '../work/work-page.tsx'
import { texts } from './offerings.en.ts'
import { type Offering, photoPath } from './offerings.rules.ts'

type Keys = { readonly csrf: string; readonly key: string }

export const below = (language: Language, path: string) => (language === 'en' ? `/en${path}` : path)

/** The kinds of work to choose from. */
export function craftOptions(language: Language) {
  return CRAFTS.map((craft) => ({ value: craft, label: listing(language).crafts[craft] }))
}

/** What members make and do, to find by work and town. */
export function CataloguePage(props: {
  readonly found: readonly Offering[]
  readonly at: PageAt
  /** What was looked for, as it stands in the address. */
  readonly wanted: { readonly werk: Craft | null; readonly plaats: string }
  readonly language: Language
}) {
  const { found, at, wanted, language } = props
  const words = texts(language)
  const address = below(language, '/aanbod')
  // The one picture that may be seen at once; the others wait until they come near.
  const first = found.find(({ photos }) => photos.length > 0)
  const sought = Object.values(wanted).some(Boolean)
  return (
    <div class="stack-l">
      <PageHead title={words.title} lead={words.lead} read />
      <Form action={address} method="get" label={words.find} class="form find">
        <SelectField name="werk" label={words.craft} value={wanted.werk ?? ''} empty={words.any} options={craftOptions(language)} optional />
        <TextField name="plaats" label={words.town} value={wanted.plaats} maxLength={80} optional />
        <Actions>
          <Button icon="search">{words.go}</Button>
        </Actions>
      </Form>
      {found.length > 0 ? (
        <p role="status">
          {at.count === 1 ? words.found.one : fill(words.found.more, { count: at.count })}
          {at.pages > 1 ? ` ${fill(words.found.part, { from: at.before + 1, to: at.before + found.length })}` : null}
        </p>
      ) : null}
      {found.length === 0 ? <NothingFound sought={sought} language={language} /> : null}
      {found.length > 0 ? (
        <ul class="offers">
          {found.map((offering) => (
            <OfferingCard offering={offering} address={`${address}/${offering.id}`} language={language} first={offering === first} key={offering.id} />
          ))}
        </ul>
      ) : null}
      <Pager at={at} address={(page) => pageAddress(address, wanted, page)} />
    </div>
  )
}

function OfferingCard(props: { readonly offering: Offering; readonly address: string; readonly language: Language; readonly first: boolean }) {
  const { offering } = props
  const words = texts(props.language)
  const [lead] = offering.photos
  return (
    <li class="card">
      {lead ? <Photo src={photoPath(lead)} alt={lead.seen} size={lead} first={props.first} /> : null}
      <h2>{offering.title}</h2>
      <p class="soft">{fill(words.by, { tradeName: offering.tradeName, town: offering.town })}</p>
      <p>{offering.about}</p>
      <ButtonLink href={props.address} look="secondary">
        {words.ask.title}
        <span class="vh">: {offering.title}</span>
      </ButtonLink>
    </li>
  )
}

function NothingFound({ sought, language }: { readonly sought: boolean; readonly language: Language }) {
  const { none } = texts(language)
  return (
    <Empty title={none.title} what={sought ? none.what : none.empty}>
      {sought ? (
        <ButtonLink href={below(language, '/aanbod')} look="secondary">
          {none.all}
        </ButtonLink>
      ) : null}
      <ButtonLink href={below(language, '/cooperaties')} look="secondary">
        {none.cooperatives}
      </ButtonLink>
    </Empty>
  )
}

/** One thing that a member shows, with the way to ask for a quote. */
export function OfferingPage(props: {
  readonly offering: Offering
  readonly language: Language
  readonly shown: string
  readonly keys: Keys
  readonly problems: Problems | null
  /** A question about it was just sent. */
  readonly sent: boolean
}) {
  const { offering, language } = props
  const words = texts(language)
  const address = below(language, '/aanbod')
  const [lead, ...more] = offering.photos
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: address, label: words.title }]} />
      <PageHead title={offering.title} over={fill(words.by, { tradeName: offering.tradeName, town: offering.town })} read />
      {lead ? <Photo src={photoPath(lead)} alt={lead.seen} size={lead} first /> : null}
      <p>{offering.about}</p>
      {more.length > 0 ? (
        <section class="photos" aria-label={words.photos}>
          {more.map((photo) => (
            <Photo src={photoPath(photo)} alt={photo.seen} size={photo} key={photo.photo} />
          ))}
        </section>
      ) : null}
      {props.sent ? <Sent address={address} own={`${address}/${offering.id}`} language={language} /> : <AskForm {...props} address={address} />}
    </div>
  )
}

/** After a question was sent: what comes, and no form to fill in once more. */
function Sent(props: { readonly address: string; readonly own: string; readonly language: Language }) {
  const { sent } = texts(props.language).ask
  return (
    <Card title={sent.title}>
      <p>{sent.text}</p>
      <Actions>
        <ButtonLink href={props.address} look="secondary">
          {sent.more}
        </ButtonLink>
        <ButtonLink href={props.own} look="plain">
          {sent.again}
        </ButtonLink>
      </Actions>
    </Card>
  )
}

function AskForm(props: Pick<Parameters<typeof OfferingPage>[0], 'offering' | 'language' | 'shown' | 'keys' | 'problems'> & { readonly address: string }) {
  const { offering, language, address } = props
  const words = texts(language)
  return (
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
  )
}
