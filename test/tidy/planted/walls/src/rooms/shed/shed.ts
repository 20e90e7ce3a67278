import { zero } from '#kit/money.ts'
export { zero }
