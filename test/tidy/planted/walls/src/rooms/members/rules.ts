export { inner } from './inner.ts'
export { age } from './age.rules.ts'
