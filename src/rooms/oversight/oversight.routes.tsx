import { type Context, Hono } from 'hono'
import { addDays } from '#kit/day.ts'
import { fileResponse } from '#kit/files.ts'
import { choice, dayField, file, optional, optionalProse, type Problems, prose, text, wholeNumber, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { type Action, act, change, type Env, formKeys, looked, type OrganisationId, scopeOf, show } from '#rooms/access'
import { threadEvidence } from '#rooms/threads'
import { SAMPLE_KINDS, SEEN_DAYS } from './drawing/drawing.rules.ts'
import { askSample, cooperativesToSample, longestSeen } from './drawing/drawing.ts'
import { NewSamplePage } from './drawing/new-sample-page.tsx'
import { DrawnPage, type FormOnPage } from './looking/drawn-page.tsx'
import {
  answerAboutDrawn,
  askAboutDrawn,
  closeSample,
  correctFinding,
  drawnById,
  drawnFile,
  drawnView,
  endQuestion,
  findDrawn,
  samplesInReach,
  sampleView,
  threadOnDrawn,
} from './looking/looking.ts'
import { ReportPage } from './looking/report-page.tsx'
import { SamplePage } from './looking/sample-page.tsx'
import { SamplesPage } from './looking/samples-page.tsx'
import { oversightTexts } from './oversight.en.ts'
import type { DrawnId, SampleAsked, SampleId } from './oversight.types.ts'
import { routes as resident } from './resident/resident.routes.tsx'
import { routes as watching } from './watching/watching.routes.tsx'

export const routes = new Hono<Env>()

routes.route('/', resident)
routes.route('/', watching)

type C = Context<Env>

const SampleForm = z.object({
  cooperative: text(36),
  kind: choice(SAMPLE_KINDS),
  from: dayField(),
  until: dayField(),
  size: optional(wholeNumber()),
  percent: optional(wholeNumber()),
  reason: prose(500),
  seenDays: choice(SEEN_DAYS),
})
const QuestionForm = z.object({ words: prose(1000), lastDay: dayField() })
const AnswerForm = z.object({ words: prose(2000), evidence: file() })
const FindingForm = z.object({ outcome: choice(['right', 'notRight']), words: optionalProse(1000) })
const CorrectionForm = z.object({ outcome: choice(['right', 'notRight']), words: optionalProse(1000), reason: prose(500) })
const ClosingForm = z.object({ words: prose(2000) })

routes.get('/steekproeven', async (c) => {
  const found = await act(c, 'sample.list', async (tx, permit) => ({ samples: await samplesInReach(tx, permit), today: permit.today }))
  return show(c, {
    title: wordsOf(c).list.title,
    body: <SamplesPage {...found} asks={may(c, 'sample.ask')} municipality={isMunicipality(c)} language={c.var.language} />,
  })
})

routes.get('/steekproeven/nieuw', (c) => newPage(c, null))

routes.post('/steekproeven', (c) =>
  change(c, 'sample.ask', {
    form: SampleForm,
    run: (tx, permit, form) => askSample(tx, permit, askedIn(c, form)),
    done: 'sampleAsked',
    to: (id) => `/steekproeven/${id}`,
    again: (problems) => newPage(c, problems),
  }),
)

routes.get('/steekproeven/:sample', (c) => samplePage(c, null))

routes.get('/steekproeven/:sample/verslag', async (c) => {
  const view = await viewOf(c)
  const words = wordsOf(c)
  return show(c, { title: words.report.title, body: <ReportPage view={view} language={c.var.language} /> })
})

routes.post('/steekproeven/:sample/sluiting', (c) => {
  const id = sampleIn(c)
  return change(c, 'sample.close', {
    form: ClosingForm,
    run: (tx, permit, { words }) => closeSample(tx, permit, id, words),
    done: 'sampleClosed',
    to: () => `/steekproeven/${id}`,
    again: (problems) => samplePage(c, problems),
  })
})

routes.get('/steekproeven/stukken/:drawn', (c) => drawnPage(c, null, null))

routes.get('/steekproeven/stukken/:drawn/foto', async (c) => {
  const id = drawnIn(c)
  const found = await act(c, 'sample.read', async (tx, permit) => {
    await looked(tx, permit, [(await drawnById(tx, permit, id)).member])
    return drawnFile(tx, permit, id)
  })
  return fileResponse(found)
})

routes.post('/steekproeven/stukken/:drawn/vraag', (c) => {
  const id = drawnIn(c)
  return change(c, 'sample.question', {
    form: QuestionForm,
    run: (tx, permit, { words, lastDay }) => askAboutDrawn(tx, permit, id, words, lastDay),
    done: 'sampleQuestioned',
    to: () => `/steekproeven/stukken/${id}`,
    again: (problems) => drawnPage(c, problems, 'question'),
  })
})

routes.post('/steekproeven/stukken/:drawn/uitkomst', (c) => {
  const id = drawnIn(c)
  return change(c, 'sample.find', {
    form: FindingForm,
    run: (tx, permit, form) => findDrawn(tx, permit, id, form),
    done: 'sampleFound',
    to: () => `/steekproeven/stukken/${id}`,
    again: (problems) => drawnPage(c, problems, 'finding'),
  })
})

routes.post('/steekproeven/stukken/:drawn/verbetering', (c) => {
  const id = drawnIn(c)
  return change(c, 'sample.find', {
    form: CorrectionForm,
    run: (tx, permit, form) => correctFinding(tx, permit, id, form),
    done: 'sampleFound',
    to: () => `/steekproeven/stukken/${id}`,
    again: (problems) => drawnPage(c, problems, 'correction'),
  })
})

routes.post('/steekproeven/stukken/:drawn/vragen/:thread/antwoord', (c) =>
  change(c, 'sample.answer', {
    form: AnswerForm,
    run: async (tx, permit, { words, evidence }) =>
      answerAboutDrawn(tx, permit, threadIn(c), words, evidence ? { name: evidence.name, bytes: new Uint8Array(await evidence.arrayBuffer()) } : null),
    done: 'sampleAnswered',
    to: (drawn) => `/steekproeven/stukken/${drawn}`,
    again: (problems) => drawnPage(c, problems, 'answer'),
  }),
)

routes.post('/steekproeven/stukken/:drawn/vragen/:thread/sluiting', (c) =>
  change(c, 'sample.question', {
    run: (tx, permit) => endQuestion(tx, permit, threadIn(c)),
    done: 'sampleQuestionEnded',
    to: (drawn) => `/steekproeven/stukken/${drawn}`,
  }),
)

routes.get('/steekproeven/stukken/:drawn/vragen/:thread/bewijs', async (c) => {
  const found = await act(c, 'sample.read', async (tx, permit) => {
    const thread = await threadOnDrawn(tx, permit, threadIn(c))
    await looked(tx, permit, [thread.member])
    return threadEvidence(tx, permit, thread.id)
  })
  return fileResponse(found)
})

async function newPage(c: C, problems: Problems | null): Promise<Response> {
  const found = await act(c, 'sample.ask', async (tx, permit) => ({
    cooperatives: [...(await cooperativesToSample(tx, permit))].map(([id, { cooperativeName }]) => ({ value: id, label: cooperativeName })),
    today: permit.today,
    longest: await longestSeen(tx, permit),
  }))
  const words = wordsOf(c)
  return show(c, { title: words.new.title, body: <NewSamplePage {...found} words={words} keys={formKeys(c)} problems={problems} /> })
}

function viewOf(c: C) {
  const id = sampleIn(c)
  return act(c, 'sample.read', async (tx, permit) => {
    const view = await sampleView(tx, permit, id)
    await looked(tx, permit, [...new Set(view.drawn.map(({ member }) => member))])
    return view
  })
}

async function samplePage(c: C, problems: Problems | null): Promise<Response> {
  const view = await viewOf(c)
  const words = wordsOf(c)
  const title = fill(words.sample.title, { kind: words.kinds[view.sample.kind], cooperative: view.sample.cooperativeName })
  const body = (
    <SamplePage
      view={view}
      municipality={isMunicipality(c)}
      own={c.var.seat?.role === 'member'}
      closes={may(c, 'sample.close')}
      language={c.var.language}
      keys={() => formKeys(c)}
      problems={problems}
    />
  )
  return show(c, { title, body })
}

async function drawnPage(c: C, problems: Problems | null, at: FormOnPage | null): Promise<Response> {
  const id = drawnIn(c)
  const view = await act(c, 'sample.read', async (tx, permit) => {
    const found = await drawnView(tx, permit, id)
    await looked(tx, permit, [found.drawn.member])
    return found
  })
  const words = wordsOf(c)
  const rights = { ask: may(c, 'sample.question'), answer: may(c, 'sample.answer'), find: may(c, 'sample.find') }
  const body = (
    <DrawnPage view={view} may={rights} usualDay={addDays(view.today, 14)} language={c.var.language} keys={() => formKeys(c)} problems={problems} at={at} />
  )
  return show(c, { title: fill(words.drawn.title, { one: words.one[view.drawn.content.kind], name: view.drawn.content.name }), body })
}

function askedIn(c: C, form: z.infer<typeof SampleForm>): SampleAsked {
  const { cooperative, size, percent, seenDays, ...rest } = form
  const { refusals } = wordsOf(c)
  const howMuch =
    size && percent === null
      ? ({ size, percent: null } as const)
      : percent && size === null && percent <= 100
        ? ({ size: null, percent } as const)
        : refuse(refusals.howMuch, {}, { field: 'size' })
  return { ...rest, ...howMuch, cooperative: (isId(cooperative) ? cooperative : refuse(refusals.noAgreement)) as OrganisationId, seenDays: Number(seenDays) }
}

function wordsOf(c: C) {
  return oversightTexts(c.var.language)
}

function isMunicipality(c: C): boolean {
  return c.var.seat?.role === 'caseManager'
}

function may(c: C, action: Action): boolean {
  return c.var.seat ? scopeOf(action, c.var.seat.role) !== null : false
}

function sampleIn(c: C): SampleId {
  return known(c, c.req.param('sample')) as SampleId
}

function drawnIn(c: C): DrawnId {
  return known(c, c.req.param('drawn')) as DrawnId
}

function threadIn(c: C): string {
  return known(c, c.req.param('thread'))
}

function known(c: C, id: string | undefined): string {
  return id && isId(id) ? id : refuse(wordsOf(c).refusals.missing, {}, { kind: 'missing' })
}
