import { longDay } from '#kit/day.ts'
import { type PageAt, pageAddress } from '#kit/paging.ts'
import { fill, type Language } from '#kit/text.ts'
import { Actions, Button, ButtonLink, Form, SelectField, TextField } from '#ui/fields.tsx'
import { Pager } from '#ui/pager.tsx'
import { Alert, Crumbs, Empty, Facts, MailAddress, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { type Place, placesLike } from '../map/map.rules.ts'
import { CooperativeMap } from '../map/map-picture.tsx'
import { texts } from './listings.en.ts'
import { CRAFTS, type Craft, type FoundListing, LISTINGS_ON_A_PAGE, type Listing, PROGRESS, type Progress } from './listings.rules.ts'

const below = (language: Language, path: string) => (language === 'en' ? `/en${path}` : path)

/** The list with its map: find, see, and open one. */
export function CooperativesPage(props: {
  /** All that was found; the map shows them all, the table one page. */
  readonly found: readonly FoundListing[]
  readonly at: PageAt
  readonly near: Place | null
  /** What was looked for, as it stands in the address. */
  readonly wanted: { readonly plaats: string; readonly werk: Craft | null; readonly stand: Progress | null }
  readonly places: readonly Place[]
  readonly language: Language
  readonly invented: boolean
}) {
  const { found, at, wanted, language } = props
  const words = texts(language)
  const address = below(language, '/cooperaties')
  const numbered = found.map((listing, index) => ({ ...listing, nr: index + 1 }))
  const shown = numbered.slice(at.before, at.before + LISTINGS_ON_A_PAGE)
  const searched = Object.values(wanted).some(Boolean)
  const like = props.near ? [] : placesLike(props.places, wanted.plaats)
  return (
    <div class="stack-l">
      <PageHead title={words.title} lead={words.lead} read />
      {props.invented ? <Alert tone="info">{words.invented}</Alert> : null}
      <Form action={address} method="get" label={words.find} class="form find">
        <TextField name="plaats" label={words.near} hint={words.nearHint} value={wanted.plaats} maxLength={80} optional />
        <SelectField
          name="werk"
          label={words.craft}
          value={wanted.werk ?? ''}
          empty={words.any}
          options={CRAFTS.map((craft) => ({ value: craft, label: words.crafts[craft] }))}
          optional
        />
        <SelectField
          name="stand"
          label={words.progress}
          value={wanted.stand ?? ''}
          empty={words.any}
          options={PROGRESS.map((progress) => ({ value: progress, label: words.progresses[progress] }))}
          optional
        />
        <Actions>
          <Button icon="search">{words.go}</Button>
          {searched ? (
            <ButtonLink href={address} look="plain">
              {words.clear}
            </ButtonLink>
          ) : null}
        </Actions>
      </Form>
      {wanted.plaats !== '' && !props.near ? (
        <Alert tone="warn" title={fill(words.unknownPlace, { name: wanted.plaats })}>
          <p>{words.unknownPlaceNext}</p>
          {like.length > 0 ? (
            <p>
              {words.unknownPlaceLike}{' '}
              {like.map(({ code, name }, index) => (
                <>
                  {index > 0 ? ', ' : ''}
                  <a key={code} href={pageAddress(address, { ...wanted, plaats: name }, 1)}>
                    {name}
                  </a>
                </>
              ))}
            </p>
          ) : null}
        </Alert>
      ) : null}
      {found.length === 0 ? (
        <Empty title={words.found.none} what={words.noneNext}>
          <ButtonLink href={below(language, '/starten')}>{words.start}</ButtonLink>
        </Empty>
      ) : (
        <>
          <div class="stack-s" role="status">
            <h2>{found.length === 1 ? words.found.one : fill(words.found.more, { count: found.length })}</h2>
            {at.pages > 1 ? <p class="soft">{fill(words.found.part, { from: at.before + 1, to: at.before + shown.length })}</p> : null}
          </div>
          <Table
            caption={words.title}
            captionHidden
            rows={shown}
            rowKey={({ cooperative }) => cooperative}
            columns={[
              {
                key: 'name',
                label: words.columns.name,
                header: true,
                cell: (row) => (
                  <>
                    {row.nr}. <a href={below(language, `/cooperaties/${row.cooperative}`)}>{row.name}</a>
                  </>
                ),
              },
              { key: 'town', label: words.columns.town, cell: (row) => (props.invented ? `${row.town} (${words.inventedShort})` : row.town) },
              { key: 'crafts', label: words.columns.crafts, cell: (row) => row.crafts.map((craft) => words.crafts[craft]).join(', ') },
              { key: 'progress', label: words.columns.progress, cell: (row) => words.progresses[row.progress] },
              ...(props.near
                ? [
                    {
                      key: 'away',
                      label: words.columns.away,
                      cell: (row: FoundListing) => (row.away === null ? '' : row.away === 0 ? words.here : fill(words.away, { km: row.away })),
                    },
                  ]
                : []),
            ]}
          />
          <Pager at={at} address={(page) => pageAddress(address, wanted, page)} />
          <CooperativeMap marks={marksOf(numbered, props.places)} language={language} invented={props.invented} />
        </>
      )}
    </div>
  )
}

/** One cooperative: what its members do, how to reach it, and how to join. */
export function CooperativePage(props: { readonly listing: Listing; readonly language: Language; readonly invented: boolean }) {
  const { listing, language } = props
  const words = texts(language)
  const { one } = words
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: below(language, '/cooperaties'), label: one.all }]} />
      <PageHead title={listing.name} lead={listing.about ?? undefined} read />
      {props.invented ? <Alert tone="info">{words.invented}</Alert> : null}
      <p>
        <Tag tone={listing.progress === 'active' ? 'ok' : 'wait'}>{words.progresses[listing.progress]}</Tag>
      </p>
      <Facts
        items={[
          { label: words.columns.town, value: listing.town },
          { label: words.columns.crafts, value: listing.crafts.map((craft) => words.crafts[craft]).join(', ') },
          ...(listing.email ? [{ label: one.email, value: <MailAddress address={listing.email} /> }] : []),
          ...(listing.phone ? [{ label: one.phone, value: <a href={`tel:${listing.phone.replace(/[^\d+]/g, '')}`}>{listing.phone}</a> }] : []),
          ...(listing.website
            ? [
                {
                  label: one.website,
                  value: (
                    <a href={listing.website} rel="noopener noreferrer">
                      {listing.website.replace(/^https:\/\//, '')}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      {listing.progress === 'stopped' ? (
        <Alert tone="info">{one.stopped}</Alert>
      ) : (
        <div class="stack-s">
          <Actions>
            <ButtonLink href={`/aanmelden?bij=${listing.cooperative}`} after="arrow">
              {one.apply}
            </ButtonLink>
          </Actions>
          <p class="soft">{one.applyNote}</p>
        </div>
      )}
      <p class="muted">{fill(one.checked, { day: longDay(listing.checkedOn, language) })}</p>
    </div>
  )
}

/** Cooperatives of one municipality stand on one spot: they share a mark with all their numbers. */
function marksOf(found: readonly (FoundListing & { readonly nr: number })[], places: readonly Place[]) {
  return [...Map.groupBy(found, ({ place }) => place)].flatMap(([code, here]) => {
    const place = places.find((each) => each.code === code)
    return place ? [{ code, name: place.name, spot: place.spot, numbers: here.map(({ nr }) => nr) }] : []
  })
}
