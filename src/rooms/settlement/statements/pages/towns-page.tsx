import { type Day, firstDay, longInstant, longMonth, type Month, monthAfter } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { type Cents, negate, sum, ZERO } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { articlesEn, articlesNl, costKindName } from '#rooms/agreements'
import { LawFold } from '#rooms/law'
import { Actions, ButtonLink } from '#ui/fields.tsx'
import { Alert, Amount, Card, Crumbs, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { type MonthFigures, paidOutTotal, reportsTheSame } from '../statement.rules.ts'
import type { Question, SentStatement } from '../statement.types.ts'
import { statementTexts } from '../statements.en.ts'
import type { MonthStatements, TownMonth } from '../statements.ts'
import { QuestionList } from './question-list.tsx'
import { WrongForm } from './release-page.tsx'
import { daysText } from './sheet.tsx'

type Props = NonNullable<MonthStatements['moved']> & {
  readonly sent: readonly SentStatement[]
  readonly questions: readonly Question[]
  readonly member: MemberId
  readonly own: boolean
  readonly today: Day
  readonly language: Language
  readonly keys: () => { csrf: string; key: string }
  readonly problems: Problems | null
}

/** A month in which the member moved: what each town is told, how that adds up, and where each statement stands. */
export function TownsPage(props: Props) {
  const { whole, towns, own, language } = props
  const texts = statementTexts(language)
  const words = texts.towns
  const month = longMonth(whole.month, language)
  return (
    <div class="narrow stack stack-l">
      <Crumbs items={[{ href: '/opgaven', label: own ? texts.folder.title : texts.folder.titleOffice }]} />
      <PageHead title={fill(own ? words.title : words.titleOf, { month, name: whole.name })} lead={own ? words.lead : words.leadOf} read={own} />
      {towns.map((town) => (
        <TownCard {...props} town={town} key={town.municipality} />
      ))}
      <Card title={own ? words.together : words.togetherOf}>
        <Table
          caption={own ? words.together : words.togetherOf}
          captionHidden
          rows={rowsOf(props)}
          rowKey={(row) => row.label}
          columns={[
            { key: 'what', label: texts.sheet.what, header: true, cell: (row) => row.label },
            ...towns.map((town, nr) => ({
              key: `town${nr}`,
              label: nameOf(town, language),
              numeric: true,
              cell: (row: Row) => <Amount cents={row.parts[nr] ?? ZERO} />,
            })),
            { key: 'all', label: words.all, numeric: true, cell: (row: Row) => <Amount cents={row.all} /> },
          ]}
        />
        <p>{words.how}</p>
        <p class="soft">{words.exempt}</p>
      </Card>
      <LawFold screen="monthStatement" />
      <WrongForm {...props} month={whole.month} />
      <QuestionList questions={props.questions} language={language} reader={own ? 'member' : 'office'} today={props.today} keys={props.keys} />
    </div>
  )
}

/** One town: its days, where its statement stands, and the way to it. */
function TownCard(props: Props & { town: TownMonth }) {
  const { town, own, language, member, today } = props
  const words = statementTexts(language).towns
  const name = nameOf(town, language)
  const { month, days = [] } = town.figures
  const last = props.sent.find(({ municipality }) => municipality === town.municipality)
  const isSent = last !== undefined && town.draft !== null && reportsTheSame(last.content, town.draft.content)
  const mayBeSent = own && !isSent && firstDay(monthAfter(month)) <= today
  return (
    <Card title={name}>
      <p>{daysText(days, language)}</p>
      {last && !isSent ? (
        <Alert tone="warn">
          <p>{words.changed}</p>
        </Alert>
      ) : null}
      {last && isSent ? <p>{fill(words.sent, { at: longInstant(last.releasedAt, language), version: last.version })}</p> : null}
      {town.draft ? (
        <Actions>
          <ButtonLink href={addressOf(month, town, own ? null : member)} look={mayBeSent ? 'primary' : 'secondary'}>
            {fill(mayBeSent ? words.lookSend : words.look, { town: name })}
          </ButtonLink>
        </Actions>
      ) : (
        <p>{fill(town.municipality ? words.noneAsked : words.unknown, { town: name })}</p>
      )}
    </Card>
  )
}

function addressOf(month: Month, { municipality }: TownMonth, member: MemberId | null): string {
  return `/opgaven/${month}?gemeente=${municipality}${member ? `&lid=${member}` : ''}`
}

function nameOf({ figures }: TownMonth, language: Language): string {
  return figures.municipality || statementTexts(language).towns.elsewhere
}

type Row = { readonly label: string; readonly parts: readonly Cents[]; readonly all: Cents }

/** What adds up: turnover, costs by kind, what was left, each share and what was paid; what stands in a pot on a day does not. */
function rowsOf({ whole, towns, language }: Props): Row[] {
  const texts = statementTexts(language)
  const kinds = language === 'en' ? articlesEn : articlesNl
  const row = (label: string, read: (figures: MonthFigures) => Cents): Row => ({ label, parts: towns.map(({ figures }) => read(figures)), all: read(whole) })
  const costOf = (figures: MonthFigures, kind: string) => negate(sum(figures.costs.filter((each) => each.kind === kind).map(({ cents }) => cents)))
  const shareOf = (figures: MonthFigures, receiver: string) => sum(figures.parts.filter((each) => each.receiver === receiver).map(({ cents }) => cents))
  return [
    row(texts.sheet.turnover, ({ turnover }) => turnover),
    ...whole.costs.map(({ kind }) => row(fill(texts.sheet.costs, { kind: costKindName(kind, kinds).toLowerCase() }), (figures) => costOf(figures, kind))),
    row(texts.sheet.result, ({ result }) => result),
    ...whole.parts.map(({ receiver }) => row(texts.receivers[receiver], (figures) => shareOf(figures, receiver))),
    row(texts.towns.paid, paidOutTotal),
  ]
}
