import { longDay } from '#kit/day.ts'
import { type Problems, typedValue } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { Actions, Button, ButtonLink, CheckCards, Form, RadioCards, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Crumbs, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { nl } from './keeping.nl.ts'
import { nl as list } from './listings.nl.ts'
import { CRAFTS, type Listing, PROGRESS } from './listings.rules.ts'

/** What the public reads about the own cooperative, as the board keeps it. */
export function KeepListingPage(props: {
  readonly own: Listing | null
  readonly placeName: string
  readonly stale: boolean
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}) {
  const { own } = props
  const was = (name: string, otherwise: string | null | undefined) => typedValue(props.problems, name, otherwise ?? '')
  return (
    <div class="narrow stack-l">
      <PageHead title={nl.title} lead={nl.lead} />
      <Alert tone={props.stale || !own ? 'warn' : 'info'}>
        {own ? fill(nl.checked, { day: longDay(own.checkedOn) }) : nl.never} {props.stale ? nl.stale : ''}
      </Alert>
      <Form action="/vermelding" keys={props.keys} problems={props.problems}>
        <RadioCards
          name="progress"
          label={nl.fields.progress}
          value={was('progress', own?.progress)}
          options={PROGRESS.map((progress) => ({ value: progress, label: list.progresses[progress] }))}
        />
        <TextField name="place" label={nl.fields.place} hint={nl.fields.placeHint} value={was('place', props.placeName)} maxLength={80} />
        <TextField name="town" label={nl.fields.town} value={was('town', own?.town)} maxLength={80} />
        <CheckCards
          name="crafts"
          label={nl.fields.crafts}
          values={own?.crafts ?? []}
          options={CRAFTS.map((craft) => ({ value: craft, label: list.crafts[craft] }))}
          columns={2}
        />
        <TextArea name="about" label={nl.fields.about} hint={nl.fields.aboutHint} value={was('about', own?.about)} rows={4} maxLength={600} optional />
        <TextField name="email" type="email" label={nl.fields.email} value={was('email', own?.email)} optional />
        <TextField name="phone" type="tel" label={nl.fields.phone} value={was('phone', own?.phone)} optional />
        <TextField name="website" type="url" label={nl.fields.website} value={was('website', own?.website)} optional />
        <RadioCards
          name="shown"
          label={nl.fields.shown}
          value={was('shown', own ? (own.shown ? 'ja' : 'nee') : '')}
          options={[
            { value: 'ja', label: nl.fields.yes },
            { value: 'nee', label: nl.fields.no, hint: nl.fields.noHint },
          ]}
        />
        <Actions>
          <Button>{nl.save}</Button>
          {own?.shown ? (
            <ButtonLink href={`/cooperaties/${own.cooperative}`} look="secondary">
              {nl.look}
            </ButtonLink>
          ) : null}
        </Actions>
      </Form>
    </div>
  )
}

type Row = { readonly id: string; readonly name: string; readonly listing: Listing | null; readonly stale: boolean }

/** Every cooperative with its entry, doubtful ones first. */
export function ListingsOverviewPage(props: { readonly rows: readonly Row[] }) {
  const words = nl.overview
  const stale = props.rows.filter((row) => row.stale).length
  return (
    <div class="stack-l">
      <Crumbs items={[{ href: '/netwerk', label: nl.overview.network }]} />
      <PageHead title={words.title} lead={words.lead} />
      {stale > 0 ? <Alert tone="warn">{fill(words.staleCount, { count: stale })}</Alert> : null}
      <Table
        caption={words.title}
        captionHidden
        rows={props.rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', label: words.columns.name, header: true, cell: (row) => row.name },
          { key: 'town', label: words.columns.town, cell: (row) => row.listing?.town ?? '' },
          { key: 'progress', label: words.columns.progress, cell: (row) => (row.listing ? list.progresses[row.listing.progress] : '') },
          {
            key: 'shown',
            label: words.columns.shown,
            cell: (row) => (row.listing ? (row.listing.shown ? words.shown.yes : words.shown.no) : words.shown.none),
          },
          {
            key: 'checked',
            label: words.columns.checked,
            cell: (row) => (
              <>
                {row.listing ? longDay(row.listing.checkedOn) : ''} {row.stale ? <Tag tone="warn">{words.stale}</Tag> : null}
              </>
            ),
          },
        ]}
      />
      <p class="soft">{words.note}</p>
    </div>
  )
}
