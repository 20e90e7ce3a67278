import { fill, type Language } from '#kit/text.ts'
import { Actions, ButtonLink } from '#ui/fields.tsx'
import { Alert, Card, LinkList, PageHead, Progress, Refusal, Steps } from '#ui/parts.tsx'
import { errandTexts } from './errands.en.ts'
import type { ErrandName } from './errands.nl.ts'
import { type Errand, errandAddress, percentOf } from './errands.rules.ts'

type Shown = { readonly errand: Errand; readonly language: Language }

/** The title of the page: while it runs it begins with how far it is. */
export function titleOf(errand: Errand, language: Language): string {
  const title = nameOf(errand.kind, errand.label, language)
  return errand.endedAt ? title : `${percentOf(errand)}% · ${title}`
}

function nameOf(kind: ErrandName, label: string, language: Language): string {
  const { title } = errandTexts(language).kinds[kind]
  return label === '' ? title : `${title}: ${label}`
}

/** How far an errand is, what it does now, and in the end its result or its refusal with a way on. */
export function ErrandPage(props: Shown & { readonly still: boolean }) {
  const { errand, language } = props
  const words = errandTexts(language)
  return (
    <div class="wrap stack">
      <PageHead title={nameOf(errand.kind, errand.label, language)} lead={errand.endedAt ? undefined : words.leave} />
      {errand.endedAt ? <Ended errand={errand} language={language} /> : <Running {...props} />}
    </div>
  )
}

function Running({ errand, language, still }: Shown & { readonly still: boolean }) {
  const words = errandTexts(language)
  const { steps } = words.kinds[errand.kind]
  const address = errandAddress(errand.id)
  const now = fill(words.stepOf, { step: errand.step + 1, steps: errand.steps, words: steps[errand.step] ?? '' })
  const part = errand.parts > 1 ? ` (${fill(words.partOf, { part: errand.part, parts: errand.parts })})` : ''
  return (
    <Card title={errand.state === 'waiting' ? words.waits : `${percentOf(errand)}%`}>
      <Progress label={`${now}${part}`} value={percentOf(errand)} max={100} />
      <Steps
        steps={steps.map((label, place) => ({
          label,
          state: place < errand.step ? 'done' : place === errand.step && errand.state === 'running' ? 'now' : 'later',
        }))}
      />
      {still ? null : <p class="soft">{words.refreshes}</p>}
      <Actions>
        <ButtonLink href={still ? `${address}?stil=ja` : address} look="secondary">
          {words.again}
        </ButtonLink>
        <ButtonLink href={still ? address : `${address}?stil=ja`} look="plain">
          {still ? words.refreshing : words.still}
        </ButtonLink>
      </Actions>
    </Card>
  )
}

function Ended({ errand, language }: Shown) {
  const words = errandTexts(language)
  const { done, go, back } = words.kinds[errand.kind]
  if (errand.result === null) return <Refusal sentence={errand.refusal ?? words.failed} ways={[{ href: errand.back, label: back }]} />
  return (
    <>
      <Alert tone="ok" title={words.ended}>
        <p>{done}</p>
      </Alert>
      <Actions>
        <ButtonLink href={errand.result} after="arrow">
          {go}
        </ButtonLink>
      </Actions>
    </>
  )
}

/** What a home tells of an errand: `about` is its kind and its label, `number` how far it is, of a hundred. */
export type ErrandLine = { readonly what: string; readonly id: string | null; readonly about: string | null; readonly number: number }

/** On a home: what is in hand in the background and what ended lately. Nothing when there is none. */
export function ErrandsCard(props: { lines: readonly ErrandLine[]; language: Language }) {
  const words = errandTexts(props.language)
  if (props.lines.length === 0) return null
  const standing = (line: ErrandLine) =>
    line.what === 'errandRuns' ? fill(words.runs, { percent: line.number }) : line.what === 'errandDone' ? words.ready : words.stopped
  return (
    <Card title={words.inHand}>
      <LinkList
        items={props.lines.map((line) => {
          const [kind = '', ...label] = (line.about ?? '').split(' ')
          return { href: `/bezig/${line.id ?? ''}`, label: nameOf(kind as ErrandName, label.join(' '), props.language), note: standing(line) }
        })}
      />
    </Card>
  )
}
