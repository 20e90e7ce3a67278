import type { PageAt } from '#kit/paging.ts'
import { ButtonLink } from './buttons.tsx'
import { useWords } from './words.ts'

/** Leads to the page before and the page after, and says where one is; nothing where everything stands on one page. */
export function Pager(props: { readonly at: Pick<PageAt, 'page' | 'pages'>; readonly address: (page: number) => string }) {
  const words = useWords().pages
  const { page, pages } = props.at
  if (pages < 2) return null
  return (
    <nav class="row" aria-label={words.label}>
      {page > 1 ? (
        <ButtonLink href={props.address(page - 1)} look="secondary" rel="prev">
          {words.before}
        </ButtonLink>
      ) : null}
      <span>{words.at(page, pages)}</span>
      {page < pages ? (
        <ButtonLink href={props.address(page + 1)} look="secondary" rel="next">
          {words.after}
        </ButtonLink>
      ) : null}
    </nav>
  )
}
