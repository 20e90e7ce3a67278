import { shortDay } from '#kit/day.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId, PersonId } from '#rooms/access'
import { Actions, ButtonLink } from '#ui/fields.tsx'
import { Amount, Crumbs, Empty, PageHead, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { betweenTexts } from '../between.en.ts'
import { type MemberWork, memberWorkStanding } from '../between.rules.ts'
import { WORK_TONES } from './tones.ts'

/** All work between members within reach, newest first. */
export function WorkListPage(props: {
  works: readonly MemberWork[]
  names: ReadonlyMap<MemberId, string>
  /** The member who reads it; null for the office. */
  own: PersonId | null
  mayAdd: boolean
  language: Language
}) {
  const { names, own, language } = props
  const all = betweenTexts(language)
  const words = all.list
  const nameOf = (member: MemberId) => names.get(member) ?? ''
  const whom = ({ worker, receiver }: MemberWork) => {
    if (own === worker) return words.for(nameOf(receiver))
    return own === receiver ? words.by(nameOf(worker)) : words.both(nameOf(worker), nameOf(receiver))
  }
  return (
    <div class="stack">
      <Crumbs items={[{ href: '/facturen', label: all.invoices }]} />
      <PageHead title={all.title} lead={own ? words.lead : words.leadOffice} read={own !== null} />
      {props.mayAdd ? (
        <Actions>
          <ButtonLink href="/onderling/nieuw" icon="plus">
            {words.add}
          </ButtonLink>
        </Actions>
      ) : null}
      <Table
        caption={all.title}
        captionHidden
        rows={props.works}
        rowKey={(work) => work.id}
        rowHref={(work) => `/onderling/${work.id}`}
        columns={[
          { key: 'what', label: words.what, header: true, cell: (work) => <a href={`/onderling/${work.id}`}>{work.what}</a> },
          { key: 'with', label: words.with, bare: true, cell: whom },
          { key: 'on', label: words.on, cell: (work) => shortDay(work.performedOn, language) },
          {
            key: 'state',
            label: words.state,
            bare: true,
            cell: (work) => {
              const standing = memberWorkStanding(work.steps)
              return <Tag tone={WORK_TONES[standing]}>{all.standing[standing]}</Tag>
            },
          },
          { key: 'amount', label: words.amount, numeric: true, phone: 'beside', cell: (work) => <Amount cents={work.net} /> },
        ]}
        empty={<Empty title={words.empty} what={words.emptyText} />}
      />
    </div>
  )
}
