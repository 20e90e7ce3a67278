import { type Context, Hono } from 'hono'
import type { Problems } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, looked, personNames, scopeOf, show } from '#rooms/access'
import { CreditForm, idOf, ReasonForm, WriteOffForm } from '../forms.ts'
import { nl } from '../invoicing.nl.ts'
import { office } from '../pages/office.nl.ts'
import { CreditPage, WriteOffPage } from '../pages/office-pages.tsx'
import { invoiceOfEntry } from './collecting.sql.ts'
import { creditInvoice, leftToCredit, sentInvoice } from './crediting.ts'
import { endProposal, proposeWriteOff, writeOff, writeOffProposals } from './writing-off.ts'

/** What may follow when a customer does not pay, or should not. */
export const collecting = new Hono<Env>()

/** From an entry of the books to the invoice it was about. */
collecting.get('/facturen/boeking/:entry', async (c) => {
  const entry = c.req.param('entry')
  const invoice = await act(c, 'invoice.read', async (tx, permit) => (isId(entry) ? await invoiceOfEntry(tx, permit, entry) : null))
  return c.redirect(`/facturen/${invoice ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })}`, 303)
})

async function creditPage(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'invoice.read', async (tx, permit) => {
    const invoice = await sentInvoice(tx, permit, idOf(c))
    await looked(tx, permit, [invoice.member])
    return { invoice, left: (await leftToCredit(tx, permit, invoice)).quantities }
  })
  return show(c, { title: office.credit.title(found.invoice.number), body: <CreditPage {...found} keys={formKeys(c)} problems={problems} /> })
}

collecting.get('/facturen/:id/creditnota', (c) => creditPage(c, null))

collecting.post('/facturen/:id/creditnota', (c) =>
  change(c, 'invoice.credit', {
    form: CreditForm,
    run: (tx, permit, form) => creditInvoice(tx, permit, idOf(c), form.quantities, form.note),
    done: 'invoiceCredited',
    to: (note) => `/facturen/${note}`,
    again: (problems) => creditPage(c, problems),
  }),
)

async function writeOffPage(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'invoice.proposeWriteOff', async (tx, permit) => {
    const invoice = await sentInvoice(tx, permit, idOf(c))
    const { open, waiting, ended } = await writeOffProposals(tx, permit, invoice.id)
    const names = await personNames(
      tx,
      [...ended, ...(waiting ? [waiting] : [])].map(({ by }) => by),
    )
    return {
      invoice,
      open,
      proposal: waiting && { ...waiting, by: names.get(waiting.by) ?? '', own: waiting.by === permit.person },
      ended: ended.map((each) => ({ ...each, by: names.get(each.by) ?? '' })),
    }
  })
  return show(c, {
    title: office.writeOff.title(found.invoice.number),
    body: (
      <WriteOffPage {...found} mayAgree={c.var.seat !== null && scopeOf('invoice.writeOff', c.var.seat.role) !== null} keys={formKeys(c)} problems={problems} />
    ),
  })
}

collecting.get('/facturen/:id/afboeking', (c) => writeOffPage(c, null))

collecting.post('/facturen/:id/afboeking', (c) =>
  change(c, 'invoice.proposeWriteOff', {
    form: WriteOffForm,
    run: (tx, permit, form) => proposeWriteOff(tx, permit, idOf(c), form.reason, form.certain),
    done: 'writeOffProposed',
    to: () => `/facturen/${idOf(c)}/afboeking`,
    again: (problems) => writeOffPage(c, problems),
  }),
)

collecting.post('/facturen/:id/afboeking/einde', (c) =>
  change(c, 'invoice.proposeWriteOff', {
    form: ReasonForm,
    run: (tx, permit, form) => endProposal(tx, permit, idOf(c), form.reason),
    done: 'writeOffEnded',
    to: () => `/facturen/${idOf(c)}/afboeking`,
    again: (problems) => writeOffPage(c, problems),
  }),
)

collecting.post('/facturen/:id/afboeking/akkoord', (c) =>
  change(c, 'invoice.writeOff', { run: (tx, permit) => writeOff(tx, permit, idOf(c)), done: 'writtenOff', to: () => `/facturen/${idOf(c)}` }),
)
