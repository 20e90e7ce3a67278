import { type Context, Hono } from 'hono'
import { toString as drawCode } from 'qrcode'
import { checkForm, type Problems, prose, z } from '#kit/form.ts'
import { isId, newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { asSystem, change, type Env, formKeys, limited, ownForm, sayDone, show } from '#rooms/access'
import { idOf } from '../forms.ts'
import { texts } from '../invoicing.en.ts'
import { invoicePaper } from '../paper/files.ts'
import { paperOf } from '../paper/paper.rules.ts'
import { ubl } from '../paper/ubl.rules.ts'
import { CustomerPage } from './customer-page.tsx'
import { epcPayload } from './epc.rules.ts'
import { answerCustomer, askByLink, byLink, digest } from './link.ts'

/** For customers, who have no account: whoever holds the link. */
export const customerPages = new Hono<Env>()

const AskForm = z.object({ words: prose(1000) })
const AnswerForm = z.object({ answer: prose(1000) })

async function opened(c: Context<Env>) {
  const token = c.req.param('token') ?? ''
  c.header('X-Robots-Tag', 'noindex, nofollow, noarchive')
  await limited(c, 'link', digest(token))
  return { ...(await byLink(c.var.world, token)), path: `/rekening/${token}` }
}

async function customerPage(c: Context<Env>, problems: Problems | null) {
  const { path, ...linked } = await opened(c)
  const { document, open } = linked
  const code = open > 0n && document.kind === 'invoice' ? await codeFor(document.seller, open, document.number) : null
  return show(c, {
    title: paperOf(document).title,
    face: 'public',
    body: <CustomerPage linked={linked} path={path} code={code} keys={formKeys(c)} problems={problems} language={c.var.language} />,
    ...(problems ? { status: 422 as const } : {}),
  })
}

async function codeFor(seller: { name: string; iban: string }, cents: Parameters<typeof epcPayload>[0]['cents'], reference: string): Promise<string> {
  const svg = await drawCode(epcPayload({ ...seller, cents, reference }), { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}

customerPages.get('/rekening/:token', (c) => customerPage(c, null))

customerPages.get('/rekening/:token/pdf', async (c) => {
  const { document, logo } = await opened(c)
  const pdf = await invoicePaper(document, logo).catch(() => refuse(texts.nl.refusals.noPaper))
  return c.body(Buffer.from(pdf), 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${document.number}.pdf"` })
})

customerPages.get('/rekening/:token/ubl', async (c) => {
  const { document } = await opened(c)
  return c.body(ubl(document), 200, {
    'Content-Type': 'application/xml; charset=utf-8',
    'Content-Disposition': `attachment; filename="${document.number}.xml"`,
  })
})

customerPages.post('/rekening/:token/vraag', async (c) => {
  const body = await ownForm(c)
  const { organisation, invoice, path } = await opened(c)
  const parsed = checkForm(AskForm, body, c.var.language)
  if (!parsed.ok) return customerPage(c, parsed.problems)
  const id = typeof body._key === 'string' && isId(body._key) ? body._key : newId()
  await asSystem(c.var.world, organisation, 'invoice.ask', (tx, permit) => askByLink(tx, permit, invoice, id, parsed.value.words))
  sayDone(c, 'customerAsked')
  return c.redirect(path, 303)
})

customerPages.post('/facturen/:id/vragen/:question/antwoord', (c) =>
  change(c, 'invoice.answer', {
    form: AnswerForm,
    run: (tx, permit, form) => {
      const question = c.req.param('question')
      return isId(question)
        ? answerCustomer(tx, permit, idOf(c), question, form.answer)
        : refuse(texts[permit.language].refusals.missing, {}, { kind: 'missing' })
    },
    done: 'customerAnswered',
    to: () => `/facturen/${idOf(c)}`,
  }),
)
