import { member } from '#rooms/members'
export { member }
