import { split } from '#rooms/agreements'
export { split }
