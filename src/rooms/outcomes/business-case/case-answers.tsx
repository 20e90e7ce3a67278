import type { Context } from 'hono'
import { today } from '#kit/clock.ts'
import { ZERO } from '#kit/money.ts'
import { renderPdf } from '#kit/pdf.ts'
import { type Env, limited, show } from '#rooms/access'
import { amountsAll } from '#rooms/law'
import type { PageMeta } from '#ui/page-meta.tsx'
import { caseTexts } from './case.en.ts'
import { normOn, usualFacts } from './case.rules.ts'
import { askedFacts, nameOf } from './case-form.ts'
import { CasePage } from './case-page.tsx'
import { casePaper } from './case-paper.ts'

type C = Context<Env>

/** What a cooperative costs and brings, for whoever asks: nothing is kept, the figures stand in the address. `meta` is what machines are told of it. */
export async function showCase(c: C, meta: (description: string) => PageMeta): Promise<Response> {
  const { usual, asked, noNorm, on } = await askedOf(c)
  const { language } = c.var
  const words = caseTexts(language)
  return show(c, {
    title: words.title,
    face: 'public',
    meta: meta(words.lead),
    body: <CasePage {...asked} usual={usual} noNorm={noNorm} address={c.req.path} query={new URL(c.req.url).search} today={on} language={language} />,
    ...(asked.problems ? { status: 422 as const } : {}),
  })
}

/** The same on paper; without figures that can be reckoned with, the page. */
export async function sendCase(c: C): Promise<Response> {
  const page = c.req.path.replace(/\/pdf$/, '')
  await limited(c, 'openPaper', 'rekenhulp')
  const { usual, asked, on } = await askedOf(c)
  if (!asked.facts) return c.redirect(`${page}${new URL(c.req.url).search}`, 303)
  const pdf = await renderPdf({
    template: 'rooms/outcomes/business-case/case.typ',
    data: casePaper(asked.facts, usual, on, c.var.language),
    standard: 'ua-1',
    madeAt: Math.floor(c.var.world.clock.now().epochMilliseconds / 1000),
  })
  return c.body(pdf as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': 'inline; filename="rekenhulp-gemeente.pdf"' })
}

async function askedOf(c: C) {
  const on = today(c.var.world.clock)
  const nobody = { role: 'opbloei_app', organisation: null, person: null } as const
  const amounts = await c.var.world.database.unit(nobody, (tx) => amountsAll(tx))
  const norm = normOn(amounts, on)
  const usual = usualFacts(norm ?? ZERO)
  const query = c.req.query()
  // Without a norm of today nothing is reckoned before the reader filled in an own amount.
  const without = !norm && !query[nameOf('benefit', 'low')]
  return { usual, asked: without ? NOTHING_YET : askedFacts(query, usual, c.var.language), noNorm: !norm, on }
}

const NOTHING_YET = { facts: null, problems: null }
