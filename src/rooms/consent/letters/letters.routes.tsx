import { Hono } from 'hono'
import { docxMime } from '#kit/docx.ts'
import { refuse } from '#kit/refusal.ts'
import { act, type Env, show } from '#rooms/access'
import { texts } from '../consent.en.ts'
import { type C, idIn } from '../file/opening.ts'
import { LetterPage } from '../pages/letter-page.tsx'
import { PlainLetterPage } from '../pages/plain-letter.tsx'
import { letters } from './letters.nl.ts'
import type { KeptLetter } from './letters.sql.ts'
import { letterFile, letterFileForWriting, letterLogo, letterPdf } from './letters.ts'
import { routes as own } from './own/own-words.routes.tsx'
import { plainTexts } from './plain.en.ts'

/** The letters of a request, as page, PDF, file for a word processor and in plain words. */
export const routes = new Hono<Env>()
routes.route('/', own)

routes.get('/toestemmingen/:request/brief', async (c) => {
  const found = await opened(c)
  return show(c, { title: found.letter?.title ?? letters.page, body: <LetterPage found={found} /> })
})

routes.get('/toestemmingen/:request/brief/gewoon', async (c) => {
  const { language } = c.var
  return show(c, { title: plainTexts[language].title, body: <PlainLetterPage found={await opened(c)} language={language} /> })
})

routes.get('/toestemmingen/:request/brief/pdf', async (c) => {
  const { letter, reference, logo } = await letterWithLogo(c)
  return paper(c, await letterPdf(letter, reference, logo), 'application/pdf', `inline; filename="besluit-${letter.on}.pdf"`)
})

routes.get('/toestemmingen/:request/brief/docx', async (c) => {
  const { letter, reference, logo } = await letterWithLogo(c)
  return paper(c, letterFileForWriting(letter, reference, logo), docxMime, `attachment; filename="besluit-${letter.on}.docx"`)
})

function opened(c: C) {
  return act(c, 'consent.file', (tx, permit) => letterFile(tx, permit, idIn(c), c.req.query('van')))
}

async function letterWithLogo(c: C) {
  const { letter, reference } = await oneLetter(c)
  // The look was written down with the letter.
  return { letter, reference, logo: await act(c, 'consent.file', (tx) => letterLogo(tx, letter)) }
}

async function oneLetter(c: C): Promise<{ letter: KeptLetter; reference: string | null }> {
  const { file, letter } = await opened(c)
  return { letter: letter ?? refuse(texts[c.var.language].refusals.missing, {}, { kind: 'missing' }), reference: file.reference }
}

function paper(c: C, bytes: Uint8Array, type: string, disposition: string) {
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': type, 'Content-Disposition': disposition })
}
