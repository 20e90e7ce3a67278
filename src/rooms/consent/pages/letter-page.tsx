import { longDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { ButtonLink } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Empty, Facts, LinkList } from '#ui/parts.tsx'
import { PrintButton } from '#ui/print.tsx'
import { nl } from '../consent.nl.ts'
import { letters as words } from '../letters/letters.nl.ts'
import type { KeptLetter } from '../letters/letters.sql.ts'
import { isWhole, type LetterFile } from '../letters/letters.ts'
import { LetterSheet } from './letter-sheet.tsx'

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
            <ButtonLink href={`${address}/brief/docx?van=${letter.event}`} look="subtle" icon="download" download>
              {words.docx}
            </ButtonLink>
          </p>
          {letter.plain ? (
            <p>
              <a href={`${address}/brief/gewoon?van=${letter.event}`}>{words.plain}</a>
            </p>
          ) : null}
          <LetterSheet letter={letter} reference={file.reference} />
          <Archive letter={letter} />
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

/** What an archive keeps of it, and whether it is still the letter that was sent. */
function Archive({ letter }: { readonly letter: KeptLetter }) {
  const whole = isWhole(letter)
  return (
    <Card title={words.archive} look="flat">
      {whole === false ? <Alert tone="wrong">{words.broken}</Alert> : null}
      <Facts
        items={[
          { label: words.documentId, value: <span class="mono">{letter.event}</span> },
          ...(letter.template ? [{ label: words.template, value: letter.template }] : []),
          ...(letter.sha256 ? [{ label: words.seal, value: <span class="mono">{letter.sha256}</span> }] : []),
        ]}
      />
      <p class="soft">{whole === null ? words.noSeal : whole ? words.whole : null}</p>
    </Card>
  )
}
