import { longDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { ButtonLink } from '#ui/fields.tsx'
import { Card, Crumbs, Empty, LinkList } from '#ui/parts.tsx'
import { PrintButton, Sheet } from '#ui/print.tsx'
import { nl } from '../consent.nl.ts'
import type { Letter } from '../letters/letter.rules.ts'
import { letters as words } from '../letters/letters.nl.ts'
import type { LetterFile } from '../letters/letters.ts'

/** A decision as a letter: what, from when, what to do, and how to object (Awb 3:45); and the other letters of this request. */
export function LetterPage(props: { readonly found: LetterFile }) {
  const { file, letters, letter } = props.found
  const address = `/toestemmingen/${file.request.id}`
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: address, label: fill(nl.request.title, { member: file.memberName }) }]} />
      <h1 class="vh">{words.page}</h1>
      {letter ? (
        <>
          <p class="actions">
            <PrintButton label={words.print} />
            <ButtonLink href={`${address}/brief/pdf?van=${letter.event}`} look="subtle" icon="download" download>
              {words.pdf}
            </ButtonLink>
          </p>
          <LetterSheet letter={letter} reference={file.reference} />
        </>
      ) : (
        <Empty title={words.none} what={words.noneNext} />
      )}
      {letters.length > 1 ? (
        <Card title={words.others} look="flat">
          <LinkList items={letters.map((each) => ({ href: `${address}/brief?van=${each.event}`, label: each.title, note: longDay(each.on) }))} />
        </Card>
      ) : null}
    </div>
  )
}

/** The letter itself, as it goes out. */
export function LetterSheet(props: { readonly letter: Letter; readonly reference: string | null }) {
  const { letter } = props
  return (
    <Sheet from={<b>{letter.municipality}</b>} to={letter.member}>
      <div class="letter stack">
        <p class="soft">
          {longDay(letter.on)}
          {props.reference ? ` · ${words.reference} ${props.reference}` : null}
        </p>
        <h2>{letter.title}</h2>
        {letter.parts.map((part, index) =>
          part.kind === 'list' ? (
            <ul key={index}>
              {part.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          ) : part.kind === 'heading' ? (
            <h3 key={index}>{part.text}</h3>
          ) : (
            part.text.split('\n').map((line, at) => <p key={`${index}-${at}`}>{line}</p>)
          ),
        )}
      </div>
    </Sheet>
  )
}
