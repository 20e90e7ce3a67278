import { longDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { Sheet } from '#ui/print.tsx'
import type { Letter } from '../letters/letter.rules.ts'
import { letters as words } from '../letters/letters.nl.ts'

/** The letter itself, as it goes out. */
export function LetterSheet(props: { readonly letter: Letter; readonly reference: string | null }) {
  const { letter } = props
  return (
    <Sheet
      from={
        <>
          {letter.logo ? <img src={`/organisatie/logo/${letter.logo}`} alt={fill(words.logo, { municipality: letter.municipality })} height={56} /> : null}
          <b>{letter.municipality}</b>
          {(letter.sender ?? []).map((line) => (
            <div key={line}>{line}</div>
          ))}
        </>
      }
      to={letter.member}
    >
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
