import { longInstant, longMonth, type Month } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { ButtonLink } from '#ui/fields.tsx'
import { Amount, Card, Empty, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import type { Closing } from '../../dividing/facts.rules.ts'
import { nl } from '../../settlement.nl.ts'

/** All months: the one whose turn it is, and those that are closed. */
export function MonthsPage(props: { open: Month; closings: readonly Closing[] }) {
  const words = nl.list
  return (
    <div class="wrap stack">
      <PageHead title={words.title} lead={words.intro} />
      <Card title={words.now} look="lift">
        <div class="actions">
          <ButtonLink href={`/maand/${props.open}`} after="arrow">
            {fill(words.go, { month: longMonth(props.open) })}
          </ButtonLink>
          <ButtonLink href="/taken" look="secondary">
            {words.tasks}
          </ButtonLink>
        </div>
      </Card>
      <Card title={words.closed}>
        <Table
          caption={words.closed}
          captionHidden
          rows={props.closings}
          rowKey={(closing) => closing.month}
          empty={<Empty title={words.empty} what={words.emptyNext} />}
          columns={[
            { key: 'month', label: words.month, cell: (closing) => <a href={`/maand/${closing.month}`}>{longMonth(closing.month)}</a> },
            { key: 'at', label: words.closedAt, cell: (closing) => longInstant(closing.at) },
            { key: 'cover', label: words.cover, numeric: true, cell: (closing) => <Amount cents={closing.cover} /> },
            { key: 'head', label: words.head, cell: (closing) => <code>{closing.head.slice(0, 12)}</code> },
          ]}
        />
      </Card>
    </div>
  )
}
