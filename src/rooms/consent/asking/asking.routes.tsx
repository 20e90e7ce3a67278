import { Hono } from 'hono'
import { fileResponse } from '#kit/files.ts'
import { file, type Problems, prose, z } from '#kit/form.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { addressOf, type C, idIn, known } from '../file/opening.ts'
import { askingTexts } from './asking.en.ts'
import { answerAboutRequest, askAboutRequest, closeAboutRequest, requestEvidence, requestQuestions } from './asking.ts'
import { AskingPage } from './asking-page.tsx'

/** Questions about a request, of either side, and their answers. */
export const routes = new Hono<Env>()

routes.get('/toestemmingen/:request/vragen', (c) => showQuestions(c, null))

routes.post('/toestemmingen/:request/vragen', (c) =>
  change(c, 'consent.question', {
    form: z.object({ words: prose(2000) }),
    run: (tx, permit, { words }) => askAboutRequest(tx, permit, idIn(c), words),
    done: 'statementQuestioned',
    to: () => here(c),
    again: (problems) => showQuestions(c, problems),
  }),
)

routes.post('/toestemmingen/:request/vragen/:thread/antwoord', (c) =>
  change(c, 'consent.question', {
    form: z.object({ words: prose(2000), evidence: file() }),
    run: async (tx, permit, { words, evidence }) => {
      const sent = evidence ? { name: evidence.name, bytes: new Uint8Array(await evidence.arrayBuffer()) } : null
      await answerAboutRequest(tx, permit, idIn(c), threadIn(c), words, sent)
    },
    done: 'statementAnswered',
    to: () => here(c),
    again: (problems) => showQuestions(c, problems),
  }),
)

routes.post('/toestemmingen/:request/vragen/:thread/sluiting', (c) =>
  change(c, 'consent.question', {
    run: (tx, permit) => closeAboutRequest(tx, permit, idIn(c), threadIn(c)),
    done: 'sampleQuestionEnded',
    to: () => here(c),
  }),
)

routes.get('/toestemmingen/:request/vragen/:thread/bewijs', async (c) =>
  fileResponse(await act(c, 'consent.file', (tx, permit) => requestEvidence(tx, permit, idIn(c), threadIn(c)))),
)

async function showQuestions(c: C, problems: Problems | null) {
  const found = await act(c, 'consent.file', async (tx, permit) => ({ asked: await requestQuestions(tx, permit, idIn(c)), today: permit.today }))
  const { language } = c.var
  return show(c, {
    title: askingTexts(language).title,
    body: <AskingPage {...found} language={language} keys={() => formKeys(c)} problems={problems} />,
  })
}

function here(c: C): string {
  return `${addressOf(idIn(c))}/vragen`
}

function threadIn(c: C): string {
  return known(c.req.param('thread') ?? '')
}
