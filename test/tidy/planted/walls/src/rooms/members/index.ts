export { inner as member, type Member } from './inner.ts'
