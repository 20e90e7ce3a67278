import type { OrganisationKind } from '../access.sql.ts'
import type { Role } from '../permissions.rules.ts'

type Given = Exclude<Role, 'system'>

/** Which roles an organisation gives by inviting; members come in through their file, not through here. */
export const INVITABLE: Readonly<Record<OrganisationKind, readonly Given[]>> = {
  cooperative: ['coach', 'treasurer', 'board', 'administrator'],
  municipality: ['caseManager', 'policyAdviser'],
  network: ['network'],
  partner: ['administrator'],
}

/** Whether this kind of organisation gives this role by inviting. */
export function mayBeGiven(kind: OrganisationKind, role: string): role is Given {
  return INVITABLE[kind].some((each) => each === role)
}
