import { type Day, dayOf, daysBetween, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { LawFold } from '#rooms/law'
import { Actions, Button, DayField, Form } from '#ui/fields.tsx'
import { Card, Crumbs, Empty, LinkList, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { texts } from '../consent.en.ts'
import { postingOffice } from './office.nl.ts'
import { manyCode, type ToPost } from './posting.sql.ts'

const words = postingOffice.many

/** Every letter of own cases that still lies on the desk, the oldest on top: tick what went on the post, with one day for all of them. */
export function ToPostPage(props: {
  readonly letters: readonly ToPost[]
  readonly today: Day
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}) {
  return (
    <div class="stack-l">
      <Crumbs items={[{ href: '/klantmanager', label: words.back }]} />
      <PageHead title={postingOffice.toPost.title} lead={words.lead} />
      {props.letters.length === 0 ? (
        <Empty title={words.none} what={words.noneText} />
      ) : (
        <Form action="/nog-te-posten" keys={props.keys} problems={props.problems}>
          <Table
            caption={postingOffice.toPost.title}
            captionHidden
            dense
            rows={props.letters}
            rowKey={manyCode}
            select={{ name: 'letters', label: (each) => `${each.name}, ${kindOf(each)}` }}
            columns={[
              { key: 'who', label: words.columns.who, header: true, cell: (each) => <a href={`/toestemmingen/${each.request}/brief`}>{each.name}</a> },
              { key: 'what', label: words.columns.what, bare: true, cell: kindOf },
              { key: 'cooperative', label: words.columns.cooperative, bare: true, cell: (each) => each.cooperative },
              { key: 'since', label: words.columns.since, cell: (each) => waitsSaid(each.since && dayOf(each.since), props.today) },
            ]}
          />
          <DayField name="on" label={words.on} value={props.today} max={props.today} />
          <Actions>
            <Button>{words.button}</Button>
          </Actions>
        </Form>
      )}
      <LawFold screen="posting" />
    </div>
  )
}

function kindOf({ kind }: ToPost): string {
  return texts.nl.events[kind]
}

function waitsSaid(since: Day, today: Day): string {
  const days = daysBetween(since, today)
  return `${longDay(since)} (${days === 0 ? words.today : days === 1 ? words.oneDay : fill(words.days, { days })})`
}

/** For the desk of a case manager: how many letters still have to be posted, and how long the oldest lies there. */
export function ToPostNotice(props: { readonly number: number; readonly oldest: Day | null; readonly today: Day }) {
  if (props.number === 0 || props.oldest === null) return null
  return (
    <Card title={postingOffice.toPost.title} look="wait">
      <p>{words.why}</p>
      <LinkList
        items={[
          {
            href: '/nog-te-posten',
            label: props.number === 1 ? words.one : fill(words.number, { number: props.number }),
            note: fill(words.oldest, { since: waitsSaid(props.oldest, props.today) }),
          },
        ]}
      />
    </Card>
  )
}
