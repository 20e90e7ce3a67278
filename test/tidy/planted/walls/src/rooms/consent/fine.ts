import { zero } from '#kit/money.ts'
import { member } from '#rooms/members'
import { standing } from './fine.rules.ts'
export { member, standing, zero }
