import { type Problems, typedValue } from '#kit/form.ts'
import { pageAddress, pageOf } from '#kit/paging.ts'
import { fill, list } from '#kit/text.ts'
import { Actions, Button, ButtonLink, CheckCards, FieldGroup, Form, RadioCards, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Quoted } from '#ui/guides.tsx'
import { Pager } from '#ui/pager.tsx'
import { Card, Empty, Fold, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { nl } from './links.nl.ts'
import type { Peer, Peers } from './links.ts'
import { ACROSS_WEIGHTS, type Match, type Reason, USUAL_WEIGHTS } from './matching.rules.ts'
import { narrowed, PEERS_ON_A_PAGE, type WantedPeers } from './narrowing.rules.ts'
import { BANDS, KINDS, PHASES, type Profile, SHOWN_TO, TOPICS, type Topic, WAYS } from './profile.rules.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** What the own organisation tells of its experience. */
export function KeepProfilePage(props: {
  readonly own: Profile | null
  readonly kind: Profile['kind']
  readonly keys: Keys
  readonly problems: Problems | null
}) {
  const { own, problems } = props
  const words = nl.keep
  const was = (name: string, otherwise: string | null | undefined) => typedValue(problems, name, otherwise ?? '')
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={words.lead} />
      <Form action="/ervaring" keys={props.keys} problems={problems}>
        <RadioCards
          name="phase"
          label={words.phase}
          value={was('phase', own?.phase)}
          options={PHASES.map((phase) => ({ value: phase, label: nl.phases[phase] }))}
          columns={2}
        />
        <TextField
          name="since"
          label={words.since}
          hint={words.sinceHint}
          value={was('since', own?.since?.slice(0, 4))}
          inputMode="numeric"
          size={6}
          optional
        />
        <SelectField
          name="band"
          label={words.band[props.kind]}
          value={was('band', own?.band)}
          options={BANDS.map((band) => ({ value: band, label: nl.bands[band] }))}
        />
        <FieldGroup legend={words.topics} hint={words.topicsHint}>
          {TOPICS.map((topic) => (
            <SelectField
              key={topic}
              name={`topic_${topic}`}
              label={startingBig(nl.topics[topic])}
              value={was(`topic_${topic}`, choiceOf(own, topic))}
              empty={words.nothing}
              options={(['well', 'some', 'seek'] as const).map((choice) => ({ value: choice, label: words.choices[choice] }))}
              optional
            />
          ))}
        </FieldGroup>
        <TextArea name="wentWrong" label={words.wentWrong} hint={words.wentWrongHint} value={was('wentWrong', own?.wentWrong)} maxLength={600} optional />
        <CheckCards
          name="helps"
          label={words.helps}
          hint={words.helpsHint}
          values={own?.helps ?? []}
          options={WAYS.map((way) => ({ value: way, label: startingBig(nl.ways[way]) }))}
          columns={2}
        />
        <RadioCards
          name="shownTo"
          label={words.shownTo}
          value={was('shownTo', own?.shownTo)}
          options={SHOWN_TO.toReversed().map((shown) => ({ value: shown, ...nl.shown[shown] }))}
        />
        <Actions>
          <Button>{words.save}</Button>
          <ButtonLink href="/kennismaken" look="secondary">
            {words.find}
          </ButtonLink>
        </Actions>
      </Form>
    </div>
  )
}

function choiceOf(own: Profile | null, topic: Topic): string {
  return own?.knows[topic] ?? (own?.seeks.includes(topic) ? 'seek' : '')
}

/** Whom the own organisation can learn from, the best first; what is asked already stands above. */
export function PeersPage(props: {
  readonly found: Peers
  readonly wanted: WantedPeers
  /** The page that the address asks for. */
  readonly asked: number
  readonly keeps: boolean
  readonly children?: preact.ComponentChildren
}) {
  const { own, peers } = props.found
  const { wanted } = props
  const words = nl.find
  const { rows, at } = pageOf(narrowed(peers, wanted), props.asked, PEERS_ON_A_PAGE)
  const silent = own?.shownTo !== 'peers'
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={words.lead} />
      {props.children}
      {silent ? (
        <Empty title={words.noneTitle} what={props.keeps ? words.noneText : `${words.noneText} ${words.noneOthers}`}>
          {props.keeps ? <ButtonLink href="/ervaring">{words.keep}</ButtonLink> : null}
        </Empty>
      ) : null}
      {!silent && peers.length === 0 ? <Empty title={words.aloneTitle} what={words.aloneText} /> : null}
      {peers.length > 0 ? <Narrowing peers={peers} wanted={wanted} /> : null}
      {peers.length > 0 && at.count === 0 ? (
        <Empty title={words.nobodyTitle} what={words.nobodyText}>
          <ButtonLink href="/kennismaken" look="secondary">
            {words.clear}
          </ButtonLink>
        </Empty>
      ) : null}
      {at.count > 0 ? (
        <p role="status">
          {at.count === 1 ? words.count.one : fill(words.count.more, { count: at.count })}
          {at.pages > 1 ? ` ${fill(words.count.part, { from: at.before + 1, to: at.before + rows.length })}` : null}
        </p>
      ) : null}
      {rows.map((peer) => (
        <PeerCard peer={peer} key={peer.organisation} />
      ))}
      <Pager at={at} address={(page) => pageAddress('/kennismaken', wanted, page)} />
      {silent ? null : (
        <Fold summary={words.weights.title}>
          <p>{words.weights.text}</p>
          <Table
            caption={words.weights.title}
            rows={Object.keys(USUAL_WEIGHTS) as Reason['kind'][]}
            rowKey={(reason) => reason}
            columns={[
              { key: 'why', label: words.why, header: true, cell: (reason) => words.weights[reason] },
              { key: 'alike', label: words.weights.alike, numeric: true, cell: (reason) => USUAL_WEIGHTS[reason] },
              { key: 'across', label: words.weights.across, numeric: true, cell: (reason) => ACROSS_WEIGHTS[reason] },
            ]}
          />
          <p class="soft">{words.weights.functions}</p>
        </Fold>
      )}
      {props.keeps && !silent ? (
        <p>
          <a href="/ervaring">{words.keep}</a>
        </p>
      ) : null}
    </div>
  )
}

/** Looking for one kind, or for who knows one thing; a kind is asked only where both are there. */
function Narrowing({ peers, wanted }: { readonly peers: readonly Peer[]; readonly wanted: WantedPeers }) {
  const words = nl.find
  const kinds = KINDS.filter((kind) => peers.some(({ profile }) => profile.kind === kind))
  const known = TOPICS.filter((topic) => topic === wanted.weet || peers.some(({ profile }) => profile.knows[topic] !== undefined))
  return (
    <Form action="/kennismaken" method="get" label={words.narrow} class="form find">
      <SelectField
        name="weet"
        label={words.knows}
        value={wanted.weet ?? ''}
        empty={words.any}
        options={known.map((topic) => ({ value: topic, label: startingBig(nl.topics[topic]) }))}
        optional
      />
      {kinds.length > 1 || wanted.soort ? (
        <SelectField
          name="soort"
          label={words.kind}
          value={wanted.soort ?? ''}
          empty={words.any}
          options={KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          optional
        />
      ) : null}
      <Actions>
        <Button look="secondary" icon="search">
          {words.go}
        </Button>
        {wanted.soort || wanted.weet ? (
          <ButtonLink href="/kennismaken" look="plain">
            {words.clear}
          </ButtonLink>
        ) : null}
      </Actions>
    </Form>
  )
}

function PeerCard(props: { readonly peer: Peer }) {
  const { name, organisation, match, profile } = props.peer
  const words = nl.find
  return (
    <Card title={name}>
      <p>
        <Tag tone="plain">{words.kinds[profile.kind]}</Tag> {aboutOf(profile)}
      </p>
      {match ? (
        <>
          <p>{sentenceOf(match)}</p>
          <Fold summary={startingBig(fill(words.points, { points: match.points }))}>
            <ul>
              {match.reasons.flatMap(wordsOf).map((reason) => (
                <li key={reason}>{startingBig(reason)}</li>
              ))}
            </ul>
          </Fold>
        </>
      ) : (
        <p class="soft">{words.noHelp}</p>
      )}
      {profile.wentWrong ? <Quoted source={words.wentWrong}>{profile.wentWrong}</Quoted> : null}
      {match ? (
        <ButtonLink href={`/kennismaken/${organisation}`} look="secondary">
          {words.ask}
          <span class="vh">: {name}</span>
        </ButtonLink>
      ) : null}
    </Card>
  )
}

/** How far, since when and how large, in one line. */
export function aboutOf({ kind, phase, since, band }: Profile): string {
  const many = nl.bands[band].toLowerCase()
  return [nl.progress[phase], since ? fill(nl.find.since, { year: since.slice(0, 4) }) : null, band === 'none' ? many : fill(nl.people[kind], { band: many })]
    .filter((part) => part !== null)
    .join(', ')
}

/** A reason in words, with its facts. */
export function wordsOf(reason: Reason): string[] {
  return toldOf(reason, nl.reasons)
}

/** Why another fits, in one sentence. */
export function sentenceOf({ reasons }: Match): string {
  return fill(nl.find.because, { reasons: list(reasons.flatMap((reason) => toldOf(reason, nl.because))) })
}

function toldOf(reason: Reason, say: typeof nl.reasons): string[] {
  const topics = (all: readonly Topic[]) =>
    say === nl.because ? all.map((topic) => nl.topics[topic]).join('’ en ‘') : list(all.map((topic) => nl.topics[topic]))
  switch (reason.kind) {
    case 'knows':
      return [
        ...(reason.well.length > 0 ? [fill(say.well, { topics: topics(reason.well) })] : []),
        ...(reason.some.length > 0 ? [fill(say.some, { topics: topics(reason.some) })] : []),
      ]
    case 'ahead':
      return [reason.years === 0 ? say.begun : reason.years === 1 ? say.oneYear : fill(say.years, { years: reason.years })]
    case 'size':
      return [reason.exact ? say.same : say.alike]
    case 'near':
      return [fill(say.near, { km: reason.km })]
    case 'helps':
      return [fill(say.helps, { ways: list(reason.ways.map((way) => nl.ways[way])) })]
  }
}

function startingBig(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
