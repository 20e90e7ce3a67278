export { routes } from './homes.routes.tsx'
