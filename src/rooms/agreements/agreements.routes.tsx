import { type Context, Hono } from 'hono'
import { today } from '#kit/clock.ts'
import { firstDay, monthAfter, monthOf } from '#kit/day.ts'
import { checkForm, choice, dayField, many, type Problems, text, ticked, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { parseEuro, plainEuro } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { type AnyPermit, act, change, type Env, formKeys, looked, type MemberId, personOf, show } from '#rooms/access'
import { memberNames } from '#rooms/members'
import { agreementRefusals } from './agreements.en.ts'
import { type Version, type VersionId, versionById, versionsAll } from './agreements.sql.ts'
import { changeDraft, draftAgreement, dropDraft, giveNotice, proposeAgreement, proposeToMore, signAgreement, signForCooperative } from './agreements.ts'
import { templatesNl } from './articles/articles.nl.ts'
import { type Article, rulesOf } from './articles/articles.rules.ts'
import { TEMPLATES } from './articles/templates.rules.ts'
import { outsideBounds } from './bounds/bounds.rules.ts'
import { problemsOf } from './bounds/validate.rules.ts'
import { routes as comparing } from './comparing/comparing.routes.tsx'
import { routes as cooperation } from './cooperation/cooperation.routes.tsx'
import { cooperationAgreements } from './cooperation/cooperation.sql.ts'
import { boundsOfAll } from './cooperation/cooperation.ts'
import { afterButton, type EditorForm, editorForm } from './editor/editor-form.ts'
import { EditorPage, NewPage } from './editor/editor-page.tsx'
import { findAgreement } from './in-force/in-force.ts'
import { known, may, signInOf, versionIn } from './opening.ts'
import { AgreementPage, DEFAULT_EXAMPLE, SignPage } from './pages/agreement-page.tsx'
import type { ExampleFacts } from './pages/example.tsx'
import { MemberAgreements, OfficeAgreements } from './pages/list-page.tsx'
import { officeNl } from './pages/office.nl.ts'
import { pageTexts } from './pages/pages.en.ts'
import { agreementFile, agreementLines } from './signing/reading.ts'
import { NOTICE_CHANNELS } from './signing/signing.rules.ts'

export const routes = new Hono<Env>()
routes.route('/', cooperation)
routes.route('/', comparing)

const Members = z.object({ members: many(text(40)) })
const Proposing = Members.extend({ nobody: ticked() })
const Notice = Members.extend({ on: dayField(), channel: choice(NOTICE_CHANNELS) })
const Signing = z.object({ hash: text(80), read: ticked() })

routes.get('/afspraken', async (c) => {
  const { language, seat } = c.var
  const title = pageTexts[language].title
  if (seat?.role === 'caseManager' || seat?.role === 'policyAdviser') {
    const cooperations = await act(c, 'cooperationAgreement.read', (tx, permit) => cooperationAgreements(tx, permit))
    return show(c, { title, body: <OfficeAgreements lines={null} cooperations={cooperations} mayDraft={false} mayCooperate={false} /> })
  }
  const found = await act(c, 'agreement.read', async (tx, permit) => ({
    lines: await agreementLines(tx, permit),
    cooperations: permit.reach === 'organisation' ? await cooperationAgreements(tx, permit) : [],
    member: permit.role === 'member' ? personOf(permit) : null,
  }))
  if (found.member) return show(c, { title, body: <MemberAgreements member={found.member} lines={found.lines} language={language} /> })
  const early = seat?.provisional ?? false
  const rights = { mayDraft: may(c, 'agreement.draft'), mayCooperate: may(c, 'cooperationAgreement.propose') && !early, early }
  return show(c, { title, body: <OfficeAgreements lines={found.lines} cooperations={found.cooperations} {...rights} /> })
})

routes.get('/afspraken/nieuw', async (c) => {
  const versions = await act(c, 'agreement.draft', (tx, permit) => versionsAll(tx, permit))
  return show(c, { title: officeNl.make, body: <NewPage versions={versions} keys={formKeys(c)} /> })
})

routes.post('/afspraken', (c) =>
  change(c, 'agreement.draft', {
    form: z.object({ begin: text(60) }),
    run: async (tx, permit, { begin }) => {
      const from = firstDay(monthAfter(monthOf(permit.today)))
      const template = TEMPLATES.find(({ code }) => code === begin)
      if (template) return draftAgreement(tx, permit, { title: templatesNl[template.code].name, articles: template.articles, from, until: null })
      const version =
        (isId(begin) ? await versionById(tx, permit, begin as VersionId) : null) ?? refuse(agreementRefusals[permit.language].missing, {}, { kind: 'missing' })
      return draftAgreement(tx, permit, { title: version.title, articles: version.articles, from, until: null })
    },
    done: 'agreementDrafted',
    to: addressOf,
  }),
)

routes.get('/afspraken/:version', (c) => showVersion(c, null))

routes.post('/afspraken/:version', async (c) => {
  const draft = await openDraft(c)
  return change(c, 'agreement.draft', {
    form: editorForm(draft.articles),
    run: async (tx, permit, form) => {
      await changeDraft(tx, permit, draft.id, {
        title: form.title,
        from: form.from,
        until: form.until,
        articles: afterButton(form.articles, form.act, form.add),
      })
      return form
    },
    done: 'agreementSaved',
    to: (form) => `${addressOf(draft.id)}?turnover=${plainEuro(form.example.turnover)}&costs=${plainEuro(form.example.costs)}`,
    again: (problems) => showEditor(c, draft, draft.articles, problems),
  })
})

/** "Bereken": shows what was filled in and what it would do; nothing is kept. */
routes.post('/afspraken/:version/voorbeeld', async (c) => {
  const draft = await openDraft(c)
  const parsed = checkForm<EditorForm>(editorForm(draft.articles), await c.req.parseBody({ all: true }), c.var.language)
  if (!parsed.ok) return showEditor(c, draft, draft.articles, parsed.problems, 422)
  return showEditor(c, { ...draft, ...parsed.value }, parsed.value.articles, null, 200, parsed.value.example)
})

routes.post('/afspraken/:version/einde', (c) =>
  change(c, 'agreement.draft', { run: (tx, permit) => dropDraft(tx, permit, versionIn(c)), done: 'agreementDropped', to: () => '/afspraken' }),
)

routes.post('/afspraken/:version/voorlegging', (c) =>
  change(c, 'agreement.propose', {
    form: Proposing,
    run: (tx, permit, { members, nobody }) => {
      if (members.length === 0 && !nobody) refuse(agreementRefusals[permit.language].nobodyChosen, {}, { field: 'members' })
      return proposeAgreement(tx, permit, versionIn(c), members.map((each) => known(c, each)) as MemberId[])
    },
    done: ({ members }) => (members.length > 0 ? 'agreementProposed' : 'agreementStands'),
    to: () => addressOf(versionIn(c)),
    again: async (proposing) => {
      const draft = await openDraft(c)
      return showEditor(c, draft, draft.articles, null, 422, DEFAULT_EXAMPLE, proposing)
    },
  }),
)

routes.post('/afspraken/:version/leden', (c) =>
  change(c, 'agreement.propose', {
    form: Members,
    run: (tx, permit, { members }) => proposeToMore(tx, permit, versionIn(c), members.map((each) => known(c, each)) as MemberId[]),
    done: 'agreementProposed',
    to: () => addressOf(versionIn(c)),
    again: (problems) => showVersion(c, problems),
  }),
)

routes.post('/afspraken/:version/berichten', (c) =>
  change(c, 'agreement.notify', {
    form: Notice,
    run: (tx, permit, { members, ...notice }) =>
      giveNotice(tx, permit, versionIn(c), { ...notice, members: members.map((each) => known(c, each)) as MemberId[] }),
    done: 'noticeGiven',
    to: () => addressOf(versionIn(c)),
    again: (problems) => showVersion(c, problems),
  }),
)

routes.get('/afspraken/:version/tekenen', (c) => showSigning(c, null))

routes.post('/afspraken/:version/handtekeningen', (c) => {
  const version = versionIn(c)
  const common = { form: Signing, to: () => addressOf(version), again: (problems: Problems) => showSigning(c, problems) }
  if (c.var.seat?.role === 'member') {
    return change(c, 'agreement.sign', {
      ...common,
      done: 'agreementSigned',
      run: (tx, permit, form) => signAgreement(tx, permit, version, readHash(permit, form), signInOf(c)),
    })
  }
  return change(c, 'agreement.signFor', {
    ...common,
    done: 'agreementSignedFor',
    run: (tx, permit, form) => signForCooperative(tx, permit, version, readHash(permit, form), signInOf(c)),
  })
})

async function showVersion(c: Context<Env>, problems: Problems | null) {
  const file = await act(c, 'agreement.read', async (tx, permit) => {
    const found = await agreementFile(tx, permit, versionIn(c))
    await looked(tx, permit, membersIn(found))
    return found
  })
  if (!file.version.proposedAt && may(c, 'agreement.draft'))
    return showEditor(c, file.version, file.version.articles, problems, problems ? 422 : 200, exampleIn(c))
  const { language, seat, person } = c.var
  const own = seat?.role === 'member' ? ((person?.id ?? null) as MemberId | null) : null
  const rights = {
    signFor: may(c, 'agreement.signFor'),
    propose: may(c, 'agreement.propose'),
    notify: may(c, 'agreement.notify'),
    whatIf: may(c, 'whatIf.see'),
  }
  return show(c, {
    title: fill(pageTexts[language].full, { number: file.version.number }),
    body: <AgreementPage file={file} own={own} may={rights} facts={exampleIn(c)} language={language} keys={formKeys(c)} problems={problems} />,
  })
}

async function showSigning(c: Context<Env>, problems: Problems | null) {
  const found = await act(c, 'agreement.read', async (tx, permit) => {
    const file = await agreementFile(tx, permit, versionIn(c))
    if (!file.version.proposedAt) refuse(agreementRefusals[permit.language].missing, {}, { kind: 'missing' })
    await looked(tx, permit, membersIn(file))
    const current = permit.role === 'member' ? await findAgreement(tx, permit, personOf(permit), permit.today) : null
    return { file, current: current?.version === file.version.id ? null : current, board: permit.role !== 'member' }
  })
  const { language } = c.var
  return show(c, {
    title: pageTexts[language].sign.title,
    body: <SignPage {...found} whatIf={may(c, 'whatIf.see')} language={language} keys={formKeys(c)} problems={problems} />,
  })
}

/** Whose agreement a version is. */
function membersIn(file: { readonly recipients: readonly { readonly member: MemberId }[] }): MemberId[] {
  return file.recipients.map(({ member }) => member)
}

/** A draft that may be written on. Refuses a text that stands. */
async function openDraft(c: Context<Env>): Promise<Version> {
  return act(c, 'agreement.draft', async (tx, permit) => {
    const version = (await versionById(tx, permit, versionIn(c))) ?? refuse(agreementRefusals[permit.language].missing, {}, { kind: 'missing' })
    return version.proposedAt ? refuse(agreementRefusals[permit.language].textStands, {}, { kind: 'conflict' }) : version
  })
}

async function showEditor(
  c: Context<Env>,
  version: Pick<Version, 'id' | 'number' | 'title' | 'from' | 'until' | 'origin'>,
  articles: readonly Article[],
  problems: Problems | null,
  status: 200 | 422 = 200,
  facts: ExampleFacts = DEFAULT_EXAMPLE,
  proposing: Problems | null = null,
) {
  const found = problemsOf(articles)
  const around = await act(c, 'agreement.draft', async (tx, permit) => {
    const bounds = await boundsOfAll(tx, permit, version.from > today(c.var.world.clock) ? version.from : permit.today)
    const outside =
      found.length > 0
        ? []
        : [...bounds.values()].flatMap((agreed) =>
            outsideBounds(rulesOf(articles), agreed.bounds).map((problem) => `${agreed.municipalityName}: ${problem.sentence}`),
          )
    return { outside, people: await memberNames(tx, permit) }
  })
  const page = (
    <EditorPage
      version={version}
      articles={articles}
      found={found}
      {...around}
      facts={facts}
      mayPropose={may(c, 'agreement.propose')}
      keys={formKeys(c)}
      problems={problems}
      proposing={proposing}
    />
  )
  return show(c, { title: fill(pageTexts.nl.full, { number: version.number }), body: page, status })
}

function exampleIn(c: Context<Env>): ExampleFacts {
  return {
    turnover: parseEuro(c.req.query('turnover') ?? '') ?? DEFAULT_EXAMPLE.turnover,
    costs: parseEuro(c.req.query('costs') ?? '') ?? DEFAULT_EXAMPLE.costs,
  }
}

function readHash(permit: AnyPermit, form: z.infer<typeof Signing>): string {
  return form.read ? form.hash : refuse(agreementRefusals[permit.language].tickFirst, {}, { field: 'read' })
}

function addressOf(id: VersionId): string {
  return `/afspraken/${id}`
}
