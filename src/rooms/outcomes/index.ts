export { routes } from './outcomes.routes.tsx'
