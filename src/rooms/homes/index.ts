export { tickDuty } from './calendar/calendar.ts'
export { routes } from './homes.routes.tsx'
export { writeNote } from './successor/successor.ts'
export { addOwnTask, tickTask } from './tasks/tasks.ts'
