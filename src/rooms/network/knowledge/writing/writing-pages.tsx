import { type Day, dayOf, longDay } from '#kit/day.ts'
import { type Problems, typedValue } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import type { PersonId } from '#rooms/access'
import { Actions, Button, ButtonLink, CheckCards, DayField, Form, HiddenField, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, LinkList, PageHead } from '#ui/parts.tsx'
import { Prose } from '#ui/prose.tsx'
import { nl as asking } from '../asking/asking.nl.ts'
import { nl as attaching } from '../attaching/attaching.nl.ts'
import { type Attachment, seenOf } from '../attaching/attaching.rules.ts'
import { AttachmentList } from '../attaching/attaching-pages.tsx'
import { nl as keeping } from '../keeping/keeping.nl.ts'
import { nl as words } from '../knowledge.nl.ts'
import { AUDIENCES, KNOWLEDGE_KINDS, type KnowledgeText, TOPICS } from '../knowledge.rules.ts'
import type { ownersOf } from '../owning/owning.ts'
import { OwnersCard } from '../owning/owning-pages.tsx'
import type { Change } from './changes.rules.ts'
import { nl } from './writing.nl.ts'
import type { ItemVersion } from './writing.rules.ts'

type Keys = { readonly csrf: string; readonly key: string }
type Names = ReadonlyMap<PersonId, string>
/** Where the pages of writing hang. */
export const CRUMB = { href: '/netwerk/kennis', label: keeping.title }

/** Every version of one item. */
export function ItemHistoryPage(props: {
  readonly slug: string
  readonly versions: readonly ItemVersion[]
  readonly names: Names
  readonly owners: Awaited<ReturnType<typeof ownersOf>>
  readonly keys: () => Keys
}) {
  return (
    <div class="narrow stack-l">
      <Crumbs items={[CRUMB]} />
      <PageHead title={props.versions.at(-1)?.title ?? ''} />
      <Actions>
        <ButtonLink href={`/netwerk/kennis/${props.slug}/tekst`} icon="pencil">
          {nl.newVersion}
        </ButtonLink>
        {props.versions.some(({ verdict }) => verdict?.published) ? (
          <ButtonLink href={`/kennis/${props.slug}`} look="secondary">
            {nl.look}
          </ButtonLink>
        ) : null}
      </Actions>
      <Card title={nl.history}>
        <LinkList
          items={props.versions.toReversed().map((version) => ({
            href: `/netwerk/kennis/versie/${version.id}/nakijken`,
            icon: 'paper',
            label: version.title,
            note: `${wroteOf(version, props.names)}. ${saidOf(version, props.names)}`,
          }))}
        />
      </Card>
      <OwnersCard {...props.owners} slug={props.slug} keys={props.keys} problems={null} />
    </div>
  )
}

/** The form for an item; visitors read it only after a colleague published it. */
export function WriteItemPage(props: {
  /** Where it is sent: below it stand the text and the preview. */
  readonly address: string
  readonly crumbs: readonly { readonly href: string; readonly label: string }[]
  readonly isNew: boolean
  readonly note: string
  readonly was: KnowledgeText
  readonly preview: boolean
  /** The question whose answer it is made of; empty without. */
  readonly question: string
  readonly onlyNetwork: boolean
  readonly keys: Keys
  readonly problems: Problems | null
}) {
  const { address, was, problems } = props
  const value = (name: 'title' | 'intro' | 'body' | 'source' | 'doubt' | 'kind') => typedValue(problems, name, was[name] ?? '')
  return (
    <div class="narrow stack-l">
      <Crumbs items={[...props.crumbs]} />
      <PageHead title={props.isNew ? nl.writeNew : nl.write} lead={props.note} />
      {props.question ? <Alert tone="info">{asking.draft.lead}</Alert> : null}
      {props.onlyNetwork ? <Alert tone="warn">{asking.draft.onlyNetwork}</Alert> : null}
      {props.preview ? (
        <Card title={nl.previewTitle}>
          <Written text={was} />
        </Card>
      ) : null}
      <Form action={`${address}/tekst`} keys={props.keys} problems={problems}>
        {props.question ? <HiddenField name="question" value={props.question} /> : null}
        <TextField name="title" label={nl.fields.title} value={value('title')} maxLength={140} />
        <TextArea name="intro" label={nl.fields.intro} value={value('intro')} rows={3} maxLength={400} />
        <TextArea name="body" label={nl.fields.body} hint={nl.fields.bodyHint} value={value('body')} rows={16} maxLength={12_000} />
        <TextField name="source" label={nl.fields.source} value={value('source')} maxLength={300} />
        <TextArea name="doubt" label={nl.fields.doubt} value={value('doubt')} rows={2} maxLength={400} optional />
        <SelectField
          name="kind"
          label={words.search.kind}
          value={value('kind')}
          options={KNOWLEDGE_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        />
        <CheckCards
          name="topics"
          label={words.search.topic}
          values={was.topics}
          options={TOPICS.map((topic) => ({ value: topic, label: words.topics[topic] }))}
          columns={2}
        />
        <CheckCards
          name="audiences"
          label={words.search.audience}
          values={was.audiences}
          options={AUDIENCES.map((each) => ({ value: each, label: words.audiences[each] }))}
          columns={2}
        />
        <Actions>
          <Button>{nl.save}</Button>
          <Button look="secondary" action={`${address}/voorbeeld`}>
            {nl.preview}
          </Button>
        </Actions>
      </Form>
    </div>
  )
}

/** One version for the second pair of eyes. */
export function DecideItemPage(props: {
  readonly version: ItemVersion
  readonly attachments: readonly Attachment[]
  readonly changes: readonly Change[]
  readonly names: Names
  readonly own: boolean
  readonly nextYear: Day
  readonly keys: Keys
  readonly rejectKeys: Keys
  readonly problems: Problems | null
}) {
  const { version, problems } = props
  const address = `/netwerk/kennis/versie/${version.id}`
  return (
    <div class="narrow stack-l">
      <Crumbs items={[CRUMB, { href: `/netwerk/kennis/${version.slug}`, label: nl.history }]} />
      <PageHead title={nl.decide.title} lead={nl.decide.lead} />
      <Card title={version.title}>
        <p class="muted">{wroteOf(version, props.names)}</p>
        <Written text={version} />
      </Card>
      {props.attachments.length > 0 || (props.own && !version.verdict) ? (
        <Card title={attaching.title}>
          {props.attachments.length > 0 ? (
            <AttachmentList attachments={props.attachments} address={`${address}/bijlagen`} language="nl" />
          ) : (
            <p>{attaching.none}</p>
          )}
          {props.own && !version.verdict ? (
            <Actions>
              <ButtonLink href={`${address}/bijlagen`} look="secondary">
                {attaching.change}
              </ButtonLink>
            </Actions>
          ) : null}
        </Card>
      ) : null}
      {props.changes.length > 0 ? <Changes changes={props.changes} /> : null}
      {version.verdict ? (
        <Alert tone="info">{saidOf(version, props.names)}</Alert>
      ) : props.own ? (
        <Alert tone="wait">{nl.decide.own}</Alert>
      ) : (
        <>
          <Form action={`${address}/publicatie`} keys={props.keys} problems={problems}>
            <HiddenField name="seen" value={seenOf(props.attachments)} />
            <DayField name="reviewOn" label={nl.fields.reviewOn} value={typedValue(problems, 'reviewOn', props.nextYear)} />
            <Actions>
              <Button>{nl.decide.publish}</Button>
            </Actions>
          </Form>
          <Card title={nl.decide.rejectTitle}>
            <Form action={`${address}/afwijzing`} keys={props.rejectKeys}>
              <TextArea name="reason" label={nl.decide.reason} value={typedValue(problems, 'reason')} rows={2} />
              <Actions>
                <Button look="secondary">{nl.decide.reject}</Button>
              </Actions>
            </Form>
          </Card>
        </>
      )}
    </div>
  )
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const named = (part: Change['part'], line: string) => {
    if (part === 'kind') return words.kinds[line as KnowledgeText['kind']]
    if (part === 'topics') return words.topics[line as keyof typeof words.topics]
    return part === 'audiences' ? words.audiences[line as keyof typeof words.audiences] : line
  }
  return (
    <Card title={nl.changes.title}>
      {changes.map(({ part, removed, added }) => (
        <div class="stack-s" key={part}>
          <h3>{nl.changes.parts[part]}</h3>
          {removed.map((line) => (
            <p key={`- ${line}`}>
              <b>{nl.changes.removed}</b> <del>{named(part, line)}</del>
            </p>
          ))}
          {added.map((line) => (
            <p key={`+ ${line}`}>
              <b>{nl.changes.added}</b> <ins>{named(part, line)}</ins>
            </p>
          ))}
        </div>
      ))}
    </Card>
  )
}

function Written({ text }: { readonly text: KnowledgeText }) {
  return (
    <div class="stack">
      <p class="strong">{text.title}</p>
      <p>{text.intro}</p>
      {text.doubt ? (
        <Alert tone="warn" title={words.item.doubt}>
          {text.doubt}
        </Alert>
      ) : null}
      <Prose text={text.body} />
      <p class="soft">{`${words.item.source}: ${text.source}`}</p>
    </div>
  )
}

function wroteOf({ writtenBy, writtenAt }: ItemVersion, names: Names): string {
  return fill(writtenBy ? nl.wrote : nl.program, { name: names.get(writtenBy as PersonId) ?? nl.outside, day: longDay(dayOf(writtenAt)) })
}

function saidOf({ verdict }: ItemVersion, names: Names): string {
  if (!verdict) return nl.said.waiting
  if (verdict.by === null) return ''
  const params = { name: names.get(verdict.by as PersonId) ?? '', day: longDay(dayOf(verdict.at)), reason: verdict.reason ?? '' }
  return fill(verdict.published ? nl.said.published : nl.said.rejected, params)
}
