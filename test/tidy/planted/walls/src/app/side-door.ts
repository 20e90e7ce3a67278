import { inner } from '../rooms/members/inner.ts'
export { inner }
