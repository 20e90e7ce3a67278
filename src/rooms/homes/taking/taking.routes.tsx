import { Hono } from 'hono'
import { fileResponse } from '#kit/files.ts'
import { fill } from '#kit/text.ts'
import { act, change, type Env, errandAddress, formKeys, show } from '#rooms/access'
import { taking as words } from './taking.nl.ts'
import { askExport, takeArchive, takingOf } from './taking.ts'
import { TakingPage } from './taking-page.tsx'

/** Everything of the cooperative as one file. */
export const routes = new Hono<Env>()

routes.get('/alles-meenemen', async (c) => {
  const found = await act(c, 'export.make', takingOf)
  return show(c, { title: words.title, body: <TakingPage {...found} keys={formKeys(c)} /> })
})

routes.post('/alles-meenemen', (c) => change(c, 'export.make', { run: askExport, to: errandAddress }))

routes.get('/alles-meenemen/:errand/bestand', async (c) => {
  const { bytes, day } = await act(c, 'export.make', async (tx, permit) => ({ bytes: await takeArchive(tx, permit, c.req.param('errand')), day: permit.today }))
  return fileResponse({ name: fill(words.file, { day }), type: 'application/zip', bytes }, { download: true })
})
