import { type Context, Hono } from 'hono'
import { fileResponse } from '#kit/files.ts'
import { file, type Problems, prose, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type Action, act, change, type Env, formKeys, looked, type MemberId, personOf, scopeOf, show } from '#rooms/access'
import { threadEvidence } from '#rooms/threads'
import { watchingTexts } from './watching.en.ts'
import { answerAboutCondition, endConditionQuestion, threadOnCondition, watchedConsents, watchedOfMember } from './watching.ts'
import { WatchedMemberPage, WatchedPage } from './watching-pages.tsx'

/** How it stands with conditions: for the member, the own coach and the own case manager. */
export const routes = new Hono<Env>()

type C = Context<Env>

const AnswerForm = z.object({ words: prose(2000), evidence: file() })

routes.get('/voorwaarden/stand', async (c) => {
  const chosen = c.req.query('lid')
  if (c.var.seat?.role === 'member' || chosen) return memberPage(c, null, chosen ? known(c, chosen) : null)
  const found = await act(c, 'watch.list', async (tx, permit) => ({ found: await watchedConsents(tx, permit), today: permit.today }))
  const { language } = c.var
  return show(c, {
    title: watchingTexts[language].title,
    body: <WatchedPage {...found} municipal={c.var.seat?.role === 'caseManager'} language={language} />,
  })
})

routes.post('/voorwaarden/vragen/:thread/antwoord', (c) => {
  const id = known(c, c.req.param('thread'))
  return change(c, 'watch.answer', {
    form: AnswerForm,
    run: async (tx, permit, { words, evidence }) =>
      answerAboutCondition(tx, permit, id, words, evidence ? { name: evidence.name, bytes: new Uint8Array(await evidence.arrayBuffer()) } : null),
    done: 'sampleAnswered',
    to: (member) => addressFor(c, member),
    again: (problems) => questionPage(c, id, problems),
  })
})

routes.post('/voorwaarden/vragen/:thread/sluiting', (c) => {
  const id = known(c, c.req.param('thread'))
  return change(c, 'watch.close', {
    run: (tx, permit) => endConditionQuestion(tx, permit, id),
    done: 'sampleQuestionEnded',
    to: (member) => addressFor(c, member),
  })
})

routes.get('/voorwaarden/vragen/:thread/bewijs', async (c) => {
  const id = known(c, c.req.param('thread'))
  const found = await act(c, 'watch.read', async (tx, permit) => {
    await looked(tx, permit, [(await threadOnCondition(tx, permit, id)).member])
    return threadEvidence(tx, permit, id)
  })
  return fileResponse(found)
})

async function questionPage(c: C, id: string, problems: Problems) {
  const member = await act(c, 'watch.read', async (tx, permit) => (await threadOnCondition(tx, permit, id)).member)
  return memberPage(c, problems, member)
}

async function memberPage(c: C, problems: Problems | null, chosen: string | null) {
  const { language } = c.var
  const found = await act(c, 'watch.read', async (tx, permit) => {
    const member = permit.role === 'member' || chosen === null ? personOf(permit) : (chosen as MemberId)
    return { found: await watchedOfMember(tx, permit, member), own: member === permit.person, today: permit.today }
  })
  return show(c, {
    title: watchingTexts[language].title,
    body: (
      <WatchedMemberPage
        {...found}
        language={language}
        keys={() => formKeys(c)}
        may={{ answer: may(c, 'watch.answer'), close: may(c, 'watch.close') }}
        problems={problems}
      />
    ),
  })
}

function addressFor(c: C, member: MemberId): string {
  return c.var.seat?.role === 'member' ? '/voorwaarden/stand' : `/voorwaarden/stand?lid=${member}`
}

function may(c: C, action: Action): boolean {
  return c.var.seat !== null && scopeOf(action, c.var.seat.role) !== null
}

function known(c: C, id: string): string {
  return isId(id) ? id : refuse(watchingTexts[c.var.language].refusals.missing, {}, { kind: 'missing' })
}
