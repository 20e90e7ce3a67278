import { member } from '#rooms/members'
import { routes } from '../rooms/members/members.routes.tsx'
export { member, routes }
