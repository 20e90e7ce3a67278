import { clockTime, longInstant } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { Actions, Button, ButtonLink, Form, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, PageHead } from '#ui/parts.tsx'
import { nl } from '../consent.nl.ts'
import { WhatItMeans } from '../exceptions/what-it-means.tsx'
import { LetterSheet } from '../pages/letter-sheet.tsx'
import { PlainCard } from '../pages/plain-letter.tsx'
import { WayCard } from '../posting/letters-card.tsx'
import { RecordCard } from '../posting/record-card.tsx'
import { outgoing } from './outgoing.nl.ts'
import { MINUTES_TO_HOLD, type OutgoingFact } from './outgoing.rules.ts'
import type { OutgoingFile } from './outgoing.ts'
import { ROADS } from './roads.ts'

type Props = { readonly file: OutgoingFile; readonly keys: { readonly csrf: string; readonly key: string }; readonly problems: Problems | null }

/** The letter as it will go, with what can be done with it on top: one button says yes. */
export function OutgoingPage(props: Props) {
  const { file } = props
  const words = wordsFor(file)
  const address = `/toestemmingen/${file.asked.id}`
  return (
    <div class="stack-l">
      {file.handles ? <Crumbs items={[{ href: address, label: fill(nl.request.title, { member: file.memberName }) }]} /> : null}
      <PageHead
        title={fill(file.handles ? words.title : words.titleColleague, { member: file.memberName })}
        lead={fill(words.lead, { member: file.memberName })}
      />
      <Standing {...props} />
      <div class="side">
        <section class="stack-l">
          {file.record ? <RecordCard file={file} record={file.record} /> : null}
          {file.now.map((letter, index) => (
            <div key={letter.title} class="stack">
              <h2>{file.now.length > 1 ? fill(words.letterNr, { nr: index + 1, of: file.now.length }) : words.letter}</h2>
              <LetterSheet letter={letter} reference={file.asked.reference} />
            </div>
          ))}
        </section>
        <div class="stack-l">
          {file.handles ? <Handling {...props} /> : <Judging {...props} />}
          {file.way ? <WayCard way={file.way} member={file.memberName} /> : null}
          <WhatItMeans meaning={file.meaning} language="nl" />
          {file.now.map((letter) => (letter.plain ? <PlainCard key={letter.title} plain={letter.plain.nl} title={words.plain} language="nl" /> : null))}
          <p class="soft">{fill(words.preparedBy, { name: nameOf(file, file.preparedBy), at: longInstant(file.preparedAt) })}</p>
        </div>
      </div>
    </div>
  )
}

/** Where the letter stands, in one sentence. */
function Standing({ file }: Props) {
  const words = outgoing
  const last = file.steps.at(-1)
  const renewed =
    last?.step === 'renewed' ? (
      <Alert tone="warn" title={words.renewed}>
        {words.renewedNote}
      </Alert>
    ) : null
  const fact = file.steps.findLast(({ step }) => step !== 'renewed')
  return (
    <>
      {renewed}
      {fact ? <Told file={file} fact={fact} /> : null}
    </>
  )
}

function Told({ file, fact }: { readonly file: OutgoingFile; readonly fact: OutgoingFact }) {
  const said = { name: nameOf(file, fact.by), words: fact.words }
  const words = wordsFor(file)
  switch (file.state) {
    case 'signed':
      return (
        <Alert tone="wait" title={fill(words.leaves, { time: file.leavesAt ? clockTime(file.leavesAt) : '' })}>
          {words.leavesNote}
        </Alert>
      )
    case 'asked':
      return (
        <Alert tone="wait" title={words.asked}>
          {fill(words.askedNote, { name: nameOf(file, fact.by) })}
        </Alert>
      )
    case 'approved':
      return (
        <Alert tone="ok" title={words.approved}>
          {fill(words.approvedNote, said)}
        </Alert>
      )
    case 'sentBack':
      return (
        <Alert tone="warn" title={words.sentBack}>
          {fill(words.sentBackNote, said)}
        </Alert>
      )
    case 'held':
      return (
        <Alert tone="info" title={words.held}>
          {words.heldNote}
        </Alert>
      )
    case 'stopped':
      return (
        <Alert tone="wrong" title={words.stopped}>
          {fact.words}
        </Alert>
      )
    default:
      return null
  }
}

/** What whoever handles the case can do now: the next step first, then the ways back. */
function Handling({ file, keys }: Props) {
  const words = wordsFor(file)
  const address = `/toestemmingen/${file.asked.id}`
  const at = `${address}/voorbeeld`
  const road = ROADS[file.road]
  if (file.state === 'signed')
    return (
      <Card look="wait">
        <Form action={`${at}/tegenhouden`} keys={keys}>
          <Button look="warn">{words.hold}</Button>
        </Form>
      </Card>
    )
  if (file.state === 'asked')
    return (
      <Card>
        <Form action={`${at}/tegenhouden`} keys={keys}>
          <Button look="secondary">{words.takeBack}</Button>
        </Form>
      </Card>
    )
  const asks = file.fourEyes && !file.approved
  return (
    <Card look="lift">
      <p>{asks ? words.askNote : fill(words.signNote, { minutes: MINUTES_TO_HOLD })}</p>
      <Form action={asks ? `${at}/collega` : `${at}/handtekening`} keys={keys}>
        <Button icon="send">{asks ? words.ask : words.sign}</Button>
      </Form>
      <Actions>
        <ButtonLink href={`${address}${road.path}`} look="secondary">
          {words.change}
        </ButtonLink>
      </Actions>
      <Form action={`${at}/weg`} keys={keys}>
        <Button look="subtle">{words.drop}</Button>
      </Form>
    </Card>
  )
}

/** What a colleague can answer. */
function Judging({ file, keys, problems }: Props) {
  const words = outgoing
  const at = `/toestemmingen/${file.asked.id}/voorbeeld`
  return (
    <Card title={words.judge.title} look="lift">
      <Form action={`${at}/akkoord`} keys={keys}>
        <Button>{words.judge.yes}</Button>
      </Form>
      <Form action={`${at}/terug`} keys={keys} problems={problems}>
        <TextArea name="words" label={words.judge.why} hint={words.judge.whyHint} rows={3} maxLength={1000} />
        <Button look="secondary">{words.judge.back}</Button>
      </Form>
    </Card>
  )
}

/** Of what came from paper it is said that it is recorded, not that it leaves. */
function wordsFor(file: OutgoingFile) {
  return file.record ? { ...outgoing, ...outgoing.record } : outgoing
}

function nameOf(file: OutgoingFile, person: OutgoingFact['by']): string {
  return (person && file.names.get(person)) ?? nl.list.who
}
