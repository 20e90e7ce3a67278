import { type Context, Hono } from 'hono'
import { findMonth } from '#kit/day.ts'
import { choice, optional, type Problems, text, wholeNumber, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, limited, type OrganisationId, scopeOf, show } from '#rooms/access'
import type { VersionId } from '#rooms/agreements'
import { SharedPage } from './pages/shared-page.tsx'
import { WhatIfPage } from './pages/whatif-page.tsx'
import { SAMPLE_NAMES } from './samples.rules.ts'
import { digest, endShared, municipalitiesOf, sharedOfVersion, shareWhatIf, whatIfByLink } from './sharing.ts'
import { whatIfTexts } from './whatif.en.ts'
import { type Asked, lookWhatIf } from './whatif.ts'

export const routes = new Hono<Env>()

const Sharing = z.object({
  uit: choice(['own', ...SAMPLE_NAMES]),
  van: optional(text(7)),
  tot: optional(text(7)),
  municipality: optional(text(40)),
  days: wholeNumber(),
})

routes.get('/afspraken/:version/wat-als', (c) => showWhatIf(c, null))

routes.post('/afspraken/:version/wat-als/links', (c) => {
  const version = versionIn(c)
  return change(c, 'whatIf.share', {
    form: Sharing,
    run: async (tx, permit, form) => {
      const asked = askedFrom(form.uit, form.van ?? '', form.tot ?? '')
      await shareWhatIf(tx, permit, version, asked, { municipality: form.municipality as OrganisationId | null, days: form.days })
      return asked
    },
    done: 'whatIfShared',
    to: (asked) => `${addressOf(version, asked)}#delen`,
    again: (problems) => showWhatIf(c, problems),
  })
})

routes.post('/afspraken/:version/wat-als/links/:link/einde', (c) => {
  const version = versionIn(c)
  const link = known(c, c.req.param('link'))
  return change(c, 'whatIf.share', {
    run: (tx, permit) => endShared(tx, permit, version, link),
    done: 'whatIfUnshared',
    to: () => `/afspraken/${version}/wat-als#delen`,
  })
})

/** For a municipality, with or without an account: whoever holds the link. */
routes.get('/wat-als/:token', async (c) => {
  const token = c.req.param('token')
  c.header('X-Robots-Tag', 'noindex, nofollow, noarchive')
  await limited(c, 'link', digest(token))
  const shared = await whatIfByLink(c.var.world, token)
  return show(c, { title: whatIfTexts.nl.shared.title, face: 'public', body: <SharedPage shared={shared} /> })
})

async function showWhatIf(c: Context<Env>, problems: Problems | null) {
  const version = versionIn(c)
  const mayShare = c.var.seat !== null && scopeOf('whatIf.share', c.var.seat.role) !== null
  const typed = problems ? (name: string) => String(problems.typed[name] ?? '') : (name: string) => c.req.query(name) ?? ''
  const met = typed('met')
  const asked: Asked = { ...askedFrom(typed('uit'), typed('van'), typed('tot')), beside: isId(met) ? (met as VersionId) : null }
  const found = await act(c, 'whatIf.see', async (tx, permit) => ({
    found: await lookWhatIf(tx, permit, version, asked),
    own: permit.role === 'member',
    // What two drafts do to invented years is for who writes them; a municipality reads what is laid beside the version of today.
    share:
      mayShare && !(asked.source !== 'own' && asked.beside)
        ? { municipalities: await municipalitiesOf(tx, permit), open: await sharedOfVersion(tx, permit, version), base: c.var.world.baseUrl ?? '' }
        : null,
  }))
  const { language } = c.var
  return show(c, {
    title: whatIfTexts[language].title,
    body: <WhatIfPage {...found} language={language} keys={formKeys(c)} problems={problems} />,
    ...(problems ? { status: 422 as const } : {}),
  })
}

/** Anything that is no month or no sample is as if it was not asked. */
function askedFrom(source: string, from: string, until: string): Asked {
  return { source: SAMPLE_NAMES.find((each) => each === source) ?? 'own', from: findMonth(from), until: findMonth(until) }
}

function addressOf(version: VersionId, { source, from, until }: Asked): string {
  return `/afspraken/${version}/wat-als?uit=${source}&van=${from ?? ''}&tot=${until ?? ''}`
}

function versionIn(c: Context<Env>): VersionId {
  return known(c, c.req.param('version') ?? '') as VersionId
}

function known(c: Context<Env>, id: string): string {
  return isId(id) ? id : refuse(whatIfTexts[c.var.language].refusals.noLink, {}, { kind: 'missing' })
}
