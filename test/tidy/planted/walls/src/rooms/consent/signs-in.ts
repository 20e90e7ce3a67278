import { betterAuth } from 'better-auth'
export { betterAuth }
