import { importing } from './statements/long-import.ts'

export const errands = { 'bank.import': importing }
