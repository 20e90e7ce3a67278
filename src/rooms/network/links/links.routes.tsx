import { type Context, Hono } from 'hono'
import { month } from '#kit/day.ts'
import { choice, many, optional, optionalProse, optionalText, type Problems, z } from '#kit/form.ts'
import { pageAsked } from '#kit/paging.ts'
import { refuse } from '#kit/refusal.ts'
import { act, change, type Env, formKeys, show } from '#rooms/access'
import { introductionsOfDesk } from '../introductions/introductions.ts'
import { IntroductionList } from '../introductions/introductions-pages.tsx'
import { nl } from './links.nl.ts'
import { keepProfile, ownProfile, peersOf } from './links.ts'
import { KeepProfilePage, PeersPage } from './links-pages.tsx'
import type { WantedPeers } from './narrowing.rules.ts'
import { BANDS, KINDS, PHASES, SHOWN_TO, TOPICS, type Topic, WAYS } from './profile.rules.ts'

/** What an organisation tells of its experience, and whom it can learn from. */
export const linkRoutes = new Hono<Env>()

const topicFields = Object.fromEntries(TOPICS.map((topic) => [`topic_${topic}`, optional(choice(['well', 'some', 'seek']))] as const))

const ProfileForm = z.object({
  phase: choice(PHASES),
  since: optionalText(4),
  band: choice(BANDS),
  wentWrong: optionalProse(600),
  helps: many(choice(WAYS)),
  shownTo: choice(SHOWN_TO),
  ...topicFields,
})

linkRoutes.get('/ervaring', (c) => keepPage(c, null))
linkRoutes.post('/ervaring', (c) =>
  change(c, 'experience.keep', {
    form: ProfileForm,
    run: (tx, permit, { since, wentWrong, phase, band, helps, shownTo, ...topics }) => {
      const said = (choice: string) => TOPICS.filter((topic) => (topics as Readonly<Record<string, string | null>>)[`topic_${topic}`] === choice)
      const knows = Object.fromEntries((['well', 'some'] as const).flatMap((level) => said(level).map((topic: Topic) => [topic, level])))
      return keepProfile(tx, permit, { phase, band, helps, shownTo, knows, seeks: said('seek'), wentWrong: wentWrong ?? '', since: yearOf(since) })
    },
    done: 'experienceKept',
    to: () => '/kennismaken',
    again: (problems) => keepPage(c, problems),
  }),
)

linkRoutes.get('/kennismaken', async (c) => {
  const wanted = wantedIn(c)
  const found = await act(c, 'experience.match', async (tx, permit) => ({
    peers: await peersOf(tx, permit),
    introductions: await introductionsOfDesk(tx, permit),
    own: permit.organisation,
    keeps: permit.role === 'board' || permit.role === 'policyAdviser',
  }))
  return show(c, {
    title: nl.find.title,
    body: (
      <PeersPage found={found.peers} wanted={wanted} asked={pageAsked(c.req.query('pagina'))} keeps={found.keeps}>
        <IntroductionList views={found.introductions} own={found.own} />
      </PeersPage>
    ),
  })
})

/** What is looked for, as the address says. */
function wantedIn(c: Context<Env>): WantedPeers {
  return {
    soort: KINDS.find((kind) => kind === c.req.query('soort')) ?? null,
    weet: TOPICS.find((topic) => topic === c.req.query('weet')) ?? null,
  }
}

async function keepPage(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'experience.keep', async (tx, permit) => ({ own: await ownProfile(tx, permit), role: permit.role }))
  const kind = found.role === 'policyAdviser' ? 'municipality' : 'cooperative'
  return show(c, { title: nl.keep.title, body: <KeepProfilePage own={found.own} kind={kind} keys={formKeys(c)} problems={problems} /> })
}

function yearOf(typed: string | null) {
  if (typed === null) return null
  return /^(19|20)\d\d$/.test(typed) ? month(`${typed}-01`) : refuse(nl.refusals.year, {}, { field: 'since' })
}
