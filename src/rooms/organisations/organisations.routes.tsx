import { type Context, Hono } from 'hono'
import { choice, dayField, email, file, optional, optionalText, type Problems, text, wholeNumber, z } from '#kit/form.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type Action, act, change, type Env, formKeys, organisationName, personNames, personOf, scopeOf, show } from '#rooms/access'
import { COUNTRIES } from './countries/countries.rules.ts'
import { logoOf, logoWithDigest, townLogoOf } from './logo/logo.sql.ts'
import { changeTownLogo, dropTownLogo } from './logo/town-logo.ts'
import { texts } from './organisations.en.ts'
import { nl } from './organisations.nl.ts'
import { findCooperative, findMunicipality } from './organisations.sql.ts'
import { addCustomer, changeCustomer, changeLogo, customerById, customersOf, ownsCustomer, registerCooperative, registerMunicipality } from './organisations.ts'
import { type CustomerId, settingsFrom } from './organisations.types.ts'
import { CustomerPage, CustomersPage } from './pages/customers-page.tsx'
import { CooperativePage, MunicipalityPage } from './pages/organisation-page.tsx'
import { tipsRoutes } from './tips/tips.routes.tsx'

export const routes = new Hono<Env>()

routes.route('/', tipsRoutes)

type C = Context<Env>

const CooperativeForm = z.object({
  legalName: text(160),
  tradeName: text(80),
  kvk: text(12),
  vatId: optionalText(24),
  iban: optionalText(42),
  street: text(120),
  postCode: text(10),
  city: text(80),
  email: optional(email()),
  phone: optionalText(30),
  website: optionalText(200),
  korSince: optional(dayField()),
  korUntil: optional(dayField()),
  invoiceTermDays: wholeNumber().refine((days) => days >= 1 && days <= 90, nl.refusals.termDays.next),
  trialMonths: wholeNumber().refine((months) => months >= 1 && months <= 12, nl.refusals.trialMonths.next),
  cashTermDays: optional(wholeNumber().refine((days) => days >= 1 && days <= 90, nl.refusals.cashTermDays.next)),
  formerMonths: wholeNumber().refine((months) => months >= 1 && months <= 84, nl.refusals.formerMonths.next),
})
const MunicipalityForm = z.object({
  code: text(12),
  name: text(120),
  department: text(120),
  street: text(120),
  postCode: text(10),
  city: text(80),
  email: optional(email()),
})
const CustomerForm = z.object({
  kind: choice(['person', 'organisation']),
  name: text(120),
  attention: optionalText(120),
  email: optional(email()),
  street: optionalText(120),
  postCode: optionalText(10),
  city: optionalText(80),
  country: optional(choice(COUNTRIES)),
  kvk: optionalText(12),
  vatId: optionalText(24),
  peppol: optionalText(60),
  language: optional(choice(['nl', 'en'])),
})

routes.get('/organisatie', (c) => showOrganisation(c, null))

routes.post('/organisatie', (c) => {
  const shared = { done: 'organisationSaved' as const, to: () => '/organisatie', again: (problems: Problems) => showOrganisation(c, problems) }
  if (c.var.seat?.organisationKind === 'municipality') {
    return change(c, 'organisation.edit', { form: MunicipalityForm, run: (tx, permit, form) => registerMunicipality(tx, permit, form), ...shared })
  }
  return change(c, 'organisation.edit', {
    form: CooperativeForm,
    run: async (tx, permit, { invoiceTermDays, trialMonths, formerMonths, cashTermDays, ...facts }) => {
      const before = (await findCooperative(tx, permit.organisation))?.settings ?? settingsFrom({})
      await registerCooperative(tx, permit, {
        ...facts,
        settings: { ...before, invoiceTermDays, trialMonths, formerMonths, cashTermDays: cashTermDays ?? before.cashTermDays },
      })
    },
    ...shared,
  })
})

routes.get('/organisatie/logo', async (c) => {
  const png = (await act(c, 'organisation.read', (tx, permit) => logoOf(tx, permit.organisation))) ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
  return c.body(new Uint8Array(png), 200, { 'Content-Type': 'image/png' })
})

routes.post('/organisatie/logo', (c) =>
  change(c, 'organisation.edit', {
    form: z.object({ logo: file() }),
    run: async (tx, permit, { logo }) => {
      const picture = logo ? new Uint8Array(await logo.arrayBuffer()) : new Uint8Array()
      return c.var.seat?.organisationKind === 'municipality' ? changeTownLogo(tx, permit, picture) : changeLogo(tx, permit, picture)
    },
    done: 'organisationSaved',
    to: () => '/organisatie',
    again: (problems) => showOrganisation(c, null, problems),
  }),
)

routes.get('/klanten', async (c) => {
  const { customers, names } = await act(c, 'customer.read', async (tx, permit) => {
    const found = await customersOf(tx, permit)
    // Two members may sell to one customer, each with an entry of its own: whoever sees both must know whose is whose.
    return {
      customers: found,
      names:
        permit.reach === 'organisation'
          ? await personNames(
              tx,
              found.flatMap(({ member }) => member ?? []),
            )
          : null,
    }
  })
  const { language } = c.var
  return show(c, {
    title: texts[language].customers.title,
    body: <CustomersPage customers={customers} names={names} mayEdit={may(c, 'customer.edit')} language={language} />,
  })
})

routes.get('/klanten/nieuw', (c) => showNew(c, null))

routes.post('/klanten', (c) =>
  change(c, 'customer.edit', {
    form: CustomerForm,
    run: (tx, permit, form) => addCustomer(tx, permit, { ...form, country: form.country ?? 'NL', member: permit.role === 'member' ? personOf(permit) : null }),
    done: 'customerAdded',
    to: (id) => `/klanten/${id}`,
    again: (problems) => showNew(c, problems),
  }),
)

routes.get('/klanten/:customer', (c) => showCustomer(c, null))

routes.post('/klanten/:customer', (c) =>
  change(c, 'customer.edit', {
    form: CustomerForm,
    run: async (tx, permit, form) => {
      const { country, member } = await customerById(tx, permit, idIn(c))
      await changeCustomer(tx, permit, idIn(c), { ...form, country: form.country ?? country, member })
    },
    done: 'customerSaved',
    to: () => '/klanten',
    again: (problems) => showCustomer(c, problems),
  }),
)

routes.post('/organisatie/logo/weg', (c) => change(c, 'organisation.edit', { run: dropTownLogo, done: 'organisationSaved', to: () => '/organisatie' }))

/** A logo as it stands on a letter; it is public, and the same address is always the same picture. */
routes.get('/organisatie/logo/:digest', async (c) => {
  const png = (await act(c, 'organisation.read', (tx) => logoWithDigest(tx, c.req.param('digest')))) ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
  return c.body(new Uint8Array(png), 200, { 'Content-Type': 'image/png', 'Cache-Control': 'private, max-age=31536000, immutable' })
})

async function showOrganisation(c: C, problems: Problems | null, logoProblems: Problems | null = null) {
  const found = await act(c, 'organisation.read', async (tx, permit) => ({
    name: (await organisationName(tx, permit.organisation)) ?? '',
    cooperative: await findCooperative(tx, permit.organisation),
    municipality: await findMunicipality(tx, permit.organisation),
    hasLogo: (await logoOf(tx, permit.organisation)) !== null,
    townLogo: await townLogoOf(tx, permit.organisation),
  }))
  const props = { ...found, mayEdit: may(c, 'organisation.edit'), keys: formKeys(c), problems }
  const links = (
    [
      may(c, 'customer.read') && 'customers',
      may(c, 'beginning.see') && 'beginning',
      may(c, 'opening.book') && 'opening',
      may(c, 'pots.keep') && 'pots',
      may(c, 'tips.keep') && 'tips',
    ] as const
  ).filter((link) => link !== false)
  const body =
    c.var.seat?.organisationKind === 'municipality' ? (
      <MunicipalityPage {...props} logoProblems={logoProblems} />
    ) : (
      <CooperativePage {...props} links={links} logoProblems={logoProblems} />
    )
  return show(c, { title: nl.organisation.title, body })
}

async function showNew(c: C, problems: Problems | null) {
  await act(c, 'customer.edit', async () => {})
  const { language } = c.var
  return show(c, {
    title: texts[language].customers.newTitle,
    body: <CustomerPage customer={null} mayEdit language={language} keys={formKeys(c)} problems={problems} />,
  })
}

async function showCustomer(c: C, problems: Problems | null) {
  const { customer, own } = await act(c, 'customer.read', async (tx, permit) => {
    const found = await customerById(tx, permit, idIn(c))
    return { customer: found, own: ownsCustomer(permit, found) }
  })
  const body = <CustomerPage customer={customer} mayEdit={own && may(c, 'customer.edit')} language={c.var.language} keys={formKeys(c)} problems={problems} />
  return show(c, { title: customer.name, body })
}

function may(c: C, action: Action): boolean {
  return c.var.seat !== null && scopeOf(action, c.var.seat.role) !== null
}

function idIn(c: C): CustomerId {
  const id = c.req.param('customer') ?? ''
  return isId(id) ? (id as CustomerId) : refuse(nl.refusals.missing, {}, { kind: 'missing' })
}
