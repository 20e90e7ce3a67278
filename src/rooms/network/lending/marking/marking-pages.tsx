import { type Day, dayOf, longDay } from '#kit/day.ts'
import { type Problems, typedValue } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { AgreementText } from '#rooms/agreements'
import { ActionButton, Actions, Button, ButtonLink, Form, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Empty, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { nl as library } from '../lending.nl.ts'
import { isOverdue } from '../lending.rules.ts'
import type { LentAgreement } from '../lending.sql.ts'
import { sourceOf } from '../lent-facts.ts'
import { nl } from './marking.nl.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** Everything in the library, for the network. */
export function LibraryOverseenPage(props: { readonly rows: readonly LentAgreement[]; readonly today: Day }) {
  const words = nl.columns
  return (
    <div class="stack-l">
      <Crumbs items={[{ href: '/netwerk', label: 'Netwerk' }]} />
      <PageHead title={nl.title} lead={nl.lead} />
      <Table
        caption={nl.title}
        captionHidden
        rows={props.rows}
        rowKey={({ item }) => item}
        empty={<Empty title={nl.empty} what={nl.emptyWhat} />}
        columns={[
          { key: 'title', label: words.title, header: true, cell: ({ slug, title }) => <a href={`/netwerk/afspraken/${slug}`}>{title}</a> },
          { key: 'source', label: words.source, cell: (lent) => sourceOf(lent, 'nl') },
          { key: 'mark', label: words.mark, cell: ({ mark }) => (mark ? <Tag tone="ok">{nl.isModel}</Tag> : '–') },
          {
            key: 'review',
            label: words.review,
            cell: ({ reviewOn }) => (
              <>
                {longDay(reviewOn)} {isOverdue(reviewOn, props.today) ? <Tag tone="warn">{nl.overdue}</Tag> : null}
              </>
            ),
          },
        ]}
      />
    </div>
  )
}

/** One agreement of the library, with the word of the network. */
export function LentOverseenPage(props: { readonly lent: LentAgreement; readonly keys: () => Keys; readonly problems: Problems | null }) {
  const { lent, problems } = props
  const words = nl.one
  const address = `/netwerk/afspraken/${lent.slug}`
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/netwerk/afspraken', label: nl.title }]} />
      <PageHead title={lent.title} lead={words.lead} />
      <p>
        {sourceOf(lent, 'nl')} <a href={`/bibliotheek/${lent.slug}`}>{nl.library}</a>
      </p>
      {lent.mark ? (
        <Alert tone="ok">
          <p>{fill(words.marked, { day: longDay(dayOf(lent.mark.at)), name: lent.mark.by, why: lent.mark.why })}</p>
        </Alert>
      ) : null}
      <Card title={library.one.why} class="stack">
        <p>{lent.why}</p>
        <h3>{library.one.differently}</h3>
        <p>{lent.differently}</p>
      </Card>
      <Card title={library.one.text}>
        <AgreementText articles={lent.articles} language="nl" />
      </Card>
      <Form action={`${address}/model${lent.mark ? '/einde' : ''}`} keys={props.keys()} problems={problems}>
        <TextArea
          name="why"
          label={lent.mark ? words.unmarkWhy : words.why}
          hint={lent.mark ? words.unmarkNote : words.whyHint}
          value={typedValue(problems, 'why')}
          rows={3}
          maxLength={600}
        />
        <Actions>
          <Button look={lent.mark ? 'secondary' : 'primary'}>{lent.mark ? words.unmark : words.mark}</Button>
        </Actions>
      </Form>
      <Actions>
        <ActionButton action={`${address}/nagekeken`} keys={props.keys()} look="secondary">
          {words.reviewed}
        </ActionButton>
        <ButtonLink look="plain" href="/netwerk/afspraken">
          {nl.title}
        </ButtonLink>
      </Actions>
    </div>
  )
}
