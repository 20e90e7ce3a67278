import { member } from '../../app/app.ts'
export { member }
