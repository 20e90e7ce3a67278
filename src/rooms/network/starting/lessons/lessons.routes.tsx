import { Hono } from 'hono'
import { choice, optionalProse, prose, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { change, type Env } from '#rooms/access'
import { stepPage } from '../step-page.tsx'
import { nl } from './lessons.nl.ts'
import { LESSON_AUDIENCES, LESSON_LENGTH } from './lessons.rules.ts'
import { decideLesson, takeLessonBack, writeLesson } from './lessons.ts'

/** What organisations leave at a step for who comes after them. */
export const lessonRoutes = new Hono<Env>()

lessonRoutes.post('/startpad/:step/lessen', (c) =>
  change(c, 'lesson.write', {
    form: z.object({ words: prose(LESSON_LENGTH), audience: choice(LESSON_AUDIENCES), named: choice(['ja', 'nee']) }),
    run: (tx, permit, { named, ...facts }) => writeLesson(tx, permit, c.req.param('step'), { ...facts, named: named === 'ja' }),
    done: 'lessonWritten',
    to: () => `/startpad/${c.req.param('step')}`,
    again: (problems) => stepPage(c, problems),
  }),
)

lessonRoutes.post('/startpad/:step/lessen/:lesson/weg', (c) =>
  change(c, 'lesson.write', {
    run: (tx, permit) => takeLessonBack(tx, permit, known(c.req.param('lesson'))),
    done: 'lessonTakenBack',
    to: () => `/startpad/${c.req.param('step')}`,
  }),
)

lessonRoutes.post('/netwerk/initiatieven/lessen/:lesson/besluit', (c) =>
  change(c, 'lesson.decide', {
    form: z.object({ answer: choice(['ja', 'nee']), words: optionalProse(400) }),
    run: (tx, permit, { answer, words }) => decideLesson(tx, permit, known(c.req.param('lesson')), answer === 'ja', words),
    done: 'lessonDecided',
    to: () => '/netwerk/initiatieven',
  }),
)

function known(id: string): string {
  return isId(id) ? id : refuse(nl.refusals.missing, {}, { kind: 'missing' })
}
