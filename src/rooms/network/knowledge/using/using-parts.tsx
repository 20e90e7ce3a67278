import type { Language } from '#kit/text.ts'
import { texts } from '../knowledge.en.ts'
import type { Use } from './using.ts'

/** Which start path the reader opens, and which model documents, by their codes. */
export type Opens = { readonly path: string | null; readonly papers: readonly string[] }

/** Steps, model documents and lessons that send to an answer; a link where the reader may go. */
export function UsedElsewhere(props: { readonly uses: readonly Use[]; readonly opens: Opens; readonly language: Language }) {
  if (props.uses.length === 0) return null
  const words = texts(props.language).item.uses
  const hrefOf = ({ what, key, path }: Use) => {
    if (what === 'paper') return props.opens.papers.includes(key) ? `/stukken/${key}` : null
    return path !== null && path === props.opens.path ? `/startpad/${key}` : null
  }
  return (
    <ul class="stack-s">
      {props.uses.map((use) => {
        const href = hrefOf(use)
        const title = <span lang="nl">{use.title}</span>
        return (
          <li key={`${use.what} ${use.path} ${use.key}`}>
            {`${words[use.what]}: `}
            {href ? <a href={href}>{title}</a> : title}
          </li>
        )
      })}
    </ul>
  )
}
