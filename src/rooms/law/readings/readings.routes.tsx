import { type Context, Hono } from 'hono'
import { choice, type Problems, z } from '#kit/form.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { nl } from './readings.nl.ts'
import { ownReading, setReading } from './readings.ts'
import { ReadingsPage } from './readings-page.tsx'

/** How a municipality reads the law where offices differ. */
export const readingRoutes = new Hono<Env>()

const answer = choice(['ja', 'nee'])
const ReadingForm = z.object({ monthsMustFollow: answer, pensionAgeHasSixMonths: answer, medicalBeforeLoneParent: answer, early2027: answer })

readingRoutes.get('/wet/lezing', (c) => showReading(c, null))

readingRoutes.post('/wet/lezing', (c) =>
  change(c, 'reading.set', {
    form: ReadingForm,
    run: (tx, permit, form) =>
      setReading(tx, permit, {
        settings: {
          monthsMustFollow: form.monthsMustFollow === 'ja',
          pensionAgeHasSixMonths: form.pensionAgeHasSixMonths === 'ja',
          medicalBeforeLoneParent: form.medicalBeforeLoneParent === 'ja',
        },
        early2027: form.early2027 === 'ja',
      }),
    done: 'readingSet',
    to: () => '/wet/lezing',
    again: (problems) => showReading(c, problems),
  }),
)

async function showReading(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'reading.set', ownReading)
  return show(c, { title: nl.title, body: <ReadingsPage {...found} keys={formKeys(c)} problems={problems} /> })
}
