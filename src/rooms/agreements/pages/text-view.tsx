import { longDay } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import { Facts, Fold } from '#ui/parts.tsx'
import type { Origin } from '../agreements.sql.ts'
import type { Article } from '../articles/articles.rules.ts'
import { type ArticleText, agreementText } from '../articles/text.rules.ts'
import type { AgreementFile } from '../signing/reading.ts'
import { pageTexts, readingTexts } from './pages.en.ts'

/** The agreement as it is read: article by article, each with an address of its own. */
export function AgreementText(props: { articles: readonly Article[]; language: Language }) {
  const words = pageTexts[props.language]
  return (
    <div class="stack" id="tekst">
      {props.language === 'nl' ? null : <p class="soft">{words.readingHelp}</p>}
      {agreementText(props.articles, readingTexts[props.language]).map((article) => (
        <ArticleView article={article} language={props.language} key={article.number} />
      ))}
    </div>
  )
}

function ArticleView(props: { article: ArticleText; language: Language }) {
  const { article } = props
  return (
    <section class="article" id={`artikel-${article.number}`}>
      <p class="soft">{fill(pageTexts[props.language].article, { number: article.number })}</p>
      <h3>{article.title}</h3>
      {article.sentences.map((sentence) => (
        <p key={sentence.text}>
          {sentence.mark ? <b>{sentence.mark} </b> : null}
          {sentence.text}
        </p>
      ))}
    </section>
  )
}

/** Somebody else's agreement with which a version began, where it did. */
export function OriginLine(props: { origin: Origin | null; language: Language }) {
  const words = pageTexts[props.language]
  if (!props.origin) return null
  return (
    <p class="soft">
      {fill(words.origin, { words: props.origin.words })} <a href={props.origin.path}>{words.toOrigin}</a>
    </p>
  )
}

/** Who signed, when, and of which exact text. */
export function Signatures(props: { file: AgreementFile; own: string | null; language: Language }) {
  const words = pageTexts[props.language]
  const { file } = props
  const mine = file.recipients.find((recipient) => recipient.member === props.own)
  const board = file.boardSigned
  return (
    <Facts
      items={[
        ...(mine ? [{ label: words.signedYou, value: mine.signedOn ? longDay(mine.signedOn, props.language) : words.notSignedYet }] : []),
        {
          label: words.signedCooperative,
          value: board ? fill(words.signedOn, { name: file.boardName ?? words.signedCooperative, day: longDay(board.on, props.language) }) : words.notSignedYet,
        },
        {
          label: words.fingerprint,
          value: (
            <Fold summary={file.version.hash?.slice(0, 12) ?? ''}>
              <p class="small">{file.version.hash}</p>
              <p class="small soft">{words.fingerprintWhy}</p>
            </Fold>
          ),
        },
      ]}
    />
  )
}

/** What one agreement says that the other does not, both ways; numbers of articles may shift without being a change. */
export function changesBetween(before: readonly Article[], after: readonly Article[], language: Language): { added: string[]; removed: string[] } {
  const linesOf = (articles: readonly Article[]) =>
    agreementText(articles, readingTexts[language]).flatMap((article) => article.sentences.map((sentence) => `${article.title}: ${sentence.text}`))
  const [old, fresh] = [linesOf(before), linesOf(after)]
  return { added: fresh.filter((line) => !old.includes(line)), removed: old.filter((line) => !fresh.includes(line)) }
}

export function Changes(props: { before: readonly Article[]; after: readonly Article[]; language: Language }) {
  const words = pageTexts[props.language].sign
  const { added, removed } = changesBetween(props.before, props.after, props.language)
  if (added.length + removed.length === 0) return <p>{words.nothing}</p>
  return (
    <div class="stack">
      {[
        { title: words.removed, lines: removed },
        { title: words.added, lines: added },
      ].map((part) =>
        part.lines.length > 0 ? (
          <div key={part.title}>
            <h3>{part.title}</h3>
            <ul>
              {part.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ) : null,
      )}
    </div>
  )
}
