export { tickDuty } from './calendar/calendar.ts'
export { routes } from './homes.routes.tsx'
