import { type Day, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import type { MemberId, PersonId } from '#rooms/access'
import { LawFold } from '#rooms/law'
import { ActionButton, Button, DayField, Form, HiddenField, RadioCards } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Empty, Fold, LinkList, PageHead, Progress } from '#ui/parts.tsx'
import { texts as shared } from '../coaching.en.ts'
import { trackOf } from '../here.ts'
import { texts } from './journeys.en.ts'
import { type StepStanding, TOOLS, type Tool, TRACKS, type Track } from './journeys.rules.ts'
import type { MemberTrack } from './journeys.ts'

const TOOL_OF: Readonly<Record<Track, Tool>> = {
  restAndBuild: 'nodig',
  plan: 'plan',
  moneyMatters: 'geldhulp',
  language: 'uren',
  withoutBenefit: 'voorwaarden',
}

type Props = {
  readonly member: MemberId
  readonly name: string
  readonly own: boolean
  readonly now: MemberTrack | null
  readonly today: Day
  readonly may: { readonly choose: boolean; readonly step: boolean }
  readonly language: Language
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: { readonly part: 'keuze' | 'stap'; readonly found: Problems } | null
}

/** What a member works on: the next step first, then all of them, and what helps. */
export function TrackPage(props: Props) {
  const { now, own, name, language } = props
  const words = texts[language].page
  const title = own ? words.own : fill(words.title, { name })
  return (
    <div class="narrow stack-l">
      {own ? null : <Crumbs items={[{ href: `/leden/${props.member}`, label: name }]} />}
      <PageHead
        {...(now ? { over: title, lead: texts[language].tracks[now.track].lead } : {})}
        title={now ? texts[language].tracks[now.track].name : title}
        read
      />
      {now ? <Now {...props} now={now} /> : <Empty title={own ? words.none : words.noneOf} what={fill(own ? words.noneText : words.noneOfText, { name })} />}
      {props.may.choose ? <Choose {...props} /> : null}
      <Tools {...props} />
      <LawFold screen="track" />
      <p class="soft">{fill(own ? words.secret : words.secretOf, { name })}</p>
    </div>
  )
}

function Now(props: Props & { readonly now: MemberTrack }) {
  const { now, own, language, member } = props
  const words = texts[language].page
  const who = own ? texts[language].who : texts[language].whoOf
  return (
    <>
      <Progress label={fill(words.progress, { done: now.done, of: now.steps.length })} value={now.done} max={now.steps.length} />
      {now.next ? (
        <Card title={words.next} look="lift">
          <p class="strong">{now.next[language].title}</p>
          <p>{now.next[language].why}</p>
          {now.next[language].help ? <p>{now.next[language].help}</p> : null}
          <p class="soft">{fill(words.turn, { who: who[now.next.who] })}</p>
          {props.may.step ? (
            <Form action={`${trackOf(member)}/stap`} keys={props.keys} problems={props.problems?.part === 'stap' ? props.problems.found : null} ids="stap">
              <HiddenField name="key" value={now.next.key} />
              <HiddenField name="done" value="ja" />
              <DayField name="on" label={words.doneOn} value={props.today} max={props.today} />
              <Button icon="check">{words.done}</Button>
            </Form>
          ) : null}
        </Card>
      ) : (
        <Alert tone="ok" title={words.allDone}>
          <p>{words.allDoneText}</p>
        </Alert>
      )}
      <Card title={words.steps}>
        <ol class="steps">
          {now.steps.map((standing) => (
            <li class={standing.done ? 'done' : undefined} aria-current={standing.step === now.next ? 'step' : undefined} key={standing.step.key}>
              <Step {...props} standing={standing} names={now.names} />
            </li>
          ))}
        </ol>
        <p class="soft">{fill(words.chosen, { day: longDay(now.on, language), name: now.by ?? shared[language].somebody })}</p>
      </Card>
      {now.newer && props.may.choose ? (
        <Alert tone="info">
          <p>{fill(words.newer, { version: now.newer })}</p>
          <ActionButton action={`${trackOf(member)}/keuze`} keys={props.keys} hidden={{ track: now.track }} look="secondary">
            {words.toNewer}
          </ActionButton>
        </Alert>
      ) : null}
    </>
  )
}

function Step(props: Props & { readonly standing: StepStanding; readonly names: ReadonlyMap<PersonId, string> }) {
  const { standing, language } = props
  const { step, done } = standing
  const words = texts[language].page
  const by = done?.by ? props.names.get(done.by) : null
  return (
    <div>
      <b>{step[language].title}</b>
      <div class="soft">
        {done ? fill(words.doneBy, { day: longDay(done.on, language), name: by ?? shared[language].somebody }) : `${words.open}. ${step[language].why}`}
      </div>
      {props.may.step ? (
        <ActionButton
          action={`${trackOf(props.member)}/stap`}
          keys={props.keys}
          hidden={{ key: step.key, done: done ? 'nee' : 'ja', on: props.today }}
          look="plain"
          size="small"
        >
          {done ? words.reopen : words.markDone}
          <span class="vh">{`: ${step[language].title}`}</span>
        </ActionButton>
      ) : null}
    </div>
  )
}

function Choose(props: Props) {
  const { now, language } = props
  const words = texts[language].page
  const problems = props.problems?.part === 'keuze' ? props.problems.found : null
  return (
    <Fold summary={now ? words.change : words.choose} open={!now || problems !== null}>
      <Form action={`${trackOf(props.member)}/keuze`} keys={props.keys} problems={problems} ids="keuze">
        <RadioCards
          name="track"
          label={words.track}
          hint={words.trackHint}
          value={now?.track ?? ''}
          options={[
            ...TRACKS.map((value) => ({ value, label: texts[language].tracks[value].name, hint: texts[language].tracks[value].lead })),
            ...(now ? [{ value: 'geen', label: words.noTrack }] : []),
          ]}
        />
        <Button look={now ? 'secondary' : 'primary'}>{words.save}</Button>
      </Form>
    </Fold>
  )
}

function Tools(props: Props) {
  const { now, language, member } = props
  const words = texts[language].page
  const link = (tool: Tool) => {
    const [label = '', note = ''] = texts[language].tools[tool]
    return { href: `${trackOf(member)}/${tool}`, label, note, icon: 'paper' as const }
  }
  const first = now ? TOOL_OF[now.track] : null
  return (
    <>
      {first ? (
        <Card title={words.tools}>
          <LinkList items={[link(first)]} />
        </Card>
      ) : null}
      <Fold summary={words.otherTools} open={!first}>
        <LinkList items={TOOLS.filter((tool) => tool !== first).map(link)} />
      </Fold>
    </>
  )
}
