import { type Context, Hono } from 'hono'
import { fileResponse } from '#kit/files.ts'
import { dayField, file, optionalProse, type Problems, prose, z } from '#kit/form.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { keepWorkPhoto, removeWorkPhoto, workArchive, workPhotos, workPicture } from '#rooms/members'
import { offeringsInReach } from '../offerings/offerings.ts'
import { arrived } from './arrived.ts'
import { workPageTexts } from './work.en.ts'
import { WorkPage } from './work-page.tsx'

/** The photos that a member keeps of own work. */
export const workRoutes = new Hono<Env>()

export const PhotoForm = z.object({ photo: file(), seen: prose(150), madeOn: dayField(), words: optionalProse(300) })

workRoutes.get('/mijn-werk', (c) => showWork(c, null))

workRoutes.post('/mijn-werk', (c) =>
  change(c, 'work.keep', {
    form: PhotoForm,
    run: async (tx, permit, { photo, ...facts }) => keepWorkPhoto(tx, permit, await arrived(photo), facts),
    done: 'workKept',
    to: () => '/mijn-werk',
    again: (problems) => showWork(c, problems),
  }),
)

workRoutes.get('/mijn-werk/meenemen', async (c) => {
  const bytes = await act(c, 'work.keep', workArchive)
  return fileResponse({ name: workPageTexts(c.var.language).zip, type: 'application/zip', bytes }, { download: true })
})

workRoutes.get('/mijn-werk/:photo/foto', async (c) => fileResponse(await act(c, 'work.keep', (tx, permit) => workPicture(tx, permit, c.req.param('photo')))))

workRoutes.post('/mijn-werk/:photo/weg', (c) =>
  change(c, 'work.keep', {
    run: (tx, permit) => removeWorkPhoto(tx, permit, c.req.param('photo')),
    done: 'workRemoved',
    to: () => '/mijn-werk',
  }),
)

async function showWork(c: Context<Env>, problems: Problems | null) {
  const { language } = c.var
  const photos = await act(c, 'work.keep', async (tx, permit) => ({ photos: await workPhotos(tx, permit), today: permit.today }))
  const { offerings } = await act(c, 'offering.keep', offeringsInReach)
  return show(c, {
    title: workPageTexts(language).title,
    body: <WorkPage {...photos} offerings={offerings} keys={() => formKeys(c)} problems={problems} language={language} />,
  })
}
