import { sql } from '../fine.sql.ts'
export { sql }
