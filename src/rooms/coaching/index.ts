export { routes } from './coaching.routes.tsx'
export type { CaseInvitation } from './inviting/inviting.sql.ts'
export { invitationsWaiting, inviteCaseManager, takeInvitation, withdrawInvitation } from './inviting/inviting.ts'
export { InvitedCard } from './inviting/inviting-pages.tsx'
