import type { Language } from '#kit/text.ts'
import { useWords } from './words.ts'

/** What machines that read a public page are told of it: search, cards in messages, and the same page in another language. */
export type PageMeta = {
  readonly description: string
  /** The whole address of this page, and of the other language. */
  readonly address: string
  readonly other: { readonly language: Language; readonly path: string; readonly address: string }
  readonly image?: string | undefined
  /** What is on the image and how large it is, where that is known. */
  readonly picture?: { readonly seen: string; readonly width: number; readonly height: number }
  /** The pages of the same list before and after this one. */
  readonly around?: { readonly before: string | null; readonly after: string | null }
  readonly feed?: { readonly title: string; readonly path: string }
  /** Facts about what stands on the page, in the words of schema.org. */
  readonly structured?: readonly Readonly<Record<string, unknown>>[]
}

/** The lines in the head of a page for whoever does not read it as people do. */
export function Told(props: { title: string; meta: PageMeta; language: Language }) {
  const { meta } = props
  const brand = useWords().brand
  return (
    <>
      <meta name="description" content={meta.description} />
      <link rel="canonical" href={meta.address} />
      <link rel="alternate" hreflang={props.language} href={meta.address} />
      <link rel="alternate" hreflang={meta.other.language} href={meta.other.address} />
      {meta.around?.before ? <link rel="prev" href={meta.around.before} /> : null}
      {meta.around?.after ? <link rel="next" href={meta.around.after} /> : null}
      {meta.feed ? <link rel="alternate" type="application/atom+xml" title={meta.feed.title} href={meta.feed.path} /> : null}
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={brand} />
      <meta property="og:title" content={props.title} />
      <meta property="og:description" content={meta.description} />
      <meta property="og:url" content={meta.address} />
      <meta property="og:locale" content={props.language === 'nl' ? 'nl_NL' : 'en_GB'} />
      {meta.image ? <meta property="og:image" content={meta.image} /> : null}
      {meta.picture ? (
        <>
          <meta property="og:image:width" content={String(meta.picture.width)} />
          <meta property="og:image:height" content={String(meta.picture.height)} />
          <meta property="og:image:alt" content={meta.picture.seen} />
        </>
      ) : null}
      <meta name="twitter:card" content={meta.image ? 'summary_large_image' : 'summary'} />
      {(meta.structured ?? []).map((facts, index) => (
        // A block of data is not run; "<" is written so that no text in it can end the block.
        <script type="application/ld+json" key={index} dangerouslySetInnerHTML={{ __html: JSON.stringify(facts).replaceAll('<', '\\u003c') }} />
      ))}
    </>
  )
}
