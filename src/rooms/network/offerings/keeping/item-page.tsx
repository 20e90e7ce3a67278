import type { Day } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import type { WorkPhoto } from '#rooms/members'
import { ActionButton, Actions, Button, Form } from '#ui/fields.tsx'
import { Card, Crumbs, Fold, PageHead } from '#ui/parts.tsx'
import { PhotoFields } from '../../work/photo-fields.tsx'
import { workPageTexts } from '../../work/work.en.ts'
import { Photo } from '../../work/work-page.tsx'
import { texts } from '../offerings.en.ts'
import { MOST_PHOTOS, type Offering, photoPath } from '../offerings.rules.ts'
import { OfferingFields } from './own-page.tsx'

type Keys = { readonly csrf: string; readonly key: string }
type Props = {
  readonly offering: Offering
  readonly album: readonly WorkPhoto[]
  readonly today: Day
  readonly keys: () => Keys
  readonly problems: { readonly of: 'text' | 'photo'; readonly told: Problems } | null
  readonly language: Language
}

/** Changing what a member shows: its words, and its photos one tap at a time. */
export function OwnItemPage(props: Props) {
  const { offering, language, problems } = props
  const words = texts(language)
  const wrong = problems?.of === 'text' ? problems.told : null
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/mijn-aanbod', label: words.own.title }]} />
      <PageHead title={fill(words.item.title, { title: offering.title })} read />
      <Photos {...props} />
      <Card title={words.item.text}>
        <Form action={`/mijn-aanbod/${offering.id}`} keys={props.keys()} problems={wrong}>
          <OfferingFields offering={offering} problems={wrong} language={language} />
          <Button icon="check">{words.item.save}</Button>
        </Form>
      </Card>
    </div>
  )
}

function Photos(props: Props) {
  const { offering, album, language, keys } = props
  const words = texts(language).item
  const path = `/mijn-aanbod/${offering.id}/fotos`
  const others = album.filter(({ id }) => offering.photos.every(({ photo }) => photo !== id))
  const wrong = props.problems?.of === 'photo' ? props.problems.told : null
  const isFull = offering.photos.length >= MOST_PHOTOS
  return (
    <Card title={words.photos}>
      {offering.photos.length === 0 ? <p>{words.noPhotos}</p> : null}
      {offering.photos.map((photo, index) => (
        <div class="stack-s" key={photo.photo}>
          <Photo src={photoPath(photo)} alt={photo.seen} size={photo} />
          <Actions>
            {index === 0 ? (
              <span class="soft">{words.first}</span>
            ) : (
              <ActionButton action={`${path}/${photo.photo}/vooraan`} keys={keys()} look="secondary">
                {words.lead}
                <span class="vh">: {photo.seen}</span>
              </ActionButton>
            )}
            <ActionButton action={`${path}/${photo.photo}/weg`} keys={keys()} look="plain">
              {words.drop}
              <span class="vh">: {photo.seen}</span>
            </ActionButton>
          </Actions>
        </div>
      ))}
      {isFull ? <p>{fill(words.full, { most: MOST_PHOTOS })}</p> : null}
      {!isFull && others.length > 0 ? (
        <Fold summary={words.from}>
          <p>{workPageTexts(language).shareWarn}</p>
          <Actions>
            {others.map(({ id, seen }) => (
              <ActionButton action={`${path}/${id}`} keys={keys()} look="secondary" key={id}>
                {fill(words.put, { seen })}
              </ActionButton>
            ))}
          </Actions>
        </Fold>
      ) : null}
      {isFull ? null : (
        <Fold summary={words.upload} open={wrong !== null || album.length === 0}>
          <Form action={path} keys={keys()} problems={wrong} files>
            <PhotoFields today={props.today} language={language} />
            <p class="soft">{workPageTexts(language).shareWarn}</p>
            <Button icon="check">{words.upload}</Button>
          </Form>
        </Fold>
      )}
    </Card>
  )
}
