import { type Day, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId, PersonId } from '#rooms/access'
import { ActionButton, Actions, Button, ButtonLink, CheckCards, Form } from '#ui/fields.tsx'
import { Alert, Amount, Card, Crumbs, Facts, PageHead, Tag } from '#ui/parts.tsx'
import { openJobTexts } from '../open-jobs.en.ts'
import { type OpenJob, openJobStanding } from '../open-jobs.rules.ts'
import { JOB_TONES } from './tones.ts'

type JobProps = {
  job: OpenJob
  /** What fellow members call each other. */
  names: ReadonlyMap<MemberId, string>
  by: string
  today: Day
  me: PersonId | null
  may: { readonly join: boolean; readonly close: boolean }
  office: boolean
  keys: { csrf: string; key: string }
  problems: Problems | null
  language: Language
}

/** One job: what it is, who joins, and what the reader can do. */
export function JobPage(props: JobProps) {
  const { job, names, language } = props
  const all = openJobTexts(language)
  const words = all.page
  const standing = openJobStanding(job, props.today)
  const hands = job.ended === 'chosen' ? job.hands.filter((hand) => hand.chosen) : job.hands
  return (
    <div class="narrow stack">
      <Crumbs items={[{ href: '/klussen', label: all.title }]} />
      <PageHead title={job.title} lead={<Tag tone={JOB_TONES[standing]}>{all.standing[standing]}</Tag>} read />
      <p>{job.what}</p>
      <Card>
        <Facts
          items={[
            { label: words.by, value: props.by },
            { label: words.on, value: longDay(job.workOn, language) },
            { label: words.place, value: job.place },
            { label: words.about, value: job.aboutNet === null ? words.aboutUnknown : <Amount cents={job.aboutNet} /> },
            { label: words.needed, value: words.people(job.needed) },
            { label: words.until, value: longDay(job.answerUntil, language) },
          ]}
        />
      </Card>
      <Own {...props} />
      {standing === 'withdrawn' ? null : (
        <Card title={job.ended ? words.chosenTitle : words.handsTitle} look="flat">
          {hands.length === 0 ? (
            <p>{words.nobody}</p>
          ) : (
            <ul>
              {hands.map(({ member }) => (
                <li key={member}>{names.get(member) ?? ''}</li>
              ))}
            </ul>
          )}
        </Card>
      )}
      {props.may.close ? <Closing {...props} /> : null}
    </div>
  )
}

/** What the reader has with it. */
function Own({ job, today, me, may, keys, language }: JobProps) {
  const words = openJobTexts(language).page
  const standing = openJobStanding(job, today)
  const own = job.hands.find((hand) => hand.member === me)
  const path = `/klussen/${job.id}`
  if (standing === 'withdrawn') return <Alert tone="plain">{words.withdrawn}</Alert>
  if (job.ended === 'chosen' && own) return <Alert tone={own.chosen ? 'ok' : 'info'}>{own.chosen ? words.youAreChosen : words.full}</Alert>
  if (own)
    return (
      <>
        <Alert tone="ok">{words.joined}</Alert>
        <Actions>
          <ActionButton action={`${path}/afmelding`} keys={keys} look="secondary">
            {words.leave}
          </ActionButton>
        </Actions>
      </>
    )
  if (standing === 'toChoose') return <Alert tone="info">{words.passed}</Alert>
  return standing === 'open' && may.join ? (
    <Actions>
      <ActionButton action={`${path}/meedoen`} keys={keys} icon="check" size="big">
        {words.join}
      </ActionButton>
    </Actions>
  ) : null
}

/** What whoever announced it can do: choose, withdraw, and when it is closed ask for the invoice together. */
function Closing({ job, names, office, keys, problems, language }: JobProps) {
  const words = openJobTexts(language).page
  const path = `/klussen/${job.id}`
  if (job.ended === 'chosen') {
    const first = job.hands.find((hand) => hand.chosen)
    return (
      <Card title={words.invoice} look="flat">
        <p>{words.invoiceHint}</p>
        <Actions>
          <ButtonLink href={`/facturen/nieuw?klus=${job.id}${office && first ? `&lid=${first.member}` : ''}`} icon="plus">
            {words.invoice}
          </ButtonLink>
        </Actions>
      </Card>
    )
  }
  if (job.ended) return null
  return (
    <>
      {job.hands.length > 0 ? (
        <Form action={`${path}/keuze`} keys={keys} problems={problems}>
          <CheckCards
            name="hands"
            label={words.choose}
            hint={words.chooseHint(job.needed)}
            options={job.hands.map(({ member }) => ({ value: member, label: names.get(member) ?? '' }))}
          />
          <Actions>
            <Button icon="check">{words.doChoose}</Button>
          </Actions>
        </Form>
      ) : null}
      <Actions>
        <ActionButton action={`${path}/intrekking`} keys={keys} look="secondary">
          {words.withdraw}
        </ActionButton>
      </Actions>
    </>
  )
}
