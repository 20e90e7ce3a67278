import { type Context, Hono } from 'hono'
import type { Tx } from '#kit/db.ts'
import { fileResponse, type NewFile } from '#kit/files.ts'
import { file, type Problems, z } from '#kit/form.ts'
import { act, change, type Env, formKeys, type Permit, show } from '#rooms/access'
import { publicly } from '../../public.ts'
import { nl as owning } from '../owning/owning.nl.ts'
import { ownItem } from '../owning/owning.ts'
import { nl as writing } from '../writing/writing.nl.ts'
import { CRUMB } from '../writing/writing-pages.tsx'
import { nl } from './attaching.nl.ts'
import { addAttachment, attachmentOfVersion, attachmentShown, attachmentsToWrite, putAttachmentBack, takeAttachmentOff } from './attaching.ts'
import { AttachmentsPage } from './attaching-pages.tsx'

/** Files with an item: added by who writes it, read by anybody once a colleague published them. */
export const attachingRoutes = new Hono<Env>()

type C = Context<Env>

const FileForm = z.object({ file: file() })

attachingRoutes.get('/kennis/:slug/bijlagen/:attachment', async (c) => {
  const { slug, attachment } = c.req.param()
  return fileResponse(await publicly(c, (tx) => attachmentShown(tx, slug, attachment, c.var.language)), { download: true })
})

attachingRoutes.get('/netwerk/kennis/versie/:version/bijlagen', (c) => showOfNetwork(c, null))
attachingRoutes.get('/netwerk/kennis/versie/:version/bijlagen/:attachment', async (c) => {
  const { version, attachment } = c.req.param()
  return fileResponse(await act(c, 'knowledge.write', (tx, permit) => attachmentOfVersion(tx, permit, version, attachment)), { download: true })
})
attachingRoutes.post('/netwerk/kennis/versie/:version/bijlagen', (c) =>
  change(c, 'knowledge.write', {
    form: FileForm,
    run: async (tx, permit, form) => addAttachment(tx, permit, c.req.param('version'), await sent(form.file)),
    done: 'fileAttached',
    to: () => ofNetwork(c),
    again: (problems) => showOfNetwork(c, problems),
  }),
)
attachingRoutes.post('/netwerk/kennis/versie/:version/bijlagen/:attachment/weg', (c) =>
  change(c, 'knowledge.write', {
    run: (tx, permit) => takeAttachmentOff(tx, permit, c.req.param('version'), c.req.param('attachment')),
    done: 'fileTakenOff',
    to: () => ofNetwork(c),
  }),
)
attachingRoutes.post('/netwerk/kennis/versie/:version/bijlagen/:attachment/terug', (c) =>
  change(c, 'knowledge.write', {
    run: (tx, permit) => putAttachmentBack(tx, permit, c.req.param('version'), c.req.param('attachment')),
    done: 'fileAttached',
    to: () => ofNetwork(c),
  }),
)

attachingRoutes.get('/mijn-kennis/:slug/bijlagen', (c) => showOfKeeper(c, null))
attachingRoutes.get('/mijn-kennis/:slug/bijlagen/:attachment', async (c) => {
  const read = async (tx: Tx, permit: Permit<'knowledge.own'>) => attachmentOfVersion(tx, permit, await ownVersion(tx, permit, c), c.req.param('attachment'))
  return fileResponse(await act(c, 'knowledge.own', read), { download: true })
})
attachingRoutes.post('/mijn-kennis/:slug/bijlagen', (c) =>
  change(c, 'knowledge.own', {
    form: FileForm,
    run: async (tx, permit, form) => addAttachment(tx, permit, await ownVersion(tx, permit, c), await sent(form.file)),
    done: 'fileAttached',
    to: () => ofKeeper(c),
    again: (problems) => showOfKeeper(c, problems),
  }),
)
attachingRoutes.post('/mijn-kennis/:slug/bijlagen/:attachment/weg', (c) =>
  change(c, 'knowledge.own', {
    run: async (tx, permit) => takeAttachmentOff(tx, permit, await ownVersion(tx, permit, c), c.req.param('attachment')),
    done: 'fileTakenOff',
    to: () => ofKeeper(c),
  }),
)
attachingRoutes.post('/mijn-kennis/:slug/bijlagen/:attachment/terug', (c) =>
  change(c, 'knowledge.own', {
    run: async (tx, permit) => putAttachmentBack(tx, permit, await ownVersion(tx, permit, c), c.req.param('attachment')),
    done: 'fileAttached',
    to: () => ofKeeper(c),
  }),
)

async function showOfNetwork(c: C, problems: Problems | null) {
  const found = await act(c, 'knowledge.write', (tx, permit) => attachmentsToWrite(tx, permit, c.req.param('version') ?? ''))
  const { slug, id } = found.version
  const where = {
    address: ofNetwork(c),
    back: `/netwerk/kennis/versie/${id}/nakijken`,
    crumbs: [CRUMB, { href: `/netwerk/kennis/${slug}`, label: writing.history }],
  }
  return show(c, { title: nl.title, body: <AttachmentsPage {...found} {...where} keys={() => formKeys(c)} problems={problems} /> })
}

async function showOfKeeper(c: C, problems: Problems | null) {
  const found = await act(c, 'knowledge.own', async (tx, permit) => attachmentsToWrite(tx, permit, await ownVersion(tx, permit, c)))
  const where = { address: ofKeeper(c), back: '/mijn-kennis', crumbs: [{ href: '/mijn-kennis', label: owning.title }] }
  return show(c, { title: nl.title, body: <AttachmentsPage {...found} {...where} keys={() => formKeys(c)} problems={problems} /> })
}

/** The last version of an item that one keeps. */
async function ownVersion(tx: Tx, permit: Permit<'knowledge.own'>, c: C): Promise<string> {
  return (await ownItem(tx, permit, c.req.param('slug') ?? '')).id
}

const ofNetwork = (c: C) => `/netwerk/kennis/versie/${c.req.param('version')}/bijlagen`
const ofKeeper = (c: C) => `/mijn-kennis/${c.req.param('slug')}/bijlagen`

async function sent(sentFile: File | null): Promise<NewFile | null> {
  return sentFile ? { name: sentFile.name, type: sentFile.type, bytes: new Uint8Array(await sentFile.arrayBuffer()) } : null
}
