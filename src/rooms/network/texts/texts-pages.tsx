import { dayOf, longDay } from '#kit/day.ts'
import { type Problems, typedValue } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import type { PersonId } from '#rooms/access'
import { ActionButton, Actions, Button, ButtonLink, Form, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, LinkList, PageHead } from '#ui/parts.tsx'
import { Prose } from '#ui/prose.tsx'
import { Table } from '#ui/table.tsx'
import { nl } from './texts.nl.ts'
import { addressOf, LANGUAGES, PUBLIC_PAGES, type PublicPage, type PublicText, type TextVersion } from './texts.rules.ts'

type Keys = { readonly csrf: string; readonly key: string }
type Names = ReadonlyMap<PersonId, string>
type Place = { readonly page: PublicPage; readonly language: Language }

const CRUMB = { href: '/netwerk/teksten', label: nl.title }
const pathOf = ({ page, language }: Place) => `/netwerk/teksten/${page}/${language}`
const nameOf = ({ page, language }: Place) => fill(nl.of, { page: nl.pages[page], language: nl.languages[language] })

/** Every page in every language, with how it stands. */
export function TextsPage(props: { readonly versions: readonly TextVersion[] }) {
  const rows = PUBLIC_PAGES.flatMap((page) => LANGUAGES.map((language) => ({ page, language })))
  const of = (place: Place) => props.versions.filter((each) => each.page === place.page && each.language === place.language)
  const standOf = (place: Place) => {
    if (of(place).some(({ verdict }) => verdict === null)) return nl.stands.waiting
    return of(place).some(({ verdict }) => verdict?.published) ? nl.stands.published : nl.stands.seed
  }
  return (
    <div class="stack-l">
      <Crumbs items={[{ href: '/netwerk', label: nl.network }]} />
      <PageHead title={nl.title} lead={nl.lead} />
      <Table
        caption={nl.title}
        captionHidden
        rows={rows}
        rowKey={pathOf}
        columns={[
          { key: 'page', label: nl.columns.page, header: true, cell: (row) => <a href={pathOf(row)}>{nl.pages[row.page]}</a> },
          { key: 'language', label: nl.columns.language, cell: (row) => nl.languages[row.language] },
          { key: 'stand', label: nl.columns.stand, cell: standOf },
        ]}
      />
    </div>
  )
}

/** One page in one language: what visitors read, and every version there was. */
export function PageTextsPage(
  props: Place & { readonly versions: readonly TextVersion[]; readonly shown: PublicText; readonly isSeed: boolean; readonly names: Names },
) {
  return (
    <div class="narrow stack-l">
      <Crumbs items={[CRUMB]} />
      <PageHead title={nameOf(props)} />
      <Actions>
        <ButtonLink href={`${pathOf(props)}/nieuw`} icon="pencil">
          {nl.write}
        </ButtonLink>
        <ButtonLink href={addressOf(props.page, props.language)} look="secondary">
          {nl.look}
        </ButtonLink>
      </Actions>
      <Card title={nl.now}>
        {props.isSeed ? <p class="muted">{nl.seedNote}</p> : null}
        <Shown text={props.shown} />
      </Card>
      <Card title={nl.history}>
        {props.versions.length === 0 ? <p>{nl.none}</p> : null}
        <LinkList
          items={props.versions.toReversed().map((version) => ({
            href: `/netwerk/teksten/versie/${version.id}/nakijken`,
            icon: 'paper',
            label: version.title,
            note: `${wroteOf(version, props.names)}. ${saidOf(version, props.names)}.`,
          }))}
        />
      </Card>
    </div>
  )
}

/** The form for a text; visitors read it only after a colleague published it. */
export function WriteTextPage(
  props: Place & { readonly shown: PublicText; readonly preview: PublicText | null; readonly keys: Keys; readonly problems: Problems | null },
) {
  const was = (name: keyof PublicText) => typedValue(props.problems, name, props.shown[name])
  return (
    <div class="narrow stack-l">
      <Crumbs items={[CRUMB, { href: pathOf(props), label: nameOf(props) }]} />
      <PageHead title={nl.write} lead={nl.writeLead} />
      {props.preview ? (
        <Card title={nl.previewTitle}>
          <Shown text={props.preview} />
        </Card>
      ) : null}
      <Form action={`${pathOf(props)}/nieuw`} keys={props.keys} problems={props.problems}>
        <TextField name="title" label={nl.fields.title} value={was('title')} maxLength={100} />
        <TextArea name="intro" label={nl.fields.intro} hint={nl.fields.introHint} value={was('intro')} rows={3} maxLength={300} />
        <TextArea name="body" label={nl.fields.body} hint={nl.fields.bodyHint} value={was('body')} rows={18} maxLength={12_000} />
        <Actions>
          <Button>{nl.save}</Button>
          <Button look="secondary" action={`${pathOf(props)}/voorbeeld`}>
            {nl.preview}
          </Button>
        </Actions>
      </Form>
    </div>
  )
}

/** One version for the second pair of eyes, beside what visitors read now. */
export function DecideTextPage(props: {
  readonly version: TextVersion
  readonly shown: PublicText
  readonly names: Names
  readonly own: boolean
  readonly keys: Keys
  readonly rejectKeys: Keys
  readonly problems: Problems | null
}) {
  const { version } = props
  const words = nl.decide
  const address = `/netwerk/teksten/versie/${version.id}`
  return (
    <div class="narrow stack-l">
      <Crumbs items={[CRUMB, { href: pathOf(version), label: nameOf(version) }]} />
      <PageHead title={words.title} lead={words.lead} />
      <Card title={words.becomes}>
        <p class="muted">{wroteOf(version, props.names)}</p>
        <Shown text={version} />
      </Card>
      {version.verdict ? (
        <Alert tone="info">{saidOf(version, props.names)}</Alert>
      ) : props.own ? (
        <Alert tone="wait">{words.own}</Alert>
      ) : (
        <>
          <ActionButton action={`${address}/publicatie`} keys={props.keys}>
            {words.publish}
          </ActionButton>
          <Card title={words.rejectTitle}>
            <Form action={`${address}/afwijzing`} keys={props.rejectKeys} problems={props.problems}>
              <TextArea name="reason" label={words.reason} value={typedValue(props.problems, 'reason')} rows={2} />
              <Actions>
                <Button look="secondary">{words.reject}</Button>
              </Actions>
            </Form>
          </Card>
        </>
      )}
      <Card title={words.was}>
        <Shown text={props.shown} />
      </Card>
    </div>
  )
}

function Shown({ text }: { text: PublicText }) {
  return (
    <div class="stack">
      <p class="strong">{text.title}</p>
      <p>{text.intro}</p>
      <Prose text={text.body} />
    </div>
  )
}

function wroteOf({ writtenBy, writtenAt }: TextVersion, names: Names): string {
  return fill(nl.wrote, { name: names.get(writtenBy as PersonId) ?? '', day: longDay(dayOf(writtenAt)) })
}

function saidOf({ verdict }: TextVersion, names: Names): string {
  if (!verdict) return nl.said.waiting
  const params = { name: names.get(verdict.by as PersonId) ?? '', day: longDay(dayOf(verdict.at)), reason: verdict.reason ?? '' }
  return fill(verdict.published ? nl.said.published : nl.said.rejected, params)
}
