import { type Day, shortDay } from '#kit/day.ts'
import type { Language } from '#kit/text.ts'
import { Actions, ButtonLink } from '#ui/fields.tsx'
import { Crumbs, Empty, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { openJobTexts } from '../open-jobs.en.ts'
import { type OpenJob, openJobStanding } from '../open-jobs.rules.ts'
import { JOB_TONES } from './tones.ts'

/** Jobs of the cooperative, newest first. */
export function JobsPage(props: { jobs: readonly OpenJob[]; today: Day; mayAdd: boolean; language: Language }) {
  const { language } = props
  const all = openJobTexts(language)
  const words = all.list
  const joining = (job: OpenJob) => (job.ended === 'chosen' ? job.hands.filter((hand) => hand.chosen).length : job.hands.length)
  return (
    <div class="stack">
      <Crumbs items={[{ href: '/facturen', label: all.invoices }]} />
      <PageHead title={all.title} lead={words.lead} read />
      {props.mayAdd ? (
        <Actions>
          <ButtonLink href="/klussen/nieuw" icon="plus">
            {words.add}
          </ButtonLink>
        </Actions>
      ) : null}
      <Table
        caption={all.title}
        captionHidden
        rows={props.jobs}
        rowKey={(job) => job.id}
        rowHref={(job) => `/klussen/${job.id}`}
        columns={[
          { key: 'job', label: words.job, header: true, cell: (job) => <a href={`/klussen/${job.id}`}>{job.title}</a> },
          { key: 'on', label: words.on, cell: (job) => shortDay(job.workOn, language) },
          { key: 'place', label: words.place, cell: (job) => job.place },
          { key: 'hands', label: words.hands, cell: (job) => words.of(joining(job), job.needed) },
          {
            key: 'state',
            label: words.state,
            bare: true,
            cell: (job) => {
              const standing = openJobStanding(job, props.today)
              return <Tag tone={JOB_TONES[standing]}>{all.standing[standing]}</Tag>
            },
          },
        ]}
        empty={<Empty title={words.empty} what={words.emptyText} />}
      />
    </div>
  )
}
