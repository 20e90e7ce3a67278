import { one } from '#kit/db.ts'
export { one }
