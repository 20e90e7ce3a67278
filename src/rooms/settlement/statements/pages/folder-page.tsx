import { type Day, daysBetween, longDay, longInstant, longMonth, shortDay } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { ButtonLink } from '#ui/fields.tsx'
import { Card, Duty, Empty, LinkList, PageHead, Tag, type Tone } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { firstToSend, type StatementStanding } from '../statement.rules.ts'
import type { Question, StatementLine } from '../statement.types.ts'
import { statementTexts } from '../statements.en.ts'
import { daysText } from './sheet.tsx'

export const TONES: Readonly<Record<StatementStanding, Tone>> = {
  toRelease: 'wait',
  changed: 'warn',
  released: 'info',
  noQuestions: 'ok',
  questioned: 'warn',
  answered: 'ok',
}

/** The proof folder: all months with what was sent and answered; for the office the same of all members. */
export function FolderPage(props: {
  lines: readonly StatementLine[]
  questions: readonly Question[]
  names: ReadonlyMap<MemberId, string> | null
  today: Day
  language: Language
}) {
  const { lines, names, language } = props
  const texts = statementTexts(language)
  const words = texts.folder
  const late = (dueOn: Day | null) => dueOn !== null && dueOn < props.today
  const duty = names === null ? firstToSend(lines) : undefined
  return (
    <div class={names ? 'wrap stack' : 'narrow stack'}>
      <PageHead title={names ? words.titleOffice : words.title} lead={names ? words.introOffice : words.intro} read={names === null} />
      {duty ? (
        <Duty
          days={duty.dueOn && !late(duty.dueOn) ? daysBetween(props.today, duty.dueOn) : null}
          title={fill(duty.standing === 'changed' ? words.changed : words.duty, { month: longMonth(duty.month, language) })}
          action={<ButtonLink href={addressOf(duty, false)}>{words.look}</ButtonLink>}
        >
          {duty.standing === 'changed' ? (
            <p>{words.changedNote}</p>
          ) : duty.dueOn ? (
            <p>{fill(late(duty.dueOn) ? texts.release.late : words.dutyNote, { day: longDay(duty.dueOn, language) })}</p>
          ) : null}
        </Duty>
      ) : null}
      {names ? (
        <Card title={words.questions}>
          {props.questions.length === 0 ? (
            <p>{words.noQuestions}</p>
          ) : (
            <LinkList
              items={props.questions.map((question) => ({
                href: `/opgaven/${question.month}?lid=${question.member}`,
                label: `${names.get(question.member) ?? ''} · ${longMonth(question.month, language)}`,
                note: question.words,
              }))}
            />
          )}
        </Card>
      ) : null}
      <Table
        caption={names ? words.titleOffice : words.title}
        captionHidden
        rows={lines}
        rowKey={(line) => `${line.month} ${line.member} ${line.municipality}`}
        empty={<Empty title={words.empty} what={words.emptyNext} />}
        columns={[
          {
            key: 'month',
            label: words.month,
            header: true,
            cell: (line) => (
              <>
                <a href={addressOf(line, names !== null)}>{longMonth(line.month, language)}</a>
                {line.days ? <div class="soft small">{daysText(line.days, language, shortDay)}</div> : null}
              </>
            ),
          },
          ...(names ? [{ key: 'member', label: words.member, cell: (line: StatementLine) => names.get(line.member) ?? '' }] : []),
          { key: 'standing', label: words.standing, bare: true, cell: (line) => <Tag tone={TONES[line.standing]}>{texts.standings[line.standing]}</Tag> },
          { key: 'due', label: words.due, cell: (line) => (line.dueOn ? shortDay(line.dueOn, language) : '') },
          ...(names
            ? [
                {
                  key: 'letter',
                  label: words.letter,
                  cell: (line: StatementLine) =>
                    line.standing === 'toRelease' || line.standing === 'changed' ? (
                      <a href={`/opgaven/${line.month}/brief?lid=${line.member}`}>{texts.letter.open}</a>
                    ) : (
                      ''
                    ),
                },
              ]
            : []),
          {
            key: 'proof',
            label: words.proof,
            cell: (line) => (line.last ? <a href={`/opgaven/${line.last.id}/pdf`}>{longInstant(line.last.releasedAt, language)}</a> : ''),
          },
        ]}
      />
      <p>
        <a href="/steekproeven">{words.samples}</a>
      </p>
    </div>
  )
}

/** Where a line is read: of a month with a move the part of its town. */
function addressOf({ month, member, municipality, days }: StatementLine, office: boolean): string {
  const asked = [...(office ? [`lid=${member}`] : []), ...(days ? [`gemeente=${municipality}`] : [])]
  return `/opgaven/${month}${asked.length > 0 ? `?${asked.join('&')}` : ''}`
}
