import { type Day, dayOf, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import type { OrganisationId } from '#rooms/access'
import { ActionButton, Actions, Button, Form, RadioCards, SelectField, TextArea } from '#ui/fields.tsx'
import { Quoted } from '#ui/guides.tsx'
import { Alert, Card, Crumbs, Empty, Facts, LinkList, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { nl as links } from '../links/links.nl.ts'
import type { Peer } from '../links/links.ts'
import { aboutOf, sentenceOf, wordsOf } from '../links/links-pages.tsx'
import { nl } from './introductions.nl.ts'
import { agendaOf, type IntroductionWord, introductionKeptUntil, mayLookBack, otherOf, USEFUL, waitsFor } from './introductions.rules.ts'
import type { IntroductionView } from './introductions.ts'

type Keys = { readonly csrf: string; readonly key: string }
const TONES = { waits: 'wait', declined: 'info', withdrawn: 'info', open: 'ok', done: 'ok' } as const

/** What was asked and answered before, above the list of whom one can ask. */
export function IntroductionList(props: { readonly views: readonly IntroductionView[]; readonly own: OrganisationId }) {
  if (props.views.length === 0) return null
  return (
    <Card title={nl.list.title}>
      <LinkList
        items={props.views.map(({ introduction, names, standing }) => ({
          href: `/kennismakingen/${introduction.id}`,
          label: fill(nl.list.with, { name: names.get(otherOf(introduction, props.own)) ?? '' }),
          note: nl.standings[standing],
        }))}
      />
    </Card>
  )
}

/** Asking one organisation to meet. */
export function AskIntroductionPage(props: { readonly peer: Peer; readonly keys: Keys; readonly problems: Problems | null }) {
  const { peer } = props
  const words = nl.ask
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/kennismaken', label: nl.list.back }]} />
      <PageHead title={fill(words.title, { name: peer.name })} lead={words.lead} />
      <Card title={words.why}>
        <p>{aboutOf(peer.profile)}</p>
        {peer.match ? <p>{sentenceOf(peer.match)}</p> : null}
        <ul>
          {(peer.match?.reasons ?? []).flatMap(wordsOf).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </Card>
      <Form action={`/kennismaken/${peer.organisation}`} keys={props.keys} problems={props.problems}>
        <TextArea name="words" label={words.words} hint={words.wordsHint} maxLength={600} />
        <Actions>
          <Button>{words.send}</Button>
        </Actions>
      </Form>
    </div>
  )
}

type OneProps = {
  readonly view: IntroductionView & { readonly words: readonly IntroductionWord[] }
  readonly own: OrganisationId
  readonly today: Day
  readonly keys: () => Keys
  readonly problems: Problems | null
}

/** One introduction: what was asked, the answers, a proposal for the talk, and what was written. */
export function IntroductionPage(props: OneProps) {
  const { view, own } = props
  const { introduction, names, standing } = view
  const words = nl.one
  const open = standing === 'open' || standing === 'done'
  const proposed = introduction.asker !== introduction.tenant
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/kennismaken', label: nl.list.back }]} />
      <PageHead title={fill(words.title, { name: names.get(otherOf(introduction, own)) ?? '' })} />
      <Card>
        <p>
          <Tag tone={TONES[standing]}>{nl.standings[standing]}</Tag>
        </p>
        <p>
          {fill(proposed ? words.proposed : words.asked, {
            name: `${introduction.askedName} (${names.get(introduction.asker) ?? ''})`,
            day: longDay(dayOf(introduction.askedAt)),
          })}
        </p>
        <Quoted>{introduction.words}</Quoted>
        <Facts
          items={[
            { label: words.desk, value: nl.desks[introduction.desk] },
            ...(introduction.topics.length > 0 ? [{ label: words.topics, value: introduction.topics.map((topic) => links.topics[topic]).join(', ') }] : []),
          ]}
        />
        {introduction.answers.map((answer) => (
          <Quoted
            key={answer.organisation}
            source={`${fill(answer.yes ? words.said.yes : words.said.no, { name: answer.name, organisation: names.get(answer.organisation) ?? '' })}, ${longDay(dayOf(answer.at))}`}
          >
            {answer.words ?? (answer.yes ? words.yes : words.no)}
          </Quoted>
        ))}
      </Card>
      {standing === 'waits' ? <Answering {...props} /> : null}
      {mayLookBack(introduction, own, props.today) ? <LookingBack {...props} /> : null}
      {open ? <Talking {...props} /> : null}
      <p class="soft">{fill(words.kept, { day: longDay(introductionKeptUntil(introduction, view.words.at(-1)?.at ?? null)) })}</p>
    </div>
  )
}

function Answering(props: OneProps) {
  const { introduction, names } = props.view
  const words = nl.one
  const waiting = waitsFor(introduction)
  if (introduction.asker === props.own || !waiting.includes(props.own)) {
    return (
      <Alert tone="wait" title={fill(words.waitsOther, { name: waiting.map((each) => names.get(each) ?? '').join(', ') })}>
        {introduction.asker === props.own ? (
          <ActionButton action={`/kennismakingen/${introduction.id}/intrekking`} keys={props.keys()} look="secondary">
            {words.withdraw}
          </ActionButton>
        ) : null}
      </Alert>
    )
  }
  return (
    <Card title={words.waitsOwn}>
      <Form action={`/kennismakingen/${introduction.id}/antwoord`} keys={props.keys()} problems={props.problems}>
        <RadioCards
          name="answer"
          label={words.waitsOwn}
          options={[
            { value: 'ja', label: words.yes },
            { value: 'nee', label: words.no },
          ]}
          columns={2}
        />
        <TextArea name="words" label={words.words} maxLength={400} optional />
        <Actions>
          <Button>{words.answer}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

function Talking(props: OneProps) {
  const { introduction, words: written, names } = props.view
  const words = nl.one
  return (
    <>
      <Card title={words.agenda}>
        <ol>
          {agendaOf(introduction.topics).map((line) => (
            <li key={line}>
              {line === 'meet' || line === 'wrong' || line === 'agree' ? words.lines[line] : fill(words.lines.topic, { topic: links.topics[line] })}
            </li>
          ))}
        </ol>
        <p class="soft">{words.agendaNote}</p>
      </Card>
      <Card title={words.thread}>
        {written.length === 0 ? <p>{words.threadNone}</p> : null}
        {written.map((each) => (
          <Quoted key={each.at.toString()} source={`${each.name} (${names.get(each.organisation) ?? ''}), ${longDay(dayOf(each.at))}`}>
            {each.words}
          </Quoted>
        ))}
        <Form action={`/kennismakingen/${introduction.id}/berichten`} keys={props.keys()} problems={props.problems}>
          <TextArea name="words" label={words.write} maxLength={2000} />
          <Actions>
            <Button>{words.send}</Button>
          </Actions>
        </Form>
      </Card>
    </>
  )
}

function LookingBack(props: OneProps) {
  const words = nl.one.back
  return (
    <Card title={words.title} look="wait">
      <p>{words.lead}</p>
      <Form action={`/kennismakingen/${props.view.introduction.id}/terugblik`} keys={props.keys()} problems={props.problems}>
        <RadioCards name="useful" label={words.useful} options={USEFUL.map((useful) => ({ value: useful, label: nl.useful[useful] }))} columns={3} />
        <TextArea name="words" label={words.words} maxLength={600} optional />
        <Actions>
          <Button>{words.send}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

/** The network's page: who tells what, who meets whom, and proposing two. */
export function OverseeIntroductionsPage(props: {
  readonly profiles: readonly Omit<Peer, 'match'>[]
  readonly views: readonly IntroductionView[]
  readonly keys: Keys
  readonly problems: Problems | null
}) {
  const words = nl.network
  const waiting = props.views.filter(({ standing }) => standing === 'waits').length
  const options = props.profiles.map(({ organisation, name }) => ({ value: organisation as string, label: name }))
  const topics = (all: readonly (keyof typeof links.topics)[]) => all.map((topic) => links.topics[topic]).join(', ')
  return (
    <div class="stack-l">
      <Crumbs items={[{ href: '/netwerk', label: 'Netwerk' }]} />
      <PageHead
        title={words.title}
        lead={waiting > 0 ? `${words.lead} ${waiting === 1 ? words.waiting.one : fill(words.waiting.more, { count: waiting })}` : words.lead}
      />
      {props.views.length === 0 ? <p>{words.noIntroductions}</p> : null}
      {props.views.length > 0 ? (
        <Table
          caption={words.introductions}
          rows={props.views}
          rowKey={({ introduction }) => introduction.id}
          columns={[
            { key: 'who', label: words.columns.who, header: true, cell: (view) => bothOf(view) },
            { key: 'since', label: words.columns.since, cell: ({ introduction }) => longDay(dayOf(introduction.askedAt)) },
            { key: 'standing', label: words.columns.standing, cell: ({ standing }) => <Tag tone={TONES[standing]}>{nl.standings[standing]}</Tag> },
            { key: 'useful', label: words.columns.useful, cell: ({ introduction }) => introduction.looks.map(({ useful }) => nl.useful[useful]).join(', ') },
          ]}
        />
      ) : null}
      {props.profiles.length === 0 ? <Empty title={words.profiles} what={words.none} /> : null}
      {props.profiles.length > 0 ? (
        <Table
          caption={words.profiles}
          rows={props.profiles}
          rowKey={({ organisation }) => organisation}
          columns={[
            { key: 'name', label: words.columns.name, header: true, cell: ({ name }) => name },
            { key: 'about', label: words.columns.about, cell: ({ profile }) => aboutOf(profile) },
            {
              key: 'knows',
              label: words.columns.knows,
              cell: ({ profile }) => topics((Object.keys(profile.knows) as (keyof typeof links.topics)[]).filter((topic) => profile.knows[topic] === 'well')),
            },
            { key: 'seeks', label: words.columns.seeks, cell: ({ profile }) => topics(profile.seeks) },
          ]}
        />
      ) : null}
      {props.profiles.length > 1 ? (
        <Card title={words.propose}>
          <Form action="/netwerk/kennismaken" keys={props.keys} problems={props.problems}>
            <SelectField name="one" label={words.one} options={options} empty="" />
            <SelectField name="two" label={words.two} options={options} empty="" />
            <TextArea name="words" label={words.words} maxLength={600} />
            <Actions>
              <Button>{words.send}</Button>
            </Actions>
          </Form>
        </Card>
      ) : null}
    </div>
  )
}

function bothOf({ introduction, names }: IntroductionView): string {
  return `${names.get(introduction.tenant) ?? ''} – ${names.get(introduction.other) ?? ''}`
}
