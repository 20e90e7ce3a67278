import type { Context } from 'hono'
import type { Problems } from '#kit/form.ts'
import { act, type Env, formKeys, scopeOf, show } from '#rooms/access'
import { ownConfirming } from './confirming/confirming.ts'
import { OwnConfirming } from './confirming/confirming-cards.tsx'
import { lessonsAt } from './lessons/lessons.ts'
import { OthersLearned, OwnLessons } from './lessons/lessons-cards.tsx'
import { startPath, startStep } from './starting.ts'
import { StepPage } from './starting-pages.tsx'

/** The page of one step, with what was typed in whichever of its forms was refused. */
export async function stepPage(c: Context<Env>, problems: Problems | null): Promise<Response> {
  const key = c.req.param('step') ?? 'bevestiging'
  const { confirming, lessons, done, ...found } = await act(c, 'start.read', async (tx, permit) => ({
    ...(await startStep(tx, permit, key)),
    lessons: await lessonsAt(tx, permit, key),
    done: (await startPath(tx, permit)).standing.phases.some(({ steps }) => steps.some(({ step, done }) => step.key === key && done)),
    confirming: key === 'bevestiging' ? await ownConfirming(tx, permit) : null,
  }))
  const keys = () => formKeys(c)
  const of = !problems ? null : 'kvk' in problems.typed ? 'confirming' : 'audience' in problems.typed || 'named' in problems.typed ? 'lesson' : 'question'
  const writes = done && scopeOf('lesson.write', c.var.seat?.role ?? 'member') !== null && !c.var.seat?.provisional
  return show(c, {
    title: found.step.title,
    body: (
      <StepPage
        {...found}
        keys={keys}
        problems={of === 'question' ? problems : null}
        language={c.var.language}
        learned={<OthersLearned told={found.step.learned} others={lessons.others} />}
        lessons={<OwnLessons step={key} own={lessons.own} writes={writes} keys={keys} problems={of === 'lesson' ? problems : null} />}
      >
        {confirming ? <OwnConfirming {...confirming} may={c.var.seat?.role === 'board'} keys={keys} problems={of === 'confirming' ? problems : null} /> : null}
      </StepPage>
    ),
  })
}
