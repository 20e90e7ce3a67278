import { inner } from '../members/inner.ts'
export { inner }
