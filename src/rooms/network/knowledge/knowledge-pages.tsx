import { type Day, dayOf, longDay } from '#kit/day.ts'
import { pageAddress } from '#kit/paging.ts'
import { fill, type Language, list } from '#kit/text.ts'
import { Actions, Button, ButtonLink, Form, SelectField, TextField } from '#ui/fields.tsx'
import { Pager } from '#ui/pager.tsx'
import { Alert, Card, Crumbs, Empty, Facts, LinkList, PageHead } from '#ui/parts.tsx'
import { PrintButton } from '#ui/print.tsx'
import { Prose } from '#ui/prose.tsx'
import type { FoundQuestions } from './asking/asking.ts'
import { askAddress } from './asking/asking-pages.tsx'
import type { Attachment } from './attaching/attaching.rules.ts'
import { AttachmentList } from './attaching/attaching-pages.tsx'
import { texts } from './knowledge.en.ts'
import { AUDIENCES, KNOWLEDGE_KINDS, type KnowledgeKind, type KnowledgeLine, mustBeReviewed, type Narrowed, RANKED_AT_MOST, TOPICS } from './knowledge.rules.ts'
import type { ShownItem } from './knowledge.sql.ts'
import type { FoundKnowledge } from './knowledge.ts'
import type { Piece } from './search/search.rules.ts'
import type { Use } from './using/using.ts'
import { type Opens, UsedElsewhere } from './using/using-parts.tsx'

const below = (language: Language, path: string) => (language === 'en' ? `/en${path}` : path)

/** A search, and what it gave. */
export function KnowledgePage(props: {
  readonly found: FoundKnowledge
  /** What was found among the questions of who takes part; null for who does not read them. */
  readonly asked: FoundQuestions | null
  readonly typed: string
  readonly by: Narrowed
  /** What was looked for, as it stands in the address. */
  readonly wanted: Readonly<Record<string, string | null>>
  readonly language: Language
  readonly mayAsk: boolean
}) {
  const { found, by, language } = props
  const words = texts(language)
  const address = below(language, '/kennis')
  const narrowed = props.typed !== '' || Object.values(by).some(Boolean)
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={`${words.lead} ${words.inDutch}`.trim()} read />
      <Form action={address} method="get" label={words.search.label} class="form find">
        <TextField name="zoek" label={words.search.field} hint={words.search.hint} value={props.typed} maxLength={120} optional />
        <SelectField
          name="onderwerp"
          label={words.search.topic}
          value={by.topic ?? ''}
          empty={words.search.any}
          options={TOPICS.map((topic) => ({ value: topic, label: words.topics[topic] }))}
          optional
        />
        <SelectField
          name="voor"
          label={words.search.audience}
          value={by.audience ?? ''}
          empty={words.search.any}
          options={AUDIENCES.map((audience) => ({ value: audience, label: words.audiences[audience] }))}
          optional
        />
        <SelectField
          name="soort"
          label={words.search.kind}
          value={by.kind ?? ''}
          empty={words.search.any}
          options={KNOWLEDGE_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          optional
        />
        <Actions>
          <Button icon="search">{words.search.go}</Button>
          {narrowed ? (
            <ButtonLink href={address} look="plain">
              {words.search.clear}
            </ButtonLink>
          ) : null}
        </Actions>
      </Form>
      <p>
        <a href={below(language, '/kennis/afspraken')}>{words.agreements}</a>
      </p>
      {found.corrected.map(({ typed, meant }) => (
        <Alert tone="info" key={typed}>
          {fill(words.corrected, { typed, meant: list(meant, language === 'en' ? 'and' : 'en') })}
        </Alert>
      ))}
      {found.some ? <Alert tone="info">{words.some}</Alert> : null}
      {found.count === 0 && (props.asked?.count ?? 0) === 0 ? (
        <Empty title={words.found.none} what={words.noneNext}>
          {props.mayAsk ? null : <ButtonLink href={below(language, '/contact')}>{words.ask}</ButtonLink>}
        </Empty>
      ) : found.count === 0 ? null : (
        <>
          <h2>{countOf(found.count, words.found)}</h2>
          <div lang="nl">
            <LinkList
              items={found.items.map(({ slug, kind, title, lines }) => ({
                href: below(language, `/kennis/${slug}`),
                icon: iconOf(kind as KnowledgeKind),
                label: <Marked pieces={title} />,
                note: <Marked pieces={lines} />,
              }))}
            />
          </div>
          {found.at ? (
            <Pager at={found.at} address={(page) => pageAddress(address, props.wanted, page)} />
          ) : found.count > found.items.length ? (
            <p class="soft">{fill(words.narrower, { count: found.items.length })}</p>
          ) : null}
        </>
      )}
      {props.asked && props.asked.count > 0 ? <AskedByOthers asked={props.asked} typed={props.typed} language={language} /> : null}
      {props.mayAsk ? (
        <Card title={words.together.title}>
          <p>{words.together.text}</p>
          <Actions>
            <ButtonLink href={askAddress(props.typed)} icon="plus">
              {words.together.ask}
            </ButtonLink>
            <ButtonLink href={props.typed ? `/kennisvragen?${new URLSearchParams({ zoek: props.typed })}` : '/kennisvragen'} look="secondary">
              {words.together.questions}
            </ButtonLink>
            <ButtonLink href="/mijn-kennis" look="plain">
              {words.together.kept}
            </ButtonLink>
          </Actions>
        </Card>
      ) : null}
    </div>
  )
}

/** What who takes part asked and answered that holds the words. */
function AskedByOthers(props: { readonly asked: FoundQuestions; readonly typed: string; readonly language: Language }) {
  const { asked } = props
  const words = texts(props.language).asked
  const answersOf = (answers: number) => (answers === 0 ? words.none : answers === 1 ? words.one : fill(words.more, { count: answers }))
  return (
    <section class="stack-s" id="vragen">
      <h2>{words.title}</h2>
      <p class="soft">{words.lead}</p>
      <div lang="nl">
        <LinkList
          items={asked.questions.map(({ id, title, lines, answers }) => ({
            href: `/kennisvragen/${id}`,
            icon: 'people' as const,
            label: <Marked pieces={title} />,
            note: (
              <>
                <b lang={props.language}>{`${words.mark} (${answersOf(answers)})`}</b> <Marked pieces={lines} />
              </>
            ),
          }))}
        />
      </div>
      {asked.count > asked.questions.length ? (
        <p>
          <a href={`/kennisvragen?${new URLSearchParams({ zoek: props.typed })}`}>
            {asked.count > RANKED_AT_MOST ? fill(words.many, { count: RANKED_AT_MOST }) : fill(words.all, { count: asked.count })}
          </a>
        </p>
      ) : null}
    </section>
  )
}

/** One item: the answer, where it comes from, and what to read next. */
export function KnowledgeItemPage(props: {
  readonly item: ShownItem
  readonly ownerName: string | null
  readonly attachments: readonly Attachment[]
  readonly related: readonly KnowledgeLine[]
  readonly usedIn: readonly KnowledgeLine[]
  /** Steps, model documents and lessons that send to it. */
  readonly uses: readonly Use[]
  readonly opens: Opens
  readonly today: Day
  /** What the reader just said of it. */
  readonly said: 'ja' | 'nee' | null
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly language: Language
}) {
  const { item, language } = props
  const words = texts(language)
  const named = (labels: Readonly<Record<string, string>>, keys: readonly string[]) => keys.map((key) => labels[key] ?? key).join(', ')
  const lines = (items: readonly KnowledgeLine[]) =>
    items.map(({ slug, kind, title }) => ({ href: below(language, `/kennis/${slug}`), icon: iconOf(kind), label: title }))
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: below(language, '/kennis'), label: words.title }]} />
      <div lang="nl" class="stack-l">
        <PageHead title={item.title} lead={item.intro} read />
        {item.doubt ? (
          <Alert tone="warn" title={words.item.doubt}>
            {item.doubt}
          </Alert>
        ) : null}
        <Prose text={item.body} />
      </div>
      {props.attachments.length > 0 ? (
        <section class="stack-s" id="bijlagen">
          <h2>{words.item.attachments}</h2>
          <AttachmentList attachments={props.attachments} address={`/kennis/${item.slug}/bijlagen`} language={language} />
        </section>
      ) : null}
      {mustBeReviewed(item.reviewOn, props.today) ? <Alert tone="warn">{fill(words.item.stale, { day: longDay(item.reviewOn, language) })}</Alert> : null}
      <p class="soft">{words.item.noAdvice}</p>
      <Useful action={below(language, `/kennis/${item.slug}/nuttig`)} {...props} />
      <section class="stack-s">
        <h2>{words.item.about}</h2>
        <Facts
          items={[
            { label: words.item.source, value: <span lang="nl">{item.source}</span> },
            { label: words.item.kind, value: words.kinds[item.kind] },
            { label: words.item.audiences, value: named(words.audiences, item.audiences) },
            { label: words.item.topics, value: named(words.topics, item.topics) },
            { label: words.item.owner, value: props.ownerName ?? words.item.network },
            { label: words.item.written, value: longDay(dayOf(item.writtenAt), language) },
            { label: words.item.review, value: longDay(item.reviewOn, language) },
          ]}
        />
      </section>
      {props.related.length > 0 ? (
        <section class="stack-s">
          <h2>{words.item.related}</h2>
          <LinkList items={lines(props.related)} />
        </section>
      ) : null}
      {props.usedIn.length > 0 || props.uses.length > 0 ? (
        <section class="stack-s">
          <h2>{words.item.usedIn}</h2>
          {props.usedIn.length > 0 ? <LinkList items={lines(props.usedIn)} /> : null}
          <UsedElsewhere uses={props.uses} opens={props.opens} language={language} />
        </section>
      ) : null}
      <PrintButton label={words.item.print} />
    </div>
  )
}

function Useful(props: {
  readonly action: string
  readonly said: 'ja' | 'nee' | null
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly language: Language
}) {
  const words = texts(props.language).useful
  return (
    <section class="stack-s" id="nuttig">
      <h2>{words.title}</h2>
      {props.said ? (
        <>
          <Alert tone="ok">{props.said === 'ja' ? words.thanks : words.sorry}</Alert>
          {props.said === 'nee' ? (
            <ButtonLink href={below(props.language, '/contact')} look="secondary">
              {words.ask}
            </ButtonLink>
          ) : null}
        </>
      ) : (
        <Form action={props.action} keys={props.keys} label={words.title}>
          <p class="soft">{words.hint}</p>
          <Actions>
            <Button look="secondary" name="useful" value="ja">
              {words.yes}
            </Button>
            <Button look="secondary" name="useful" value="nee">
              {words.no}
            </Button>
          </Actions>
        </Form>
      )}
    </section>
  )
}

function Marked({ pieces }: { readonly pieces: readonly Piece[] }) {
  return <>{pieces.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))}</>
}

function countOf(count: number, words: ReturnType<typeof texts>['found']): string {
  if (count > RANKED_AT_MOST) return fill(words.many, { count: RANKED_AT_MOST })
  return count === 1 ? words.one : fill(words.more, { count })
}

function iconOf(kind: KnowledgeKind) {
  return ({ question: 'info', article: 'paper', document: 'paper', experience: 'people', law: 'book' } as const)[kind]
}
