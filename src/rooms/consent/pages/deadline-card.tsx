import { longDay, weekdayDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { Card, Facts } from '#ui/parts.tsx'
import { type DeadlineStep, daysLeft } from '../deadline/deadline.rules.ts'
import type { RequestFile } from '../file/request-file.ts'
import { office } from '../office/office.nl.ts'

const words = office.deadline

/** How the last day came about, step by step with its article, and the other reading where there is one. */
export function DeadlineCard(props: { readonly file: RequestFile }) {
  const { deadline } = props.file
  if (!deadline) return null
  return (
    <Card title={words.title}>
      <p class="strong">{left(props.file)}</p>
      <Facts
        items={deadline.steps.map((step, index) => ({
          label: fill(words[step.what], { days: step.days }),
          value: (
            <>
              {weekdayDay(step.on)} <small class="soft">{articleOf(step)}</small>
            </>
          ),
          total: index === deadline.steps.length - 1,
        }))}
      />
      {deadline.standsStill ? <p>{words.still}</p> : null}
      {deadline.otherReading ? <p class="small soft">{fill(words.other, { day: longDay(deadline.otherReading) })}</p> : null}
      {props.file.decreeKnown ? null : <p class="small soft">{words.unknownDecree}</p>}
    </Card>
  )
}

/** "Nog 6 dagen, tot en met 9 november 2026". */
export function left(file: RequestFile): string {
  if (!file.deadline) return ''
  const days = daysLeft(file.deadline, file.today)
  const day = longDay(file.deadline.last)
  return days > 0 ? fill(words.left, { days, day }) : days === 0 ? words.today : fill(words.over, { day })
}

function articleOf(step: DeadlineStep): string {
  return step.what === 'received' ? words.receivedNote : step.article
}
