import { type Context, Hono } from 'hono'
import { many, type Problems, text, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { log } from '#kit/log.ts'
import { ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, looked, personOf, scopeOf, show } from '#rooms/access'
import { memberNames } from '#rooms/members'
import { customersOf } from '#rooms/organisations'
import { asking } from './asking/asking.routes.tsx'
import { between } from './between/between.routes.tsx'
import { customerPages } from './customer/customer.routes.tsx'
import { idOf, isMember, ReasonForm, ReleaseForm, ReviseForm, SendForm, TrustForm } from './forms.ts'
import { texts } from './invoicing.en.ts'
import type { InvoiceId } from './invoicing.types.ts'
import { sendMany } from './many/sending-many.ts'
import { market } from './market/market.routes.tsx'
import { openJobs } from './open-jobs/open-jobs.routes.tsx'
import { DraftPage } from './pages/draft-page.tsx'
import { InvoicePage } from './pages/invoice-page.tsx'
import { ListPage } from './pages/list-page.tsx'
import { office } from './pages/office.nl.ts'
import { TrustPage } from './pages/office-pages.tsx'
import { RevisePage } from './pages/revise-page.tsx'
import { textsIn } from './pages/texts.ts'
import { markPosted } from './paper/delivery.ts'
import { invoicePaper, logoFor } from './paper/files.ts'
import { paperOf } from './paper/paper.rules.ts'
import { ubl } from './paper/ubl.rules.ts'
import { collecting } from './payments/collecting.routes.tsx'
import { releaseWaiting } from './payments/collecting.ts'
import { sentInvoice } from './payments/crediting.ts'
import { quotes } from './quotes/quotes.routes.tsx'
import { reminding } from './reminding/reminding.routes.tsx'
import { dropDraft, findDraft, membersTrusted, returnDraft, reviseDraft, trustMember } from './requesting.ts'
import { sendInvoice } from './sending.ts'
import { isTrusted } from './series/series.sql.ts'
import { sharing } from './sharing/sharing.routes.tsx'
import { fellowsOf } from './sharing/sharing.ts'
import { draftFacts, invoiceFacts, listFacts } from './views.ts'

export const routes = new Hono<Env>()

const may = (c: Context<Env>, action: Parameters<typeof scopeOf>[0]) => c.var.seat !== null && scopeOf(action, c.var.seat.role) !== null

async function listPage(c: Context<Env>, problems: Problems | null) {
  const asked = problems ? 'drafts' : c.req.query('toon')
  const together = c.req.query('samen') ?? ''
  const which = asked === 'drafts' || asked === 'all' ? asked : 'open'
  const facts = await act(c, 'invoice.read', (tx, permit) => listFacts(tx, permit, which, c.req.query('voor') ?? null, isId(together) ? together : null))
  return show(c, {
    title: textsIn(c.var.language).list.title,
    body: (
      <ListPage
        facts={facts}
        language={c.var.language}
        mine={isMember(c)}
        mayAsk={may(c, 'invoice.request')}
        mayTrust={may(c, 'invoice.trust')}
        sending={may(c, 'invoice.send') && !isMember(c) ? { keys: formKeys(c), problems } : null}
        mayRemind={may(c, 'invoice.remind')}
      />
    ),
  })
}

routes.get('/facturen', (c) => listPage(c, null))

routes.post('/facturen/versturen', (c) =>
  change(c, 'invoice.send', {
    form: z.object({ factuur: many(text(40)) }),
    run: (tx, permit, form) => sendMany(tx, permit, form.factuur.filter(isId) as InvoiceId[]),
    to: (together) => `/facturen?toon=drafts&samen=${together}`,
    again: (problems) => listPage(c, problems),
  }),
)

routes.route('/', asking)
routes.route('/', between)
routes.route('/', openJobs)
routes.route('/', reminding)
routes.route('/', quotes)
routes.route('/', market)

routes.get('/facturen/vertrouwen', async (c) => {
  const found = await act(c, 'invoice.trust', async (tx, permit) => ({ members: await memberNames(tx, permit), trusted: await membersTrusted(tx, permit) }))
  return show(c, { title: office.trust.title, body: <TrustPage {...found} keys={formKeys(c)} /> })
})

routes.post('/facturen/vertrouwen', (c) =>
  change(c, 'invoice.trust', {
    form: TrustForm,
    run: (tx, permit, form) => trustMember(tx, permit, form.member, form.trusted === 'ja'),
    done: 'trustChanged',
    to: () => '/facturen/vertrouwen',
  }),
)

async function onePage(c: Context<Env>, problems: Problems | null) {
  const id = idOf(c)
  const found = await act(c, 'invoice.read', async (tx, permit) => {
    const draft = await draftFacts(tx, permit, id)
    if (draft) {
      await looked(tx, permit, [draft.draft.member])
      return { draft, sent: null, trusted: isMember(c) && draft.draft.trusted }
    }
    const sent = await invoiceFacts(tx, permit, id)
    await looked(tx, permit, [sent.invoice.member])
    return { draft: null, sent, trusted: isMember(c) && (await isTrusted(tx, permit, personOf(permit))) }
  })
  const common = { keys: formKeys(c), language: c.var.language }
  if (found.sent) {
    return show(c, {
      title: paperOf(found.sent.invoice.document).title,
      body: (
        <InvoicePage
          {...common}
          facts={found.sent}
          person={c.var.person?.id ?? null}
          may={{
            credit: may(c, 'invoice.credit'),
            remind: may(c, 'invoice.remind'),
            writeOff: may(c, 'invoice.proposeWriteOff'),
            release: may(c, 'invoice.release'),
            pause: may(c, 'invoice.pauseReminding'),
            answer: may(c, 'invoice.answer'),
            post: may(c, 'invoice.send') && (!isMember(c) || found.trusted),
          }}
        />
      ),
    })
  }
  const send = may(c, 'invoice.send') && (!isMember(c) || found.trusted)
  const words = textsIn(c.var.language).draft
  return show(c, {
    title: found.draft.draft.kind === 'invoice' ? words.titleInvoice : words.titleSheet,
    body: (
      <DraftPage
        {...common}
        facts={found.draft}
        problems={problems}
        may={{ send, change: may(c, 'invoice.request'), giveBack: may(c, 'invoice.return'), wait: send && !isMember(c), own: isMember(c) }}
      />
    ),
  })
}

routes.get('/facturen/:id', (c) => onePage(c, null))

async function revisePage(c: Context<Env>, problems: Problems | null) {
  const id = idOf(c)
  const found = await act(c, 'invoice.request', async (tx, permit) => {
    const draft = (await findDraft(tx, permit, id)) ?? refuse(texts[c.var.language].refusals.noDraft, {}, { kind: 'missing' })
    return { draft, customers: await customersOf(tx, permit), fellows: await fellowsOf(tx, permit, draft.member) }
  })
  if (found.draft.kind === 'day-sheet') return c.redirect(`/dagstaten/${id}/aanpassen`, 303)
  return show(c, {
    title: textsIn(c.var.language).revise.title,
    body: <RevisePage {...found} keys={formKeys(c)} problems={problems} language={c.var.language} />,
  })
}

routes.get('/facturen/:id/aanpassen', (c) => revisePage(c, null))

routes.post('/facturen/:id/aanpassen', (c) =>
  change(c, 'invoice.request', {
    form: ReviseForm,
    run: async (tx, permit, form) => {
      const draft = await findDraft(tx, permit, idOf(c))
      if (draft?.kind !== 'invoice') return refuse(texts[c.var.language].refusals.noDraft, {}, { kind: 'missing' })
      const { customer, basis, performedOn, reference, note, lines, shares } = form
      await reviseDraft(tx, permit, draft.id, {
        kind: draft.kind,
        member: draft.member,
        customer,
        basis,
        performedOn,
        reference,
        note,
        byCard: ZERO,
        lines,
        shares,
      })
    },
    done: 'invoiceRevised',
    to: () => `/facturen/${idOf(c)}`,
    again: (problems) => revisePage(c, problems),
  }),
)

routes.post('/facturen/:id/versturen', (c) =>
  change(c, 'invoice.send', {
    form: SendForm,
    run: (tx, permit, form) => sendInvoice(tx, permit, idOf(c), form),
    done: 'invoiceSent',
    to: () => `/facturen/${idOf(c)}`,
    again: (problems) => onePage(c, problems),
  }),
)

routes.post('/facturen/:id/teruggeven', (c) =>
  change(c, 'invoice.return', {
    form: ReasonForm,
    run: (tx, permit, form) => returnDraft(tx, permit, idOf(c), form.reason),
    done: 'invoiceReturned',
    to: () => `/facturen/${idOf(c)}`,
    again: (problems) => onePage(c, problems),
  }),
)

routes.post('/facturen/:id/weggooien', (c) =>
  change(c, 'invoice.request', { run: (tx, permit) => dropDraft(tx, permit, idOf(c)), done: 'invoiceDropped', to: () => '/facturen?toon=drafts' }),
)

routes.post('/facturen/:id/vrijgave', (c) =>
  change(c, 'invoice.release', {
    form: ReleaseForm,
    run: (tx, permit, form) => releaseWaiting(tx, permit, idOf(c), form.reason, form.whose),
    done: 'moneyReleased',
    to: () => `/facturen/${idOf(c)}`,
    again: (problems) => onePage(c, problems),
  }),
)

routes.post('/facturen/:id/opgestuurd', (c) =>
  change(c, 'invoice.send', { run: (tx, permit) => markPosted(tx, permit, idOf(c)), done: 'invoicePosted', to: () => `/facturen/${idOf(c)}` }),
)

routes.get('/facturen/:id/pdf', async (c) => {
  const found = await act(c, 'invoice.read', async (tx, permit) => {
    const invoice = await sentInvoice(tx, permit, idOf(c))
    await looked(tx, permit, [invoice.member])
    return { invoice, logo: await logoFor(tx, permit, invoice.document) }
  })
  const pdf = await invoicePaper(found.invoice.document, found.logo).catch((error: Error) => {
    log.error({ error: error.name }, 'no paper')
    return refuse(texts[c.var.language].refusals.noPaper)
  })
  return c.body(Buffer.from(pdf), 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${found.invoice.number}.pdf"` })
})

routes.get('/facturen/:id/ubl', async (c) => {
  const invoice = await act(c, 'invoice.read', async (tx, permit) => {
    const found = await sentInvoice(tx, permit, idOf(c))
    await looked(tx, permit, [found.member])
    return found
  })
  return c.body(ubl(invoice.document), 200, {
    'Content-Type': 'application/xml; charset=utf-8',
    'Content-Disposition': `attachment; filename="${invoice.number}.xml"`,
  })
})

routes.route('/', sharing)
routes.route('/', collecting)
routes.route('/', customerPages)
