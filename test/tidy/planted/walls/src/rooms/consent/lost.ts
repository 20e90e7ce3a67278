import { gone } from './gone.ts'
export { gone }
