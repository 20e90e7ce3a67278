export { decide, told } from './consent.ts'
