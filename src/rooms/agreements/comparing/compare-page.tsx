import { longDay } from '#kit/day.ts'
import { type Cents, euro, minus } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import { Button, ButtonLink, Form, SelectField } from '#ui/fields.tsx'
import { Amount, Card, Crumbs, Empty, Fold, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import type { Version } from '../agreements.sql.ts'
import { type Article, rulesOf } from '../articles/articles.rules.ts'
import { problemsOf } from '../bounds/validate.rules.ts'
import { RECEIVERS, type Shares } from '../dividing/language.rules.ts'
import { DEFAULT_EXAMPLE } from '../pages/agreement-page.tsx'
import { exampleShares } from '../pages/example.tsx'
import { pageTexts, readingTexts } from '../pages/pages.en.ts'
import { ruleChanges } from './compare.rules.ts'
import { comparingTexts } from './comparing.en.ts'
import { type ArticleChange, type Piece, textChanges } from './text-diff.rules.ts'

type Compared = Pick<Version, 'id' | 'number' | 'articles' | 'from'>

type Props = {
  readonly version: Compared
  /** What it is laid beside; null when there is no other version to read. */
  readonly other: Compared | null
  readonly others: readonly Compared[]
  /** Whether the reader may look at real months. */
  readonly whatIf: boolean
  readonly language: Language
}

/** Two versions beside each other: as rules, in words and as money. */
export function ComparePage(props: Props) {
  const { version, other, language } = props
  const words = comparingTexts[language]
  const address = `/afspraken/${version.id}`
  return (
    <div class="wrap narrow stack stack-l">
      <Crumbs items={[{ href: address, label: fill(pageTexts[language].full, { number: version.number }) }]} />
      <PageHead
        title={words.title}
        over={fill(pageTexts[language].full, { number: version.number })}
        lead={other ? fill(words.lead, { after: version.number, before: other.number }) : undefined}
        read
      />
      {props.others.length > 1 ? (
        <Form action={`${address}/vergelijk`} method="get">
          <SelectField
            name="met"
            label={words.against}
            value={other?.id ?? ''}
            options={props.others.map((each) => ({
              value: each.id,
              label: fill(words.version, { number: each.number, from: longDay(each.from, language) }),
            }))}
          />
          <Button look="secondary">{words.compare}</Button>
        </Form>
      ) : null}
      {other ? (
        <Beside {...props} other={other} />
      ) : (
        <Empty title={words.noneTitle} what={words.none}>
          <ButtonLink href={address}>{words.wholeText}</ButtonLink>
        </Empty>
      )}
    </div>
  )
}

function Beside({ version, other, whatIf, language }: Props & { readonly other: Compared }) {
  const words = comparingTexts[language]
  const rules = ruleChanges(other.articles, version.articles, language)
  const articles = textChanges(other.articles, version.articles, readingTexts[language])
  const changed = articles.filter(({ kind }) => kind !== 'same')
  if (rules.length + changed.length === 0) return <p>{words.same}</p>
  return (
    <>
      <Card title={words.rules.title}>
        {rules.length === 0 ? (
          <p>{words.rules.none}</p>
        ) : (
          <ul>
            {rules.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </Card>
      <MoneyBeside version={version} other={other} whatIf={whatIf} language={language} />
      <TextBeside before={other.articles} after={version.articles} words={words.text} language={language} />
    </>
  )
}

type TextWords = (typeof comparingTexts)['nl']['text']

/** The articles of two agreements, with the words that only one of them has. */
export function TextBeside(props: { before: readonly Article[]; after: readonly Article[]; words: TextWords; language: Language }) {
  const { words, language } = props
  const articles = textChanges(props.before, props.after, readingTexts[language])
  const changed = articles.filter(({ kind }) => kind !== 'same')
  return (
    <Card title={words.title} class="stack">
      {changed.length === 0 ? <p>{words.none}</p> : null}
      {changed.map((article) => (
        <ArticleView article={article} words={words} language={language} key={`${article.kind} ${article.number}`} />
      ))}
      <Unchanged articles={articles} words={words} />
    </Card>
  )
}

function Unchanged(props: { articles: readonly ArticleChange[]; words: TextWords }) {
  const { words } = props
  const same = props.articles.flatMap((article) => (article.kind === 'same' ? [fill(words.article, { number: article.number, title: article.title })] : []))
  if (same.length === 0) return null
  return (
    <Fold summary={words.same}>
      <ul>
        {same.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
    </Fold>
  )
}

function ArticleView({ article, words, language }: { article: ArticleChange; words: TextWords; language: Language }) {
  if (article.kind === 'changed') {
    return (
      <section class="article">
        <p class="soft">
          {words.changed}
          {article.was === article.number ? null : `. ${fill(words.moved, { number: article.was })}`}
        </p>
        <h3>
          {pageTexts[language].article.replace('{number}', article.number)}. <Words pieces={article.title} words={words} />
        </h3>
        {article.pieces.map((pieces) => (
          <p key={pieces.map((piece) => piece.text).join(' ')}>
            <Words pieces={pieces} words={words} />
          </p>
        ))}
      </section>
    )
  }
  const kind = article.kind === 'removed' ? 'del' : 'ins'
  return (
    <section class="article">
      <p class="soft">{article.kind === 'removed' ? words.removed : words.added}</p>
      <h3>{fill(words.article, { number: article.number, title: article.title })}</h3>
      {article.sentences.map((text) => (
        <p key={text}>
          <Words pieces={[{ kind, text }]} words={words} />
        </p>
      ))}
    </section>
  )
}

/** Words that went and came, marked for the eye and said for the ear. */
function Words(props: { pieces: readonly Piece[]; words: TextWords }) {
  const { words } = props
  return (
    <>
      {props.pieces.map(({ kind, text }, nr) => {
        const space = nr === 0 ? '' : ' '
        if (kind === 'same') return `${space}${text}`
        const Mark = kind
        return (
          <>
            {space}
            <Mark key={`${nr} ${text}`}>
              <span class="vh">{words[kind]} </span>
              {text}
            </Mark>
          </>
        )
      })}
    </>
  )
}

/** One invented month by both versions, and the way to real ones. */
function MoneyBeside({ version, other, whatIf, language }: { version: Compared; other: Compared; whatIf: boolean; language: Language }) {
  const words = comparingTexts[language].money
  const isRight = [version, other].every(({ articles }) => problemsOf(articles).length === 0)
  const [before, after] = isRight ? [other, version].map(({ articles }) => exampleShares(rulesOf(articles), DEFAULT_EXAMPLE)) : []
  const rows = before && after ? RECEIVERS.map((receiver) => ({ receiver, before: given(before, receiver), after: given(after, receiver) })) : []
  const amounts = { turnover: euro(DEFAULT_EXAMPLE.turnover), costs: euro(DEFAULT_EXAMPLE.costs) }
  return (
    <Card title={words.title} class="stack">
      {rows.length > 0 ? (
        <>
          <p>{fill(words.lead, amounts)}</p>
          <Table
            caption={words.title}
            captionHidden
            rows={rows.filter((row) => row.before !== 0n || row.after !== 0n)}
            rowKey={(row) => row.receiver}
            columns={[
              { key: 'receiver', label: words.receiver, header: true, cell: (row) => readingTexts[language].receiverNames[row.receiver] },
              { key: 'before', label: fill(words.before, { number: other.number }), numeric: true, cell: (row) => <Amount cents={row.before} /> },
              { key: 'after', label: fill(words.after, { number: version.number }), numeric: true, cell: (row) => <Amount cents={row.after} /> },
              { key: 'change', label: words.change, numeric: true, phone: 'beside', cell: (row) => <Amount cents={minus(row.after, row.before)} signed /> },
            ]}
          />
        </>
      ) : null}
      {whatIf ? (
        <ButtonLink look="secondary" href={`/afspraken/${version.id}/wat-als`}>
          {words.more}
        </ButtonLink>
      ) : null}
      {whatIf && isRight ? (
        <ButtonLink look="secondary" href={`/afspraken/${version.id}/wat-als?uit=seamstress&met=${other.id}`}>
          {words.years}
        </ButtonLink>
      ) : null}
    </Card>
  )
}

function given(shares: Shares, receiver: Shares['lines'][number]['receiver']): Cents {
  return shares.lines.reduce((all, line) => (line.receiver === receiver ? all + line.cents : all), 0n) as Cents
}
