import { claimJob } from '#kit/jobs.ts'
import {
  asSystem,
  foundOrganisation,
  giveRole,
  invite,
  type Job,
  job,
  type OrganisationId,
  organisationName,
  type PersonId,
  tellStaff,
  type World,
} from '#rooms/access'
import { deskOrganisation } from '../inquiries/inquiries.ts'
import { forgetInitiative, initiativesBegun, watchQuiet } from './quiet/quiet.ts'
import { forgetSignUps } from './signing-up/signing-up.ts'
import { initiatives, markBegun } from './starting.sql.ts'
import { invitedUntil } from './starting.ts'

/** Begins the organisation of an initiative that was let in, and invites who begins it. Each organisation has a transaction of its own, so a run that broke off goes on where it was. Gives whom it invited. */
export async function beginInitiative(world: World, order: Parameters<Job>[1]): Promise<PersonId | null> {
  const network = order.organisation as OrganisationId
  const id = order.facts.initiative as OrganisationId
  const found = await asSystem(world, network, 'initiative.begin', async (tx, permit) => (await initiatives(tx, permit)).find((each) => each.id === id))
  const { personName, email, name, kind, own, place } = found ?? {}
  if (!name || !personName || !email) return null
  await asSystem(world, id, 'organisation.found', async (tx, permit) => {
    // Nobody talked to who signed up by itself: the network confirms it before anything reaches others. A municipality was called.
    const provisional = own === true && kind === 'cooperative'
    if ((await organisationName(tx, id)) === null)
      await foundOrganisation(tx, permit, kind ?? 'cooperative', kind === 'municipality' ? `Gemeente ${place}` : name, provisional)
  })
  const invited = await asSystem(world, id, 'person.invite', async (tx, permit) => {
    if (!(await claimJob(tx, order.id, permit.now))) return null
    const role = kind === 'municipality' ? 'policyAdviser' : 'administrator'
    const person = await invite(tx, permit, { name: personName, email, role, until: invitedUntil(permit) }, world.baseUrl ?? '')
    if (kind !== 'municipality') await giveRole(tx, permit, person, 'board', permit.today)
    return person
  })
  await asSystem(world, network, 'initiative.begin', (tx, permit) => markBegun(tx, permit, id))
  return invited
}

// Asked once for the network; each initiative is looked at on its own behalf.
const watchStarts: Job = async (world, order) => {
  const network = order.organisation as OrganisationId
  const begun = await asSystem(world, network, 'start.sweep', async (tx, permit) => {
    await forgetSignUps(tx, permit)
    return initiativesBegun(tx, permit)
  })
  for (const id of begun) {
    if (await asSystem(world, id, 'start.sweep', watchQuiet)) await asSystem(world, network, 'start.sweep', (tx, permit) => forgetInitiative(tx, permit, id))
  }
}

const tellNetwork = job('initiative.tell', (tx, permit) => tellStaff(tx, permit, ['network'], [{ kind: 'initiativeMoved', link: '/netwerk/initiatieven' }]))
const tellInitiative = job('initiative.tell', (tx, permit) => tellStaff(tx, permit, ['board'], [{ kind: 'startMoved', link: '/startpad/bevestiging' }]))

export const jobs = {
  'initiative.begin': (async (world, order) => {
    await beginInitiative(world, order)
  }) as Job,
  'initiative.tellNetwork': tellNetwork,
  'lesson.tell': (async (world, order) => {
    const organisation = await world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, deskOrganisation)
    if (organisation) await tellNetwork(world, { ...order, organisation })
  }) as Job,
  // What the organisation asked is told at the network that it began at.
  'initiative.tellAsked': ((world, order) => tellNetwork(world, { ...order, organisation: order.facts.to ?? null })) as Job,
  'initiative.tellAnswer': ((world, order) => tellInitiative(world, { ...order, organisation: order.facts.to ?? null })) as Job,
  'start.watch': watchStarts,
}
