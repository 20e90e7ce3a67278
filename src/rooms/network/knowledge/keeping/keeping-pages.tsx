import { type Day, longDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { Actions, ButtonLink } from '#ui/fields.tsx'
import { Crumbs, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { mustBeReviewed } from '../knowledge.rules.ts'
import { nl } from './keeping.nl.ts'
import { COUNTED_DAYS, type KeptItem } from './keeping.rules.ts'

/** Every item, with what its keeper must know. */
export function KeptKnowledgePage(props: { readonly items: readonly KeptItem[]; readonly today: Day }) {
  const dayOfReview = ({ reviewOn }: KeptItem) => (mustBeReviewed(reviewOn, props.today) ? fill(nl.late, { day: longDay(reviewOn) }) : longDay(reviewOn))
  return (
    <div class="stack-l">
      <Crumbs items={[{ href: '/netwerk', label: nl.network }]} />
      <PageHead title={nl.title} lead={nl.lead} />
      <Actions>
        <ButtonLink href="/netwerk/kennis/nieuw/tekst" icon="pencil">
          {nl.write}
        </ButtonLink>
      </Actions>
      <Table
        caption={nl.title}
        captionHidden
        rows={props.items}
        rowKey={({ slug }) => slug}
        columns={[
          { key: 'item', label: nl.columns.item, header: true, cell: ({ slug, title }) => <a href={`/netwerk/kennis/${slug}`}>{title}</a> },
          { key: 'review', label: nl.columns.review, cell: dayOfReview },
          { key: 'yes', label: nl.columns.yes, cell: ({ yes }) => yes },
          { key: 'no', label: nl.columns.no, cell: ({ no }) => no },
        ]}
      />
      <p class="soft">{fill(nl.counted, { days: COUNTED_DAYS })}</p>
    </div>
  )
}
