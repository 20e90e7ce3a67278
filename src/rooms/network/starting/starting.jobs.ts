import { claimJob } from '#kit/jobs.ts'
import { asSystem, foundOrganisation, giveRole, invite, type Job, type OrganisationId, organisationName } from '#rooms/access'
import { initiatives, markBegun } from './starting.sql.ts'
import { invitedUntil } from './starting.ts'

/** Begins the organisation of an initiative that was let in, and invites who begins it. Each organisation has a transaction of its own, so a run that broke off goes on where it was. */
const beginInitiative: Job = async (world, order) => {
  const network = order.organisation as OrganisationId
  const id = order.facts.initiative as OrganisationId
  const found = await asSystem(world, network, 'initiative.begin', async (tx, permit) => (await initiatives(tx, permit)).find((each) => each.id === id))
  const { personName, email, name } = found ?? {}
  if (!name || !personName || !email) return
  await asSystem(world, id, 'organisation.found', async (tx, permit) => {
    if ((await organisationName(tx, id)) === null) await foundOrganisation(tx, permit, 'cooperative', name)
  })
  await asSystem(world, id, 'person.invite', async (tx, permit) => {
    if (!(await claimJob(tx, order.id, permit.now))) return
    const person = await invite(tx, permit, { name: personName, email, role: 'administrator', until: invitedUntil(permit) }, world.baseUrl ?? '')
    await giveRole(tx, permit, person, 'board', permit.today)
  })
  await asSystem(world, network, 'initiative.begin', (tx, permit) => markBegun(tx, permit, id))
}

export const jobs = { 'initiative.begin': beginInitiative }
