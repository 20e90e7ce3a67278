export { tickDuty } from './calendar/calendar.ts'
export { routes } from './homes.routes.tsx'
export { addOwnTask, tickTask } from './tasks/tasks.ts'
