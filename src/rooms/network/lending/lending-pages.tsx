import type { ComponentChildren } from 'preact'
import { type Day, dayOf, longDay, yearOf } from '#kit/day.ts'
import { sum } from '#kit/money.ts'
import { fill, type Language, list } from '#kit/text.ts'
import { AgreementText, articlesEn, articlesNl } from '#rooms/agreements'
import { SAMPLE_NAMES, whatIfTexts, yearBeside } from '#rooms/settlement'
import { ActionButton, Actions, Button, ButtonLink, CheckField, Form, SelectField } from '#ui/fields.tsx'
import { Alert, Amount, Card, Crumbs, Empty, Facts, Fold, LinkList, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { texts as listingTexts } from '../listings/listings.en.ts'
import { CRAFTS } from '../listings/listings.rules.ts'
import { texts } from './lending.en.ts'
import { isOverdue, LENDING_SOURCES, SOUGHT_EXITS, SOUGHT_POTS, type Sought, usedAsShown } from './lending.rules.ts'
import type { LentAgreement } from './lending.sql.ts'
import { sourceOf, wordsOf } from './lent-facts.ts'

/** The library, narrowed by what is sought. `base` is where it stands: for everybody, or for who signed in. */
export function LibraryPage(props: { readonly found: readonly LentAgreement[]; readonly sought: Sought; readonly base: string; readonly language: Language }) {
  const { found, sought, base, language } = props
  const words = texts(language)
  const narrowed = Object.values(sought).some(Boolean)
  const count = found.length === 0 ? words.count.none : found.length === 1 ? words.count.one : fill(words.count.many, { count: found.length })
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={`${words.lead} ${words.dutch}`.trim()} read />
      <Actions>
        <ButtonLink href={`${base}/vergelijken`} look="secondary">
          {words.beside.title}
        </ButtonLink>
      </Actions>
      <Fold summary={words.search.label} open={narrowed}>
        <SearchForm {...props} narrowed={narrowed} />
      </Fold>
      {found.length === 0 ? (
        <Empty title={count} what={words.noneNext} />
      ) : (
        <>
          <h2>{count}</h2>
          <LinkList
            items={found.map((lent) => ({
              href: `${base}/${lent.slug}`,
              icon: 'percent' as const,
              label: <span lang={wordsOf(lent, language).lang}>{wordsOf(lent, language).title}</span>,
              note: `${lent.mark ? `${words.model}. ` : ''}${sourceOf(lent, language)}`,
            }))}
          />
        </>
      )}
      <p class="soft">{words.note}</p>
    </div>
  )
}

function SearchForm(props: { readonly sought: Sought; readonly base: string; readonly narrowed: boolean; readonly language: Language }) {
  const { sought, base } = props
  const words = texts(props.language).search
  const crafts = listingTexts(props.language).crafts
  const choices = [
    { name: 'werk', label: words.craft, value: sought.craft, options: CRAFTS.map((value) => ({ value, label: crafts[value] })) },
    {
      name: 'gemeente',
      label: words.municipality,
      value: sought.municipality,
      options: (['municipality', 'noMunicipality'] as const).map((value) => ({ value, label: words.municipalities[value] })),
    },
    { name: 'pot', label: words.pot, value: sought.pot, options: SOUGHT_POTS.map((value) => ({ value, label: words.pots[value] })) },
    { name: 'stoppen', label: words.exit, value: sought.exit, options: SOUGHT_EXITS.map((value) => ({ value, label: words.exits[value] })) },
    { name: 'van', label: words.source, value: sought.source, options: LENDING_SOURCES.map((value) => ({ value, label: words.sources[value] })) },
  ]
  return (
    <Form action={base} method="get" label={words.label} class="form find">
      {choices.map(({ name, label, value, options }) => (
        <SelectField key={name} name={name} label={label} value={value ?? ''} empty={words.any} options={options} optional />
      ))}
      <CheckField name="model" label={words.model} checked={sought.model} />
      <Actions>
        <Button icon="search">{words.go}</Button>
        {props.narrowed ? (
          <ButtonLink href={base} look="plain">
            {words.clear}
          </ButtonLink>
        ) : null}
      </Actions>
    </Form>
  )
}

/** What somebody can do who wants to begin with it: begin, be told who can, or sign in. */
export type BeginWay = 'begin' | 'notYou' | 'signIn'

/** One agreement of the library. */
export function LentPage(props: {
  readonly lent: LentAgreement
  readonly today: Day
  readonly base: string
  readonly way: BeginWay
  readonly keys: { readonly csrf: string; readonly key: string } | null
  readonly language: Language
  /** What the own cooperative told its lender, and can tell. */
  readonly children?: ComponentChildren
}) {
  const { lent, base, language } = props
  const words = texts(language)
  const { title, why, differently, cited, lang } = wordsOf(lent, language)
  const crafts = listingTexts(language).crafts
  const used = usedAsShown(lent.uses)
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: base, label: words.title }]} />
      <div lang={lang}>
        <PageHead title={title} over={sourceOf(lent, language)} read />
      </div>
      {lent.mark ? (
        <Alert tone="ok" title={words.one.model}>
          <p lang="nl">{lent.mark.why}</p>
          <p>{fill(words.one.modelBy, { name: lent.mark.by, day: longDay(dayOf(lent.mark.at), language) })}</p>
        </Alert>
      ) : null}
      {isOverdue(lent.reviewOn, props.today) ? <Alert tone="warn">{fill(words.one.overdue, { day: longDay(lent.reviewOn, language) })}</Alert> : null}
      <section class="stack-s" lang={lang}>
        <h2>{words.one.why}</h2>
        <p>{why}</p>
        <h2>{words.one.differently}</h2>
        <p>{differently}</p>
      </section>
      <Years lent={lent} today={props.today} language={language} />
      <Actions>
        <ButtonLink href={`${base}/vergelijken?a=${lent.slug}`} look="secondary">
          {words.one.compare}
        </ButtonLink>
      </Actions>
      <Card title={words.one.text}>
        {lent.rewritten.length > 0 ? (
          <p>
            <Tag tone="info">
              {fill(lent.rewritten.length === 1 ? words.one.rewritten.one : words.one.rewritten.more, {
                nrs: list(lent.rewritten.map(String), words.one.rewritten.and),
              })}
            </Tag>{' '}
            {words.one.rewrittenNote}
          </p>
        ) : null}
        <AgreementText articles={lent.articles} language={language} />
      </Card>
      <Begin {...props} />
      {props.children}
      <section class="stack-s">
        <h2>{words.one.facts}</h2>
        <Facts
          items={[
            ...(cited ? [{ label: words.one.cited, value: <span lang={lang}>{cited}</span> }] : []),
            { label: words.one.crafts, value: lent.crafts.map((craft) => crafts[craft]).join(', ') || words.one.anyCraft },
            { label: words.one.published, value: longDay(dayOf(lent.publishedAt), language) },
            { label: words.one.review, value: longDay(lent.reviewOn, language) },
            { label: words.one.used, value: used === null ? words.one.usedFew : fill(words.one.usedBy, { count: used }) },
          ]}
        />
        <p class="soft small">{words.one.usedNote}</p>
      </section>
      <p class="soft">{words.note}</p>
    </div>
  )
}

/** What was taken back, for a cooperative that began with it. */
export function EndedPage(props: { readonly language: Language; readonly children?: ComponentChildren }) {
  const words = texts(props.language)
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/bibliotheek', label: words.title }]} />
      <PageHead title={words.ended.title} lead={words.ended.what} />
      <Actions>
        <ButtonLink href="/afspraken">{words.ended.own}</ButtonLink>
      </Actions>
      {props.children}
    </div>
  )
}

/** What the four invented years become: who gets what of each. */
function Years({ lent, language, today }: { readonly lent: LentAgreement; readonly language: Language; readonly today: Day }) {
  const words = texts(language)
  const receivers = (language === 'nl' ? articlesNl : articlesEn).receiverNames
  const counted = { version: lent.slug, articles: lent.articles }
  const years = SAMPLE_NAMES.map((sample) => ({ sample, outcome: yearBeside(sample, yearOf(today), counted, counted) }))
  const names = [...new Set(years.flatMap(({ outcome }) => outcome.lines.map(({ receiver }) => receiver)))]
  return (
    <Card title={words.one.year}>
      <Table
        caption={words.one.year}
        captionHidden
        rows={years}
        rowKey={({ sample }) => sample}
        columns={[
          { key: 'year', label: words.one.sample, header: true, cell: ({ sample }) => whatIfTexts[language].samples[sample].name },
          ...names.map((receiver) => ({
            key: receiver,
            label: receiver === 'undivided' ? words.beside.undivided : receivers[receiver],
            numeric: true,
            cell: ({ outcome }: (typeof years)[number]) => (
              <Amount cents={sum(outcome.lines.filter((line) => line.receiver === receiver).map((line) => line.would))} />
            ),
          })),
        ]}
      />
    </Card>
  )
}

function Begin(props: Pick<Parameters<typeof LentPage>[0], 'lent' | 'way' | 'keys' | 'language'>) {
  const { lent, way, keys, language } = props
  const words = texts(language).begin
  return (
    <Card title={words.title} class="stack-s">
      <p>{words.what}</p>
      {way === 'begin' && keys ? (
        <ActionButton action={`/bibliotheek/${lent.slug}/concept`} keys={keys}>
          {words.button}
        </ActionButton>
      ) : null}
      {way === 'notYou' ? <Alert tone="info">{words.notYou}</Alert> : null}
      {way === 'signIn' ? (
        <>
          <Actions>
            <ButtonLink href={`/bibliotheek/${lent.slug}`}>{words.signIn}</ButtonLink>
          </Actions>
          <p>
            <a href={language === 'en' ? '/en/starten' : '/starten'}>{words.start}</a>
          </p>
        </>
      ) : null}
    </Card>
  )
}
