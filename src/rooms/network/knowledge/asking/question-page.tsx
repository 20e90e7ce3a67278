import { type Day, longInstant } from '#kit/day.ts'
import { type Problems, typedValue } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { ActionButton, Actions, Button, ButtonLink, Form, SelectField, TextArea } from '#ui/fields.tsx'
import { Card, Crumbs, PageHead, Quoted, Tag } from '#ui/parts.tsx'
import { nl as words } from '../knowledge.nl.ts'
import { nl } from './asking.nl.ts'
import { type KnowledgeAnswer, type KnowledgeQuestion, questionStanding } from './asking.rules.ts'
import type { Names } from './asking.ts'
import { capital, StandingAlert, StandingTag, saidBy } from './asking-pages.tsx'

type Keys = { readonly csrf: string; readonly key: string }
type Props = {
  readonly question: KnowledgeQuestion
  readonly answers: readonly KnowledgeAnswer[]
  readonly names: Names
  readonly me: string
  readonly today: Day
  /** Who may take it up, where the reader sits at the desk of the network. */
  readonly desk: readonly { readonly id: string; readonly name: string }[] | null
  /** Whether the answer was sent and is asked about. */
  readonly asked: boolean
  readonly keys: () => Keys
  readonly problems: Problems | null
}

/** One question with its answers, and what the reader can do with it. */
export function QuestionPage(props: Props) {
  const { question } = props
  const standing = questionStanding(question, props.today)
  const own = question.askedBy === props.me
  const from = { role: question.role, organisation: question.tenant, at: question.askedAt }
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/kennisvragen', label: nl.title }]} />
      <PageHead title={question.title} over={question.topics.map((topic) => words.topics[topic]).join(', ')} lead={<StandingTag standing={standing} />} />
      <div class="stack-s">
        <p class="soft">{own ? fill(nl.one.mine, { at: longInstant(question.askedAt) }) : saidBy(nl.one.asked, from, props.names)}</p>
        {question.words ? <Written text={question.words} /> : null}
        {question.hiddenAt ? null : <p class="soft">{nl.one.seenBy[question.shownTo]}</p>}
      </div>
      <StandingAlert question={question} standing={standing} />
      {props.answers.length > 0 ? (
        <section class="stack">
          <h2>{nl.one.answers}</h2>
          {props.answers.map((answer) => (
            <Answer key={answer.id} {...props} answer={answer} own={own} />
          ))}
        </section>
      ) : null}
      {question.hiddenAt ? null : <Answering {...props} />}
      {own && !question.hiddenAt ? (
        <div class="stack-s">
          <p class="soft">{nl.one.withdrawHint}</p>
          <ActionButton action={`/kennisvragen/${question.id}/intrekking`} keys={props.keys()} look="plain">
            {nl.one.withdraw}
          </ActionButton>
        </div>
      ) : null}
      {props.desk && !question.hiddenAt ? <Desk {...props} desk={props.desk} /> : null}
    </div>
  )
}

function Answer(props: Props & { readonly answer: KnowledgeAnswer; readonly own: boolean }) {
  const { answer, question, me } = props
  const mine = answer.answeredBy === me
  const by = mine ? fill(nl.one.yours, { at: longInstant(answer.at) }) : saidBy(capital(nl.one.wrote), answer, props.names)
  return (
    <div class="stack-s">
      <Quoted source={capital(by)}>
        <Written text={answer.words} />
      </Quoted>
      {answer.helped ? <Tag tone="ok">{nl.one.helped}</Tag> : null}
      {answer.thanks > 0 ? <p class="soft">{answer.thanks === 1 ? nl.one.thanks.one : fill(nl.one.thanks.more, { count: answer.thanks })}</p> : null}
      <Actions>
        {!mine && !question.hiddenAt && !answer.thanked ? (
          <ActionButton action={`/kennisvragen/${question.id}/antwoorden/${answer.id}/dank`} keys={props.keys()} look="secondary">
            {props.own ? nl.one.itHelped : nl.one.thank}
          </ActionButton>
        ) : null}
        {props.desk && !question.item ? (
          <ButtonLink href={`/netwerk/kennis/nieuw/tekst?vraag=${question.id}&antwoord=${answer.id}`} icon="pencil">
            {nl.one.makeArticle}
          </ButtonLink>
        ) : null}
      </Actions>
      {answer.thanked && !props.own ? <p class="soft">{nl.one.thanked}</p> : null}
    </div>
  )
}

function Answering(props: Props) {
  return (
    <Card title={props.answers.length > 0 ? nl.one.more : nl.one.answerTitle}>
      <Form action={`/kennisvragen/${props.question.id}/antwoorden`} keys={props.keys()} problems={props.problems}>
        <TextArea name="words" label={nl.one.words} hint={nl.one.wordsHint} value={typedValue(props.problems, 'words')} rows={5} maxLength={3000} />
        <Actions>
          <Button>{nl.one.answer}</Button>
          {props.asked ? (
            <Button look="plain" name="anyway" value="ja">
              {nl.one.anyway}
            </Button>
          ) : null}
        </Actions>
      </Form>
    </Card>
  )
}

function Desk(props: Props & { readonly desk: readonly { readonly id: string; readonly name: string }[] }) {
  const { question, desk } = props
  const holder = question.holder ? (desk.find(({ id }) => id === question.holder)?.name ?? nl.desk.gone) : nl.desk.nobody
  const address = `/kennisvragen/${question.id}`
  return (
    <Card title={nl.desk.title}>
      <p>{`${nl.desk.holder} ${holder}`}</p>
      {question.holder === props.me ? null : (
        <ActionButton action={`${address}/eigenaar`} keys={props.keys()} look="secondary">
          {nl.desk.take}
        </ActionButton>
      )}
      <Form action={`${address}/eigenaar`} keys={props.keys()} label={nl.desk.give}>
        <SelectField
          name="holder"
          label={nl.desk.give}
          value={question.holder ?? props.me}
          options={desk.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Actions>
          <Button look="secondary">{nl.desk.giveGo}</Button>
        </Actions>
      </Form>
      <Form action={`${address}/verberging`} keys={props.keys()} label={nl.desk.hideTitle} ids="verberg-">
        <TextArea name="why" label={nl.desk.hideWhy} hint={nl.desk.hideHint} rows={2} maxLength={300} />
        <Actions>
          <Button look="secondary">{nl.desk.hide}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

function Written({ text }: { readonly text: string }) {
  return (
    <>
      {text.split('\n').map((line, index) => (
        <span key={index}>
          {index > 0 ? <br /> : null}
          {line}
        </span>
      ))}
    </>
  )
}
