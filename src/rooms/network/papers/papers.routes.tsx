import { type Context, Hono } from 'hono'
import { docxMime } from '#kit/docx.ts'
import { choice, optionalProse, type Problems, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { answersAtPaper } from '../knowledge/using/using.ts'
import { docxOfPaper, pdfOfPaper } from './paper-files.ts'
import { nl } from './papers.nl.ts'
import { answerPart, madePaper, makePaper, oneModel, papersOf, questionnaire } from './papers.ts'
import { ModelPage, PapersPage } from './papers-pages.tsx'
import { ModelsPage, PartPage } from './papers-parts.tsx'
import { allQuestions, PARTS, type Part, parts, partsOfKind, type QuestionKey } from './questions.nl.ts'
import { TOWN_PARTS } from './town/questions.nl.ts'
import { modelsOverseen, publishModel } from './versions/publishing.ts'

/** The papers a cooperative stands on: one list of questions, models that fill themselves, and what was made. */
export const paperRoutes = new Hono<Env>()

type C = Context<Env>

paperRoutes.get('/stukken', async (c) => {
  const found = await act(c, 'paper.read', papersOf)
  return show(c, { title: nl.title, body: <PapersPage {...found} /> })
})

paperRoutes.get('/stukken/vragen/:part', (c) => partPage(c, null))

paperRoutes.post('/stukken/vragen/:part', (c) => {
  const part = partIn(c)
  const all = partsOfKind((TOWN_PARTS as readonly Part[]).includes(part) ? 'municipality' : 'cooperative')
  const next = all[all.indexOf(part) + 1]
  return change(c, 'paper.answer', {
    form: formOf(part),
    run: (tx, permit, typed) => answerPart(tx, permit, part, typed),
    done: 'paperAnswered',
    to: () => (next ? `/stukken/vragen/${next}` : '/stukken'),
    again: (problems) => partPage(c, problems),
  })
})

paperRoutes.get('/stukken/gemaakt/:paper/:file', async (c) => {
  const { paper: id, file } = c.req.param()
  const known = isId(id) && (file === 'word' || file === 'pdf')
  const paper = await act(c, 'paper.read', (tx, permit) => (known ? madePaper(tx, permit, id) : refuse(nl.refusals.missing, {}, { kind: 'missing' })))
  const name = `${paper.model}-versie-${paper.version}`
  return file === 'pdf'
    ? c.body((await pdfOfPaper(paper)) as Uint8Array<ArrayBuffer>, 200, filed('application/pdf', `${name}.pdf`, 'inline'))
    : c.body(docxOfPaper(paper) as Uint8Array<ArrayBuffer>, 200, filed(docxMime, `${name}.docx`, 'attachment'))
})

paperRoutes.get('/stukken/:model', async (c) => {
  const found = await act(c, 'paper.read', async (tx, permit) => ({
    ...(await oneModel(tx, permit, c.req.param('model'))),
    known: await answersAtPaper(tx, permit, c.req.param('model')),
  }))
  return show(c, { title: found.model.title, body: <ModelPage {...found} keys={formKeys(c)} /> })
})

paperRoutes.post('/stukken/:model', (c) =>
  change(c, 'paper.make', {
    run: (tx, permit) => makePaper(tx, permit, c.req.param('model')),
    done: 'paperMade',
    to: () => `/stukken/${c.req.param('model')}`,
  }),
)

paperRoutes.get('/netwerk/stukken', async (c) => {
  const rows = await act(c, 'paper.oversee', modelsOverseen)
  return show(c, { title: nl.network.title, body: <ModelsPage rows={rows} keys={() => formKeys(c)} /> })
})

paperRoutes.post('/netwerk/stukken/:model/versie', (c) =>
  change(c, 'paper.publish', {
    run: (tx, permit) => publishModel(tx, permit, c.req.param('model')),
    done: 'paperPublished',
    to: () => '/netwerk/stukken',
  }),
)

async function partPage(c: C, problems: Problems | null) {
  const part = partIn(c)
  const found = await act(c, 'paper.answer', (tx, permit) => questionnaire(tx, permit, part))
  return show(c, { title: parts[part].title, body: <PartPage part={part} {...found} keys={formKeys(c)} problems={problems} /> })
}

function partIn(c: C): Part {
  return [...PARTS, ...TOWN_PARTS].find((part) => part === c.req.param('part')) ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
}

/** What is empty is no answer yet; what an answer must be, the rules say. */
function formOf(part: Part): z.ZodType<Readonly<Partial<Record<QuestionKey, string>>>> {
  const fields = allQuestions
    .filter((question) => question.part === part)
    .map(({ key, kind, options }) => {
      if (options) return [key, choice(['', ...options.map(({ value }) => value)]).optional()] as const
      return [key, optionalProse(kind === 'prose' ? 600 : 200)] as const
    })
  return z.object(Object.fromEntries(fields)).transform((typed) => Object.fromEntries(Object.entries(typed).map(([key, words]) => [key, words ?? ''])))
}

function filed(mime: string, name: string, how: 'inline' | 'attachment'): Record<string, string> {
  return { 'Content-Type': mime, 'Content-Disposition': `${how}; filename="${name}"`, 'Cache-Control': 'private, no-store' }
}
