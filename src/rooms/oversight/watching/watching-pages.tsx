import type { Day } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { LawFold } from '#rooms/law'
import { ThreadList, threadStanding } from '#rooms/threads'
import { Card, Crumbs, Empty, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import type { Tone } from '#ui/tone.ts'
import { watchingTexts } from './watching.en.ts'
import { type Colour, type WatchLine, worstOf } from './watching.rules.ts'
import type { WatchedConsent } from './watching.ts'
import { conditionWords, factWords } from './watching-words.ts'

const TONES: Readonly<Record<Colour, Tone>> = { red: 'wrong', amber: 'warn', unknown: 'plain', green: 'ok' }

function ColourTag(props: { readonly colour: Colour; readonly language: Language }) {
  return <Tag tone={TONES[props.colour]}>{watchingTexts[props.language].colours[props.colour]}</Tag>
}

/** One line per condition: what it says, how it stands, and the facts behind it with their period. Any page about a consent may show it. */
export function WatchLines(props: { readonly lines: readonly WatchLine[]; readonly language: Language }) {
  const { language } = props
  const words = watchingTexts[language]
  return (
    <Table
      caption={words.caption}
      columns={[
        { key: 'condition', label: words.columns.condition, header: true, cell: (line) => conditionWords(line, language) },
        { key: 'colour', label: words.columns.colour, bare: true, cell: (line) => <ColourTag colour={line.colour} language={language} /> },
        { key: 'fact', label: words.columns.fact, cell: (line) => factWords(line, line, language) },
      ]}
      rows={props.lines}
      rowKey={(line) => line.condition}
    />
  )
}

/** The lines of one person beside what else is known of them, with the way to the questions. */
export function WatchCard(props: { readonly watched: readonly WatchedConsent[]; readonly language: Language }) {
  const words = watchingTexts[props.language]
  return (
    <Card title={words.title}>
      {props.watched.map((each) => (
        <WatchLines key={each.request} lines={each.lines} language={props.language} />
      ))}
      <p>
        <a href={`/voorwaarden/stand?lid=${props.watched[0]?.member ?? ''}`}>{words.look}</a>
      </p>
    </Card>
  )
}

/** Everybody within reach whose consent runs, the worst first. */
export function WatchedPage(props: {
  readonly found: readonly WatchedConsent[]
  readonly today: Day
  readonly municipal: boolean
  readonly language: Language
}) {
  const { language } = props
  const words = watchingTexts[language]
  const open = (each: WatchedConsent) => each.threads.filter((thread) => ['waiting', 'late'].includes(threadStanding(thread, props.today))).length
  return (
    <div class="stack-l">
      <PageHead title={words.title} lead={props.municipal ? words.leads.caseManager : words.leads.coach} />
      <Card>
        <Table
          caption={words.title}
          captionHidden
          columns={[
            { key: 'member', label: words.columns.member, header: true, cell: (row) => <a href={`/voorwaarden/stand?lid=${row.member}`}>{row.memberName}</a> },
            { key: 'at', label: words.columns.at, cell: (row) => (props.municipal ? row.cooperativeName : row.municipalityName) },
            { key: 'colour', label: words.columns.colour, bare: true, cell: (row) => <ColourTag colour={worstOf(row.lines)} language={language} /> },
            { key: 'questions', label: words.columns.questions, numeric: true, cell: (row) => String(open(row)) },
          ]}
          rows={props.found}
          rowKey={(row) => row.request}
          empty={<Empty title={words.none} what={words.noneNext} />}
        />
      </Card>
    </div>
  )
}

/** How it stands with the consents of one member, with the questions that red lines asked. */
export function WatchedMemberPage(props: {
  readonly found: readonly WatchedConsent[]
  readonly own: boolean
  readonly today: Day
  readonly language: Language
  readonly keys: () => { csrf: string; key: string }
  readonly may: { readonly answer: boolean; readonly close: boolean }
  readonly problems: Problems | null
}) {
  const { found, language } = props
  const words = watchingTexts[language]
  const [first] = found
  const threads = found.flatMap((each) => each.threads)
  return (
    <div class="stack-l">
      {props.own ? null : <Crumbs items={[{ href: '/voorwaarden/stand', label: words.title }]} />}
      <PageHead
        title={props.own || !first ? words.title : fill(words.one, { member: first.memberName })}
        {...(props.own ? { lead: words.leads.member } : {})}
      />
      {found.length === 0 ? <Empty title={words.none} what={words.noneNext} /> : null}
      {threads.length > 0 ? (
        <>
          <h2>{words.questions}</h2>
          <ThreadList {...props} threads={threads} base="/voorwaarden/vragen" />
        </>
      ) : null}
      {found.map((each) => (
        <Card title={fill(words.consent, { municipality: each.municipalityName, cooperative: each.cooperativeName })} key={each.request}>
          <WatchLines lines={each.lines} language={language} />
          <p class="soft">{words.noSanction}</p>
          {props.may.answer ? <p class="soft">{words.released}</p> : null}
          <p>
            <a href={`/toestemmingen/${each.request}`}>{words.request}</a>
          </p>
        </Card>
      ))}
      <LawFold screen="conditions" />
    </div>
  )
}
