import { type Context, Hono } from 'hono'
import { type Problems, type Typed, typedOf } from '#kit/form.ts'
import { act, change, type Env, formKeys, personNames, scopeOf, show } from '#rooms/access'
import { EntryPage } from '../entry/entry-page.tsx'
import { undoneAt } from '../entry/undo.rules.ts'
import { nl } from './memorial.nl.ts'
import { bookMemorial, entryToRead, memorialChoices, releaseSubsidy, subsidyLeft, undoMemorial } from './memorial.ts'
import { MemorialForm, SubsidyForm, UndoForm } from './memorial-form.ts'
import { MemorialPage } from './memorial-page.tsx'
import { SubsidyPage } from './subsidy-page.tsx'

/** What a treasurer books by hand, and one entry of the books. */
export const memorial = new Hono<Env>()

async function memorialPage(c: Context<Env>, typed: Typed, problems: Problems | null) {
  const choices = await act(c, 'ledger.correct', memorialChoices)
  return show(c, { title: nl.page.title, body: <MemorialPage {...choices} typed={typed} keys={formKeys(c)} problems={problems} /> })
}

memorial.get('/grootboek/memoriaal', (c) => memorialPage(c, {}, null))

/** "Nog een regel" and "Reken na": shows what was filled in once more; nothing is kept. */
memorial.post('/grootboek/memoriaal/controle', async (c) => memorialPage(c, typedOf(await c.req.parseBody({ all: true })), null))

memorial.post('/grootboek/memoriaal', (c) =>
  change(c, 'ledger.correct', {
    form: MemorialForm,
    run: (tx, permit, form) => bookMemorial(tx, permit, form),
    done: 'entryBooked',
    to: (entry) => `/grootboek/boeking/${entry}`,
    again: (problems) => memorialPage(c, problems.typed, problems),
  }),
)

async function subsidyPage(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'ledger.correct', async (tx, permit) => ({ today: permit.today, left: await subsidyLeft(tx, permit, permit.today) }))
  return show(c, { title: nl.subsidy.title, body: <SubsidyPage {...found} keys={formKeys(c)} problems={problems} /> })
}

memorial.get('/grootboek/subsidie', (c) => subsidyPage(c, null))

memorial.post('/grootboek/subsidie', (c) =>
  change(c, 'ledger.correct', {
    form: SubsidyForm,
    run: (tx, permit, form) => releaseSubsidy(tx, permit, form),
    done: 'subsidyReleased',
    to: (entry) => `/grootboek/boeking/${entry}`,
    again: (problems) => subsidyPage(c, problems),
  }),
)

async function entryPage(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'ledger.read', async (tx, permit) => {
    const entry = await entryToRead(tx, permit, c.req.param('entry') ?? '')
    const persons = entry.transfers.flatMap(({ debit, credit }) => [debit.member, credit.member])
    return { entry, names: await personNames(tx, [...new Set([entry.person, ...persons].filter((each) => each !== null))]) }
  })
  const mayUndo = c.var.seat !== null && scopeOf('ledger.correct', c.var.seat.role) !== null
  return show(c, {
    title: nl.entry.title,
    body: <EntryPage {...found} place={undoneAt(found.entry)} mayUndo={mayUndo} role={c.var.seat?.role ?? 'system'} keys={formKeys(c)} problems={problems} />,
  })
}

memorial.get('/grootboek/boeking/:entry', (c) => entryPage(c, null))

memorial.post('/grootboek/boeking/:entry/terugdraaiing', (c) =>
  change(c, 'ledger.correct', {
    form: UndoForm,
    run: (tx, permit, form) => undoMemorial(tx, permit, c.req.param('entry'), form.reason),
    done: 'entryUndone',
    to: (answer) => `/grootboek/boeking/${answer}`,
    again: (problems) => entryPage(c, problems),
  }),
)
