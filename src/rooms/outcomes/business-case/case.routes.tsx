import { type Context, Hono } from 'hono'
import { today } from '#kit/clock.ts'
import { ZERO } from '#kit/money.ts'
import { renderPdf } from '#kit/pdf.ts'
import type { Language } from '#kit/text.ts'
import { type Env, limited, show } from '#rooms/access'
import { amountsAll } from '#rooms/law'
import { caseTexts } from './case.en.ts'
import { normOn, usualFacts } from './case.rules.ts'
import { askedFacts, nameOf } from './case-form.ts'
import { CASE_ADDRESS, CasePage } from './case-page.tsx'
import { casePaper } from './case-paper.ts'

/** What a cooperative costs and brings, for whoever asks: nothing is kept, the figures stand in the address. */
export const routes = new Hono<Env>()

// open: a sum for municipalities
routes.get(CASE_ADDRESS, async (c) => {
  const { usual, asked, noNorm, language, on } = await askedOf(c)
  return show(c, {
    title: caseTexts(language).title,
    face: 'public',
    body: <CasePage {...asked} usual={usual} noNorm={noNorm} query={new URL(c.req.url).search} today={on} language={language} />,
    ...(asked.problems ? { status: 422 as const } : {}),
  })
})

// open: the same on paper
routes.get(`${CASE_ADDRESS}/pdf`, async (c) => {
  await limited(c, 'openPaper', CASE_ADDRESS)
  const { usual, asked, language, on } = await askedOf(c)
  if (!asked.facts) return c.redirect(`${CASE_ADDRESS}${new URL(c.req.url).search}`, 303)
  const pdf = await renderPdf({
    template: 'rooms/outcomes/business-case/case.typ',
    data: casePaper(asked.facts, usual, on, language),
    standard: 'ua-1',
    madeAt: Math.floor(c.var.world.clock.now().epochMilliseconds / 1000),
  })
  return c.body(pdf as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': 'inline; filename="rekenhulp-gemeente.pdf"' })
})

async function askedOf(c: Context<Env>) {
  const language = languageOf(c)
  const on = today(c.var.world.clock)
  const nobody = { role: 'opbloei_app', organisation: null, person: null } as const
  const amounts = await c.var.world.database.unit(nobody, (tx) => amountsAll(tx))
  const norm = normOn(amounts, on)
  const usual = usualFacts(norm ?? ZERO)
  const query = c.req.query()
  // Without a norm of today nothing is reckoned before the reader filled in an own amount.
  const without = !norm && !query[nameOf('benefit', 'low')]
  return { usual, asked: without ? NOTHING_YET : askedFacts(query, usual, language), noNorm: !norm, language, on }
}

const NOTHING_YET = { facts: null, problems: null }

function languageOf(c: Context<Env>): Language {
  const asked = c.req.query('taal')
  if (asked === 'en' || asked === 'nl') c.set('language', asked)
  return c.var.language
}
