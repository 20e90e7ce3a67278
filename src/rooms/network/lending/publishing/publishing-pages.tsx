import { type Day, dayOf, longDay } from '#kit/day.ts'
import { type Problems, typedValue } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { AgreementText, type Version } from '#rooms/agreements'
import {
  ActionButton,
  Actions,
  Button,
  ButtonLink,
  CheckCards,
  CheckField,
  Form,
  HiddenField,
  RadioCards,
  SelectField,
  TextArea,
  TextField,
} from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Empty, Facts, PageHead, Tag } from '#ui/parts.tsx'
import { nl as listingWords } from '../../listings/listings.nl.ts'
import { CRAFTS, type Craft } from '../../listings/listings.rules.ts'
import { isOverdue, REACHES } from '../lending.rules.ts'
import type { Remark } from '../remarks/remarks.sql.ts'
import { RemarksOnLent } from '../remarks/remarks-parts.tsx'
import { INSTEAD, type Removed, type Warning } from './names.rules.ts'
import { nl } from './publishing.nl.ts'
import type { OwnEdition } from './publishing.sql.ts'
import type { ownLending } from './publishing.ts'
import type { OwnArticle } from './rewriting.rules.ts'
import { Rewriting } from './rewriting-part.tsx'

type Keys = { readonly csrf: string; readonly key: string }
type Own = Awaited<ReturnType<typeof ownLending>>

/** What the own cooperative lends, and what can be done with it. */
export function OwnLendingPage(props: Own & { readonly today: Day; readonly keys: () => Keys }) {
  const begin =
    props.versions.length > 0 ? (
      <ButtonLink href="/uitlenen/nieuw" icon="plus">
        {nl.begin}
      </ButtonLink>
    ) : null
  return (
    <div class="narrow stack-l">
      <PageHead title={nl.title} lead={nl.lead} actions={props.items.length > 0 ? begin : null} />
      <p>
        <a href="/bibliotheek">{nl.library}</a>
      </p>
      {props.items.length === 0 ? (
        <Empty title={nl.none} what={props.versions.length > 0 ? nl.noneWhat : nl.noVersion}>
          {begin}
        </Empty>
      ) : null}
      {props.items.map((item) => (
        <OwnItem key={item.item} {...item} told={props.told.get(item.item) ?? []} today={props.today} keys={props.keys} />
      ))}
      <Card title={nl.eyes.title} class="stack-s">
        <p>{props.otherEyes ? nl.eyes.says.yes : nl.eyes.says.no}</p>
        <ActionButton action="/uitlenen/meekijken" keys={props.keys()} hidden={{ otherEyes: props.otherEyes ? 'nee' : 'ja' }} look="secondary">
          {props.otherEyes ? nl.eyes.choose.no : nl.eyes.choose.yes}
        </ActionButton>
        <p class="soft">{nl.eyes.note}</p>
      </Card>
    </div>
  )
}

function OwnItem(props: Own['items'][number] & { readonly told: readonly Remark[]; readonly today: Day; readonly keys: () => Keys }) {
  const { item, shown, waits, newer } = props
  const title = (shown ?? waits)?.title ?? nl.ended
  const overdue = shown?.reviewOn ? isOverdue(shown.reviewOn, props.today) : false
  return (
    <Card title={title} class="stack-s">
      <p>
        {shown ? <Tag tone="ok">{nl.shown}</Tag> : null} {waits ? <Tag tone="wait">{nl.waits}</Tag> : null}{' '}
        {!shown && !waits ? <Tag tone="plain">{nl.ended}</Tag> : null}
      </p>
      {shown?.reviewOn ? <p class="soft">{fill(nl.shownNote, { number: shown.number, day: longDay(shown.reviewOn) })}</p> : null}
      {shown?.reviewOn && overdue ? <Alert tone="warn">{fill(nl.overdue, { day: longDay(shown.reviewOn) })}</Alert> : null}
      {shown && newer ? (
        <Alert tone="info">
          <p>{fill(nl.newer, { number: newer.number, old: shown.number })}</p>
        </Alert>
      ) : null}
      <Actions>
        {waits ? <ButtonLink href={`/uitlenen/${waits.edition}`}>{nl.goOn}</ButtonLink> : null}
        {newer ? <ButtonLink href={`/uitlenen/nieuw?version=${newer.id}&item=${item}`}>{nl.republish}</ButtonLink> : null}
        {shown ? (
          <ButtonLink look="secondary" href={`/bibliotheek/${shown.slug}`}>
            {nl.look}
          </ButtonLink>
        ) : null}
      </Actions>
      <RemarksOnLent told={props.told} />
      {shown ? (
        <>
          <Actions>
            <ActionButton action={`/uitlenen/afspraak/${item}/nagekeken`} keys={props.keys()} look="secondary">
              {nl.confirm}
            </ActionButton>
            <ActionButton action={`/uitlenen/afspraak/${item}/einde`} keys={props.keys()} look="plain">
              {nl.end}
            </ActionButton>
          </Actions>
          <p class="soft">{nl.endNote}</p>
        </>
      ) : null}
    </Card>
  )
}

/** Step one: which version, and what the board says of it. */
export function PrepareLendingPage(props: {
  readonly version: Version
  readonly versions: readonly Version[]
  readonly before: OwnEdition | null
  readonly item: string | null
  readonly crafts: readonly Craft[]
  readonly name: string
  readonly keys: Keys
  readonly problems: Problems | null
}) {
  const { before, problems } = props
  const words = nl.prepare
  const was = (name: string, otherwise = '') => typedValue(problems, name, otherwise)
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/uitlenen', label: nl.title }]} />
      <PageHead title={words.title} lead={words.lead} />
      <Form action="/uitlenen" keys={props.keys} problems={problems} keep="uitlenen">
        {props.item ? <HiddenField name="item" value={props.item} /> : null}
        <SelectField
          name="version"
          label={words.version}
          value={was('version', props.version.id)}
          options={props.versions.map(({ id, number, title }) => ({ value: id, label: fill(nl.version, { number, title }) }))}
        />
        <TextField name="title" label={words.name} hint={words.nameHint} value={was('title', before?.title ?? props.version.title)} maxLength={120} />
        <TextArea name="why" label={words.why} hint={words.whyHint} value={was('why', before?.why)} rows={4} maxLength={1200} />
        <TextArea name="differently" label={words.differently} value={was('differently', before?.differently)} rows={4} maxLength={1200} />
        <CheckCards
          name="crafts"
          label={words.crafts}
          values={props.crafts}
          options={CRAFTS.map((craft) => ({ value: craft, label: listingWords.crafts[craft] }))}
          columns={2}
          optional
        />
        <RadioCards
          name="reach"
          label={words.reach}
          value={was('reach', before?.reach)}
          options={REACHES.map((reach) => ({ value: reach, label: words.reaches[reach] }))}
        />
        <RadioCards
          name="named"
          label={words.named}
          hint={words.namedHint}
          value={was('named', before ? (before.lender ? 'ja' : 'nee') : '')}
          options={[
            { value: 'ja', label: fill(words.names.yes, { name: props.name }) },
            { value: 'nee', label: words.names.no },
          ]}
        />
        <CheckField name="withoutOwn" label={words.withoutOwn} hint={words.withoutOwnHint} />
        <Actions>
          <Button>{words.save}</Button>
        </Actions>
      </Form>
    </div>
  )
}

/** Step two: exactly what others will see. */
export function PreviewPage(props: {
  readonly edition: OwnEdition
  readonly removed: readonly Removed[]
  readonly warnings: readonly Warning[]
  readonly preparedByName: string
  readonly own: boolean
  readonly articles: readonly OwnArticle[]
  readonly keys: () => Keys
  readonly problems: Problems | null
  readonly rewriting: { readonly nr: number; readonly of: Problems } | null
}) {
  const { edition, warnings } = props
  const words = nl.preview
  const waits = edition.publishedAt === null
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/uitlenen', label: nl.title }]} />
      <PageHead title={words.title} lead={waits ? words.lead : words.leadShown} />
      <p class="soft">{fill(words.preparedBy, { name: props.preparedByName, day: longDay(dayOf(edition.preparedAt)) })}</p>
      <Card title={edition.title} class="stack">
        <Facts
          items={[
            { label: words.facts.by, value: edition.lender ?? words.aCooperative },
            { label: words.facts.reach, value: nl.prepare.reaches[edition.reach] },
            { label: words.facts.crafts, value: edition.crafts.map((craft) => listingWords.crafts[craft]).join(', ') || '–' },
          ]}
        />
        <h3>{words.why}</h3>
        <p>{edition.why}</p>
        <h3>{words.differently}</h3>
        <p>{edition.differently}</p>
      </Card>
      <Card title={words.text}>
        <AgreementText articles={edition.articles} language="nl" />
      </Card>
      <Rewriting edition={edition.edition} articles={props.articles} waits={waits} keys={props.keys} problems={props.rewriting} />
      <Card title={words.removed} class="stack-s">
        {props.removed.length === 0 ? (
          <p>{words.removedNone}</p>
        ) : (
          <ul>
            {props.removed.map(({ words: taken, kind }) => (
              <li key={`${kind} ${taken}`}>{fill(words.removedLine, { words: taken, instead: INSTEAD[kind] })}</li>
            ))}
          </ul>
        )}
        <p class="soft">{words.notKnown}</p>
      </Card>
      {warnings.length > 0 ? (
        <Alert tone="warn" title={words.warnings}>
          <p>{words.warningsLead}</p>
          <ul>
            {warnings.map(({ kind, words: doubtful }) => (
              <li key={`${kind} ${doubtful}`}>
                <b>{doubtful}</b>: {words.warningKinds[kind]}
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
      {waits && edition.otherEyes && props.own ? <Alert tone="info">{words.otherWaits}</Alert> : null}
      {waits && !(edition.otherEyes && props.own) ? (
        <Form action={`/uitlenen/${edition.edition}/publicatie`} keys={props.keys()} problems={props.problems}>
          {warnings.length > 0 ? <CheckField name="read" label={words.read} /> : null}
          <Actions>
            <Button>{words.publish}</Button>
          </Actions>
        </Form>
      ) : null}
      {waits ? (
        <ButtonLink look="secondary" href={`/uitlenen/nieuw?version=${edition.version}&item=${edition.item}`}>
          {words.change}
        </ButtonLink>
      ) : null}
    </div>
  )
}
