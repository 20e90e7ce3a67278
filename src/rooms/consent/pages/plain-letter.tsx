import { longDay } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import { ButtonLink } from '#ui/fields.tsx'
import { Card, Crumbs, Empty, PageHead } from '#ui/parts.tsx'
import { texts } from '../consent.en.ts'
import type { PlainLetter } from '../letters/letter-shape.rules.ts'
import type { LetterFile } from '../letters/letters.ts'
import { plainTexts } from '../letters/plain.en.ts'

const PARTS = ['decided', 'may', 'until', 'must', 'ask'] as const

/** A letter in plain words on a page of its own: five questions and their answers. */
export function PlainLetterPage(props: { readonly found: LetterFile; readonly language: Language }) {
  const { file, letter } = props.found
  const { language } = props
  const words = plainTexts[language]
  const address = `/toestemmingen/${file.request.id}`
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: address, label: fill(texts[language].request.title, { member: file.memberName }) }]} />
      {letter?.plain ? (
        <>
          <PageHead title={words.title} lead={fill(words.lead, { municipality: letter.municipality, day: longDay(letter.on, language) })} read />
          {PARTS.map((part) => (
            <Card key={part} title={words.headings[part]}>
              <Lines lines={letter.plain?.[language][part] ?? []} />
            </Card>
          ))}
          <p class="actions">
            <ButtonLink href={`${address}/brief?van=${letter.event}`} look="secondary" icon="letter">
              {words.full}
            </ButtonLink>
          </p>
        </>
      ) : (
        <>
          <h1>{words.title}</h1>
          <Empty title={words.none} what={words.noneNext}>
            <a href={`${address}/brief`}>{words.full}</a>
          </Empty>
        </>
      )}
    </div>
  )
}

/** The same on one card, beside the letter. */
export function PlainCard(props: { readonly plain: PlainLetter; readonly title: string; readonly language: Language }) {
  const words = plainTexts[props.language]
  return (
    <Card title={props.title}>
      {PARTS.map((part) => (
        <div key={part} class="stack-s">
          <h3>{words.headings[part]}</h3>
          <Lines lines={props.plain[part]} />
        </div>
      ))}
    </Card>
  )
}

function Lines(props: { readonly lines: readonly string[] }) {
  return (
    <>
      {props.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  )
}
