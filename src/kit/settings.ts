import { randomBytes } from 'node:crypto'
import { CannotStart } from './cannot-start.ts'

/** What the environment says; the README's table lists each. */
export type Settings = {
  readonly port: number
  readonly databaseUrl: string | null
  readonly databaseAdminUrl: string | null
  readonly dataDir: string
  readonly baseUrl: string
  readonly smtpUrl: string | null
  readonly secret: string
  readonly demo: boolean
  /** How many proxies of our own stand before the program: so many addresses of X-Forwarded-For are believed. */
  readonly trustProxy?: number
  /** Up to how much a page does at once, instead of in the background; the environment does not say it, tests do. */
  readonly atOnce?: { readonly lines: number; readonly members: number }
}

/** Reads the settings; refuses a port that is no port, and a real server without a secret. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const port = Number(env.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new CannotStart(`PORT is ${env.PORT}: that is no port. Give a whole number from 0 to 65535.`)
  const databaseUrl = env.DATABASE_URL || null
  const demo = env.DEMO ? env.DEMO === 'on' : databaseUrl === null
  if (databaseUrl && !demo && (env.SECRET ?? '').length < 32)
    throw new CannotStart('SECRET is missing or shorter than 32 characters. Make one with: openssl rand -hex 32')
  return {
    port,
    databaseUrl,
    databaseAdminUrl: env.DATABASE_ADMIN_URL || null,
    dataDir: env.DATA_DIR || '.data',
    baseUrl: (env.BASE_URL || `http://localhost:${port}`).replace(/\/$/, ''),
    smtpUrl: env.SMTP_URL || null,
    secret: env.SECRET || randomBytes(32).toString('hex'),
    demo,
    trustProxy: Number(env.TRUST_PROXY ?? 0) || 0,
  }
}
