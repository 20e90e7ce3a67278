import type { Day } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { type Thread, ThreadList } from '#rooms/threads'
import { ActionButton, Actions, Button, ButtonLink, Form, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Facts, LinkList, PageHead, Progress } from '#ui/parts.tsx'
import { modelCalled } from '../papers/models.rules.ts'
import { OwnNumbers } from './questions/questions-cards.tsx'
import { nl } from './starting.nl.ts'
import type { PathStanding, StartPath, StartStep } from './starting.rules.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** The own path: the step that is now, every phase with its steps, and whether the network looks along. */
export function StartPage(props: { readonly path: StartPath; readonly standing: PathStanding; readonly shared: boolean; readonly keys: Keys }) {
  const { path, standing, shared } = props
  const municipal = path.code === 'gemeente'
  const ready = municipal ? nl.readyTown : nl.ready
  return (
    <div class="stack-l">
      <PageHead title={nl.title} lead={municipal ? nl.about.gemeente : nl.about.initiatief} />
      <Progress
        label={fill(standing.done === 1 ? nl.progress.one : nl.progress.more, { done: standing.done, all: standing.all })}
        value={standing.done}
        max={standing.all}
      />
      {standing.next ? (
        <Card title={fill(nl.next, { step: standing.next.title })} look="lift">
          <p>{standing.next.why}</p>
          <Actions>
            <ButtonLink href={`/startpad/${standing.next.key}`}>{nl.open}</ButtonLink>
          </Actions>
        </Card>
      ) : (
        <Alert tone="ok" title={ready.title}>
          <p>{ready.words}</p>
          {municipal ? null : <ButtonLink href="/aanmeldingen">{nl.ready.go}</ButtonLink>}
        </Alert>
      )}
      {standing.phases.map(({ title, steps }, at) => (
        <Card key={title} title={`${at + 1}. ${title}`}>
          <LinkList
            items={steps.map(({ step, done }) => ({
              href: `/startpad/${step.key}`,
              label: step.title,
              icon: done ? 'check' : 'clock',
              note: done ? nl.done : nl.todo,
            }))}
          />
        </Card>
      ))}
      <Card title={nl.share.title}>
        <p>{shared ? nl.share.yes : nl.share.no}</p>
        <ActionButton action="/startpad/delen" keys={props.keys} hidden={{ delen: shared ? 'nee' : 'ja' }} look="secondary">
          {shared ? nl.share.stop : nl.share.start}
        </ActionButton>
      </Card>
    </div>
  )
}

/** One step: why, who, how long, an example, the papers, what others learned, and questions to the network. */
export function StepPage(props: {
  readonly step: StartStep
  readonly ticked: boolean
  /** Answers of the knowledge that belong to it. */
  readonly answers: readonly { readonly slug: string; readonly title: string }[]
  readonly questions: readonly Thread[]
  readonly numbered: Parameters<typeof OwnNumbers>[0]['questions']
  readonly children?: preact.ComponentChildren
  readonly learned: preact.ComponentChildren
  readonly lessons: preact.ComponentChildren
  readonly today: Day
  readonly keys: () => Keys
  readonly problems: Problems | null
  readonly language: Language
}) {
  const { step, ticked } = props
  const words = nl.step
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/startpad', label: nl.title }]} />
      <PageHead title={step.title} lead={step.why} />
      <Facts
        items={[
          { label: words.who, value: step.who },
          { label: words.long, value: step.long },
          { label: words.example, value: step.example },
        ]}
      />
      {props.learned}
      {step.papers.length > 0 ? (
        <Card title={words.papers}>
          <LinkList items={step.papers.map((code) => ({ href: `/stukken/${code}`, label: modelCalled(code)?.title ?? code, icon: 'paper' as const }))} />
        </Card>
      ) : null}
      {props.answers.length > 0 ? (
        <Card title={words.answers}>
          <LinkList items={props.answers.map(({ slug, title }) => ({ href: `/kennis/${slug}`, label: title, icon: 'book' as const }))} />
        </Card>
      ) : null}
      {step.href ? (
        <Card title={words.go}>
          <Actions>
            <ButtonLink href={step.href}>{words.goLabel}</ButtonLink>
          </Actions>
        </Card>
      ) : null}
      {props.children}
      {step.proof ? (
        <p class="soft">{words.known}</p>
      ) : (
        <ActionButton
          action={`/startpad/${step.key}/stand`}
          keys={props.keys()}
          hidden={{ stand: ticked ? 'open' : 'klaar' }}
          look={ticked ? 'secondary' : 'primary'}
        >
          {ticked ? words.untick : words.tick}
        </ActionButton>
      )}
      {props.lessons}
      <Card title={words.questions}>
        <OwnNumbers questions={props.numbered} />
        <ThreadList
          threads={props.questions}
          today={props.today}
          language={props.language}
          keys={props.keys}
          base={`/startpad/${step.key}`}
          may={{ answer: false, close: false }}
          problems={null}
        />
        <Form action={`/startpad/${step.key}/vragen`} keys={props.keys()} problems={props.problems}>
          <TextArea name="words" label={words.ask} hint={words.askHint} rows={3} maxLength={1000} />
          <Actions>
            <Button look="secondary">{words.send}</Button>
          </Actions>
        </Form>
      </Card>
    </div>
  )
}
