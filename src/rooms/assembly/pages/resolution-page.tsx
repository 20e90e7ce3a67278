import { type Day, dayOf, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { ActionButton, Actions, Button, ButtonLink, Form } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Facts, Fold, PageHead } from '#ui/parts.tsx'
import { nl } from '../assembly.nl.ts'
import { numberOf, type Resolution } from '../assembly.rules.ts'
import { ResolutionFields } from './resolution-form.tsx'

const words = nl.page

/** One resolution as it reads, what it replaces, and within a day a way to mend a mistake. */
export function ResolutionPage(props: {
  readonly resolution: Resolution
  readonly replaces: Resolution | null
  readonly replacedBy: Resolution | null
  readonly by: string | null
  readonly corrects: boolean
  readonly adds: boolean
  /** Whether a member reads: who wrote it down and how that is mended is not for members. */
  readonly member: boolean
  readonly today: Day
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}) {
  const { resolution, replaces, replacedBy } = props
  const recorded = fill(words.recordedOf, { day: longDay(dayOf(resolution.recordedAt)), name: props.by ?? words.somebody })
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/besluiten', label: nl.title }]} />
      <PageHead over={fill(words.title, { number: numberOf(resolution) })} title={resolution.title} />
      {replacedBy ? (
        <Alert tone="warn">
          <p>
            <a href={`/besluiten/${replacedBy.id}`}>{fill(words.replacedBy, { number: numberOf(replacedBy) })}</a>
          </p>
        </Alert>
      ) : resolution.replacedBy ? (
        <Alert tone="warn">{words.replaced}</Alert>
      ) : null}
      <Card>
        {resolution.text.split(/\n+/).map((paragraph, index) => (
          <p key={`${index} ${paragraph}`}>{paragraph}</p>
        ))}
        <Facts
          items={[
            { label: nl.columns.on, value: longDay(resolution.on) },
            { label: nl.columns.organ, value: nl.organs[resolution.organ] },
            { label: words.votes, value: votesOf(resolution) },
            ...(resolution.present ? [{ label: words.present, value: resolution.present }] : []),
            ...(resolution.about ? [{ label: words.about, value: aboutOf(resolution) }] : []),
            ...(resolution.file ? [{ label: words.file, value: <a href={`/besluiten/${resolution.id}/stuk`}>{words.open}</a> }] : []),
            ...(props.member ? [] : [{ label: words.recorded, value: resolution.wordings > 1 ? `${recorded}. ${words.corrected}` : recorded }]),
            ...(props.member ? [] : [{ label: words.readers, value: resolution.forMembers ? words.forMembers : words.notForMembers }]),
          ]}
        />
        {replaces ? (
          <p>
            <a href={`/besluiten/${replaces.id}`}>{fill(words.replaces, { number: numberOf(replaces) })}</a>
          </p>
        ) : null}
      </Card>
      {props.corrects ? (
        <Fold summary={words.correct} open={props.problems !== null}>
          <Form action={`/besluiten/${resolution.id}`} keys={props.keys} problems={props.problems} files>
            <ResolutionFields today={props.today} now={resolution} />
            <Button look="secondary">{nl.form.correct}</Button>
          </Form>
        </Fold>
      ) : props.member ? null : (
        <p class="soft">{words.stands}</p>
      )}
      {props.adds ? (
        <Actions>
          <ActionButton
            action={`/besluiten/${resolution.id}/leden`}
            keys={props.keys}
            hidden={{ shown: resolution.forMembers ? 'nee' : 'ja' }}
            look="secondary"
          >
            {resolution.forMembers ? words.hide : words.show}
          </ActionButton>
        </Actions>
      ) : null}
      {props.adds && !replacedBy ? (
        <Actions>
          <ButtonLink href={`/besluiten/nieuw?vervangt=${resolution.id}`} look="secondary">
            {words.replace}
          </ButtonLink>
        </Actions>
      ) : null}
    </div>
  )
}

function votesOf({ inFavour, against, abstained }: Resolution): string {
  if (inFavour === null && against === null && abstained === null) return words.notCounted
  return fill(words.votesOf, { inFavour: inFavour ?? 0, against: against ?? 0, abstained: abstained ?? 0 })
}

function aboutOf({ about, aboutYear, months }: Resolution): string {
  const facts = { what: about ? nl.about[about] : '', year: aboutYear ?? '', months: months ?? '' }
  return fill(months === null ? words.aboutOf : words.aboutMonths, facts)
}
