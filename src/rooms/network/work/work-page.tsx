import { type Day, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { WORK_LIMITS, type WorkPhoto } from '#rooms/members'
import { ActionButton, Actions, Button, ButtonLink, Form } from '#ui/fields.tsx'
import { Alert, Card, Empty, Fold, PageHead } from '#ui/parts.tsx'
import type { Offering } from '../offerings/offerings.rules.ts'
import { PhotoFields } from './photo-fields.tsx'
import { workPageTexts } from './work.en.ts'

type Keys = { readonly csrf: string; readonly key: string }
type Props = {
  readonly photos: readonly WorkPhoto[]
  readonly offerings: readonly Offering[]
  readonly today: Day
  readonly keys: () => Keys
  readonly problems: Problems | null
  readonly language: Language
}

/** The photos that a member keeps of own work: each with its day and words, and a tap to show it. */
export function WorkPage(props: Props) {
  const { photos, language } = props
  const words = workPageTexts(language)
  const nearlyFull = photos.length >= WORK_LIMITS.photos - 5
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={words.lead} read />
      {nearlyFull ? <Alert tone="warn">{words.nearlyFull}</Alert> : null}
      {photos.length === 0 ? <Empty title={words.none.title} what={words.none.what} /> : null}
      {photos.map((photo) => (
        <WorkCard {...props} photo={photo} key={photo.id} />
      ))}
      <Card title={words.add}>
        <Form action="/mijn-werk" keys={props.keys()} problems={props.problems} files>
          <PhotoFields today={props.today} language={language} />
          <p class="soft">{fill(words.room, { photos: photos.length, most: WORK_LIMITS.photos })}</p>
          <Button icon="check">{words.keep}</Button>
        </Form>
      </Card>
      <Actions>
        {photos.length > 0 ? (
          <ButtonLink href="/mijn-werk/meenemen" look="secondary" icon="download" download>
            {words.take}
          </ButtonLink>
        ) : null}
        <ButtonLink href="/mijn-aanbod" look="secondary">
          {words.offer}
        </ButtonLink>
      </Actions>
      {photos.length > 0 ? <p class="soft">{words.takeNote}</p> : null}
    </div>
  )
}

function WorkCard({ photo, offerings, language, keys }: Props & { readonly photo: WorkPhoto }) {
  const words = workPageTexts(language)
  const shownAt = offerings.filter(({ photos }) => photos.some((each) => each.photo === photo.id))
  const others = offerings.filter((each) => !shownAt.includes(each))
  return (
    <Card title={photo.seen}>
      <Photo src={`/mijn-werk/${photo.id}/foto`} alt={photo.seen} size={photo} />
      <p class="soft">{longDay(photo.madeOn, language)}</p>
      {photo.words ? <p>{photo.words}</p> : null}
      {shownAt.map(({ id, title }) => (
        <p key={id}>{fill(words.onSite, { title })}</p>
      ))}
      {offerings.length === 0 ? <p class="soft">{words.offerMore}</p> : null}
      {others.length > 0 ? (
        <Fold summary={words.shareTitle}>
          <p>{words.shareWarn}</p>
          <Actions>
            {others.map(({ id, title }) => (
              <ActionButton action={`/mijn-aanbod/${id}/fotos/${photo.id}`} keys={keys()} look="secondary" key={id}>
                {fill(words.share, { title })}
              </ActionButton>
            ))}
          </Actions>
        </Fold>
      ) : null}
      <Actions>
        <ActionButton action={`/mijn-werk/${photo.id}/weg`} keys={keys()} look="plain">
          {words.remove}
          <span class="vh">: {photo.seen}</span>
        </ActionButton>
        {shownAt.length > 0 ? <span class="soft">{words.removeNote}</span> : null}
      </Actions>
    </Card>
  )
}

/** A picture with its size, so that nothing jumps when it comes; `first` is asked for at once, another when it is near. */
export function Photo(props: {
  readonly src: string
  readonly alt: string
  readonly size: { readonly width: number; readonly height: number }
  readonly first?: boolean
}) {
  const { width, height } = props.size
  return (
    <img
      class="photo"
      src={props.src}
      alt={props.alt}
      width={width}
      height={height}
      loading={props.first ? undefined : 'lazy'}
      fetchpriority={props.first ? 'high' : undefined}
      decoding="async"
    />
  )
}
