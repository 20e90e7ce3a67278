import { type Day, dayOf, longDay, longInstant } from '#kit/day.ts'
import { type Problems, typedValue } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { Actions, Button, ButtonLink, CheckCards, Form, RadioCards, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Crumbs, Empty, LinkList, PageHead, Tag, type Tone } from '#ui/parts.tsx'
import { nl as words } from '../knowledge.nl.ts'
import { TOPICS } from '../knowledge.rules.ts'
import { nl } from './asking.nl.ts'
import { ANSWER_DAYS, isOpen, type KnowledgeQuestion, type QuestionStanding, questionStanding, SHOWN_TO } from './asking.rules.ts'
import type { Names } from './asking.ts'
import { roleOf } from './tending.ts'

type Keys = { readonly csrf: string; readonly key: string }

const TONES: Readonly<Record<QuestionStanding, Tone>> = {
  open: 'wait',
  late: 'wrong',
  answered: 'ok',
  helped: 'ok',
  article: 'ok',
  withdrawn: 'plain',
  hidden: 'warn',
}

/** How a question stands, in a word. */
export function StandingTag({ standing }: { readonly standing: QuestionStanding }) {
  return <Tag tone={TONES[standing]}>{nl.standings[standing]}</Tag>
}

/** The questions of who takes part: one's own, what waits for an answer, and what was answered. */
export function QuestionsPage(props: {
  readonly questions: readonly KnowledgeQuestion[]
  readonly names: Names
  readonly typed: string
  readonly me: string
  readonly mayAsk: boolean
  readonly today: Day
}) {
  const standing = (each: KnowledgeQuestion) => questionStanding(each, props.today)
  const own = props.questions.filter(({ askedBy }) => askedBy === props.me)
  const others = props.questions.filter(({ askedBy }) => askedBy !== props.me)
  const groups = [
    [nl.own, own],
    [nl.open, others.filter((each) => isOpen(standing(each)))],
    [nl.answered, others.filter((each) => !isOpen(standing(each)))],
  ] as const
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/kennis', label: nl.knowledge }]} />
      <PageHead title={nl.title} lead={nl.lead} />
      {props.mayAsk ? (
        <Actions>
          <ButtonLink href={askAddress(props.typed)} icon="plus">
            {nl.ask}
          </ButtonLink>
        </Actions>
      ) : null}
      <Form action="/kennisvragen" method="get" label={nl.search.label} class="form find">
        <TextField name="zoek" label={nl.search.field} value={props.typed} maxLength={120} optional />
        <Actions>
          <Button look="secondary" icon="search">
            {nl.search.go}
          </Button>
          {props.typed ? (
            <ButtonLink href="/kennisvragen" look="plain">
              {nl.search.clear}
            </ButtonLink>
          ) : null}
        </Actions>
      </Form>
      {props.questions.length === 0 ? (
        <Empty title={props.typed ? nl.noneFound : nl.none} what={props.typed ? nl.noneFoundNext : nl.noneNext} />
      ) : (
        groups.map(([title, questions]) =>
          questions.length > 0 ? (
            <section class="stack-s" key={title}>
              <h2>{title}</h2>
              <LinkList
                items={questions.map((each) => ({
                  href: `/kennisvragen/${each.id}`,
                  icon: 'question',
                  label: (
                    <>
                      {each.title} <StandingTag standing={standing(each)} />
                    </>
                  ),
                  note: noteOf(each, props.names, standing(each)),
                }))}
              />
            </section>
          ) : null,
        )
      )}
    </div>
  )
}

/** Where a question is asked, with the words of a search that found nothing. */
export function askAddress(typed: string): string {
  return typed ? `/kennisvragen/nieuw?${new URLSearchParams({ vraag: typed })}` : '/kennisvragen/nieuw'
}

function noteOf(question: KnowledgeQuestion, names: Names, standing: QuestionStanding): string {
  const from = fill(nl.line, {
    role: capital(roleOf(question.role)),
    organisation: names.get(question.tenant) ?? '',
    day: longDay(dayOf(question.askedAt)),
  })
  return isOpen(standing) ? `${from}. ${fill(nl.until, { day: longDay(question.lastDay) })}` : `${from}. ${countOf(question.answers)}`
}

function countOf(count: number): string {
  if (count === 0) return nl.answersOf.none
  return count === 1 ? nl.answersOf.one : fill(nl.answersOf.more, { count })
}

/** The form for a question; a second button appears only after the question about what may be of a person. */
export function AskQuestionPage(props: { readonly title: string; readonly asked: boolean; readonly keys: Keys; readonly problems: Problems | null }) {
  const { problems } = props
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/kennisvragen', label: nl.title }]} />
      <PageHead title={nl.form.title} lead={fill(nl.form.lead, { days: ANSWER_DAYS })} />
      <Form action="/kennisvragen" keys={props.keys} problems={problems}>
        <TextField name="title" label={nl.form.question} value={typedValue(problems, 'title', props.title)} maxLength={140} />
        <TextArea name="words" label={nl.form.words} hint={nl.form.wordsHint} value={typedValue(problems, 'words')} rows={6} maxLength={2000} optional />
        <CheckCards
          name="topics"
          label={nl.form.topics}
          options={TOPICS.map((topic) => ({ value: topic, label: words.topics[topic] }))}
          values={[]}
          columns={2}
        />
        <RadioCards
          name="shownTo"
          label={nl.form.shownTo}
          value={typedValue(problems, 'shownTo', 'everybody')}
          options={SHOWN_TO.map((value) => ({ value, label: nl.form.shown[value], hint: nl.form.shownNotes[value] }))}
        />
        <Actions>
          <Button>{nl.form.send}</Button>
          {props.asked ? (
            <Button look="plain" name="anyway" value="ja">
              {nl.form.anyway}
            </Button>
          ) : null}
        </Actions>
      </Form>
    </div>
  )
}

/** What a standing tells above the answers. */
export function StandingAlert(props: { readonly question: KnowledgeQuestion; readonly standing: QuestionStanding }) {
  const { question, standing } = props
  if (standing === 'withdrawn') return <Alert tone="info">{nl.one.withdrawn}</Alert>
  if (standing === 'hidden') return <Alert tone="warn">{fill(nl.one.hidden, { why: question.hiddenWhy ?? '' })}</Alert>
  if (question.slug) {
    return (
      <Alert tone="ok">
        <p>{nl.one.article}</p>
        <p>
          <a href={`/kennis/${question.slug}`}>{nl.one.toArticle}</a>
        </p>
      </Alert>
    )
  }
  if (question.item) return <Alert tone="info">{nl.one.made}</Alert>
  return question.answers === 0 ? <Alert tone="wait">{fill(nl.one.noAnswers, { day: longDay(question.lastDay) })}</Alert> : null
}

/** Who asked or answered and when: by role and organisation, never by name. */
export function saidBy(
  line: string,
  facts: { readonly role: string; readonly organisation: string; readonly at: Parameters<typeof longInstant>[0] },
  names: Names,
): string {
  return fill(line, { role: roleOf(facts.role), organisation: names.get(facts.organisation) ?? '', at: longInstant(facts.at) })
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
