import type { Language } from '#kit/text.ts'
import { PageHead } from '#ui/parts.tsx'
import { PrintButton } from '#ui/print.tsx'
import { Prose } from '#ui/prose.tsx'
import { texts } from '../network.en.ts'
import { BeginCard } from '../starting/signing-up/signing-up-pages.tsx'
import type { PublicText } from '../texts/texts.rules.ts'

/** A page of words: to read, to have read aloud and to print. For a municipality with the way to its sum, whatever the text says. */
export function TextPage(props: { text: PublicText; language: Language; reckons: boolean; begins: boolean }) {
  const words = texts(props.language)
  return (
    <div class="narrow stack-l">
      <PageHead title={props.text.title} lead={props.text.intro} read />
      <Prose text={props.text.body} />
      {props.reckons ? (
        <p>
          <a href={props.language === 'en' ? '/en/voor-gemeenten/rekenhulp' : '/voor-gemeenten/rekenhulp'}>{words.reckon}</a>
        </p>
      ) : null}
      {props.begins ? <BeginCard language={props.language} /> : null}
      <PrintButton label={words.print} />
    </div>
  )
}
