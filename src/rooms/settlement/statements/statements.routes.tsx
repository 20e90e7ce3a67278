import { type Context, Hono } from 'hono'
import { today } from '#kit/clock.ts'
import { findMonth, longInstant, longMonth, type Month } from '#kit/day.ts'
import { choice, many, optional, optionalProse, optionalText, type Problems, prose, text, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { renderPdf } from '#kit/pdf.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, act, change, type Env, formKeys, looked, type MemberId, personOf, show } from '#rooms/access'
import { letterMonths } from '#rooms/consent'
import { memberNames } from '#rooms/members'
import { askAboutStatement, statementQuestions } from '../asking/asking.ts'
import { monthRefusals } from '../settlement.en.ts'
import { AnswerPage, DeskPage } from './pages/desk-page.tsx'
import { FolderPage } from './pages/folder-page.tsx'
import { NoStatementPage, ReleasePage } from './pages/release-page.tsx'
import { TownsPage } from './pages/towns-page.tsx'
import { reminderLetter } from './reminding.ts'
import { deskAddress } from './statement.rules.ts'
import { sentStatements, trailOf } from './statement.sql.ts'
import { type Question, type SentStatement, STATEMENT_ABOUT } from './statement.types.ts'
import { paperOf } from './statement-paper.ts'
import { statementTexts } from './statements.en.ts'
import { nl } from './statements.nl.ts'
import { receiveStatement, releaseStatement, statementById, statementLines, statementsOfMonth } from './statements.ts'

export const routes = new Hono<Env>()

const QuestionForm = z.object({ member: optionalText(36), words: prose(1000) })
const ReleaseForm = z.object({ seen: text(64) })
const ReceiptForm = z.object({
  outcome: choice(['noQuestions', 'question']),
  about: optional(choice(STATEMENT_ABOUT)),
  words: optionalProse(1000),
  terug: optionalText(120),
})
const ManyForm = z.object({ statements: many(text(36)), terug: optionalText(120) })

routes.get('/opgaven', async (c) => {
  if (c.var.seat?.role === 'caseManager') return desk(c)
  const found = await act(c, 'statement.list', async (tx, permit) => {
    const own = permit.role === 'member' ? personOf(permit) : null
    return {
      today: permit.today,
      lines: await statementLines(tx, permit, own),
      questions: await statementQuestions(tx, permit, { open: true }),
      names: own ? null : await memberNames(tx, permit),
    }
  })
  const { folder } = statementTexts(c.var.language)
  return show(c, { title: found.names ? folder.titleOffice : folder.title, body: <FolderPage {...found} language={c.var.language} /> })
})

async function desk(c: Context<Env>) {
  const { sent, months } = await act(c, 'statement.list', async (tx, permit) => ({
    sent: await sentStatements(tx, permit),
    months: await letterMonths(tx, permit),
  }))
  const newest = sent.filter((each, place) => sent.findIndex((one) => one.member === each.member && one.month === each.month) === place)
  return show(c, {
    title: nl.desk.title,
    body: <DeskPage unread={newest.filter((each) => !each.receipt)} read={newest.filter((each) => each.receipt)} letterMonths={months} keys={formKeys(c)} />,
  })
}

routes.get('/opgaven/:key', (c) => {
  const key = c.req.param('key')
  const month = findMonth(key)
  return month ? monthPage(c, month, null) : sentPage(c, key)
})

async function monthPage(c: Context<Env>, month: Month, problems: Problems | null) {
  const found = await act(c, 'statement.read', async (tx, permit) => {
    const member = memberIn(c, permit)
    await looked(tx, permit, [member])
    const { drafts, moved } = await statementsOfMonth(tx, permit, member, month)
    if (drafts.length === 0) return null
    const trail = await trailOf(tx, permit, { member, month })
    return { member, own: member === permit.person, today: permit.today, drafts, moved, ...trail }
  })
  const { language } = c.var
  const title = longMonth(month, language)
  if (!found) return show(c, { title, body: <NoStatementPage month={month} language={language} /> })
  const { drafts, moved, sent, questions, ...about } = found
  const around = { ...about, language, keys: () => formKeys(c), problems }
  if (!moved) {
    const [draft] = drafts
    return show(c, { title, body: draft ? <ReleasePage {...draft} {...around} sent={sent} questions={questions} /> : null })
  }
  const draft = drafts.find(({ municipality }) => municipality === c.req.query('gemeente'))
  if (!draft) return show(c, { title, body: <TownsPage {...moved} {...around} sent={sent} questions={questions} /> })
  const ofTown = sent.filter(({ municipality }) => municipality === draft.municipality)
  const asked = questions.filter(({ municipality }) => municipality === null || municipality === draft.municipality)
  return show(c, { title, body: <ReleasePage {...draft} {...around} sent={ofTown} questions={asked} /> })
}

/** A statement that was sent: at the municipality with room for a reaction, at the cooperative as proof. */
async function sentPage(c: Context<Env>, key: string) {
  const { statement, questions } = await sentIn(c, key)
  const title = `${longMonth(statement.month)} · ${statement.content.name}`
  if (c.var.seat?.role === 'caseManager')
    return show(c, {
      title,
      body: (
        <AnswerPage
          statement={statement}
          questions={questions}
          today={today(c.var.world.clock)}
          back={deskAddress(c.req.query('terug'))}
          keys={() => formKeys(c)}
        />
      ),
    })
  const own = statement.member === c.var.person?.id
  return show(c, {
    title,
    body: (
      <ReleasePage
        content={statement.content}
        hash={statement.hash}
        dueOn={null}
        sent={[statement]}
        questions={questions}
        member={statement.member}
        own={own}
        today={today(c.var.world.clock)}
        language={c.var.language}
        keys={() => formKeys(c)}
        problems={null}
      />
    ),
  })
}

routes.get('/opgaven/:key/pdf', async (c) => {
  const { statement } = await sentIn(c, c.req.param('key'))
  const pdf = await renderPdf({
    template: 'kit/pdf/letter.typ',
    data: paperOf(statement, longInstant(statement.releasedAt)),
    standard: 'ua-1',
    madeAt: Math.floor(statement.releasedAt.epochMilliseconds / 1000),
  })
  return c.body(pdf as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="maandopgave-${statement.month}-versie-${statement.version}.pdf"`,
  })
})

routes.get('/opgaven/:month/brief', async (c) => {
  const month = monthOfPath(c)
  const data = await act(c, 'statement.letter', async (tx, permit) => {
    const member = memberIn(c, permit)
    await looked(tx, permit, [member])
    return reminderLetter(tx, permit, member, month)
  })
  const pdf = await renderPdf({ template: 'kit/pdf/letter.typ', data, standard: 'ua-1', madeAt: Math.floor(c.var.world.clock.now().epochMilliseconds / 1000) })
  return c.body(pdf as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="herinnering-${month}.pdf"`,
  })
})

routes.post('/opgaven/ontvangst', (c) =>
  change(c, 'statement.receive', {
    form: ManyForm,
    run: async (tx, permit, { statements, terug }) => {
      if (statements.length === 0) refuse(statementTexts(permit.language).refusals.nothingChosen)
      for (const id of statements) await receiveStatement(tx, permit, known(c, id), { outcome: 'noQuestions' })
      return terug
    },
    done: 'statementsReceived',
    to: (back) => deskAddress(back) ?? '/opgaven',
  }),
)

routes.post('/opgaven/:month/verzending', (c) => {
  const month = monthOfPath(c)
  return change(c, 'statement.release', {
    form: ReleaseForm,
    run: (tx, permit, { seen }) => releaseStatement(tx, permit, month, seen),
    done: 'statementReleased',
    to: () => `/opgaven/${month}`,
  })
})

routes.post('/opgaven/:month/vraag', (c) => {
  const month = monthOfPath(c)
  return change(c, 'statement.ask', {
    form: QuestionForm,
    run: async (tx, permit, { member, words }) => {
      const about = permit.role === 'member' || !member ? personOf(permit) : (known(c, member) as MemberId)
      await askAboutStatement(tx, permit, { member: about, month, words })
      return about
    },
    done: 'statementQuestioned',
    to: (about) => `/opgaven/${month}${c.var.seat?.role === 'member' ? '' : `?lid=${about}`}`,
    again: (problems) => monthPage(c, month, problems),
  })
})

routes.post('/opgaven/:key/ontvangst', (c) => {
  const id = known(c, c.req.param('key'))
  return change(c, 'statement.receive', {
    form: ReceiptForm,
    run: async (tx, permit, { outcome, about, words, terug }) => {
      if (outcome === 'question' && !words) refuse(statementTexts(permit.language).refusals.noWords, {}, { field: 'words' })
      await receiveStatement(tx, permit, id, outcome === 'question' ? { outcome, words: words ?? '', about } : { outcome })
      return terug
    },
    done: ({ outcome }) => (outcome === 'question' ? 'statementQuestioned' : 'statementReceived'),
    to: (back) => deskAddress(back) ?? `/opgaven/${id}`,
  })
})

async function sentIn(c: Context<Env>, key: string): Promise<{ statement: SentStatement; questions: readonly Question[] }> {
  const id = known(c, key)
  return act(c, 'statement.read', async (tx, permit) => {
    const statement = await statementById(tx, permit, id)
    await looked(tx, permit, [statement.member])
    return { statement, questions: await statementQuestions(tx, permit, { statement: id }) }
  })
}

function memberIn(c: Context<Env>, permit: AnyPermit): MemberId {
  const chosen = c.req.query('lid')
  return permit.role === 'member' || !chosen ? personOf(permit) : (known(c, chosen) as MemberId)
}

function monthOfPath(c: Context<Env>): Month {
  return findMonth(c.req.param('month') ?? '') ?? refuse(monthRefusals[c.var.language].noSuchMonth, {}, { kind: 'missing' })
}

function known(c: Context<Env>, id: string): string {
  return isId(id) ? id : refuse(statementTexts(c.var.language).refusals.noSuchStatement, {}, { kind: 'missing' })
}
