import { sql } from 'kysely'
export type Tx = typeof sql
export const one = sql
