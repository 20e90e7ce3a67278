import { betterAuth } from 'better-auth'
import { createAuthEndpoint, sessionMiddleware } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { emailOTP } from 'better-auth/plugins/email-otp'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Database } from '#kit/db.ts'
import { z } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { log } from '#kit/log.ts'
import type { Settings } from '#kit/settings.ts'
import { CODE_MINUTES, SESSION_DAYS, SESSION_SEEN_MINUTES } from './limits.ts'

export type Auth = ReturnType<typeof makeAuth>

/**
 * better-auth keeps sessions, codes and second factors; our own pages call it, and none of its addresses is open to the
 * world. Nobody signs up: an identity is written by us, for a person that is known. There are no passwords.
 */
export function makeAuth(database: Database, settings: Settings) {
  return betterAuth({
    appName: 'Opbloei',
    baseURL: settings.baseUrl,
    secret: settings.secret,
    database: { db: database.apart('opbloei_signin'), type: 'postgres', schemaName: 'signin', transaction: false },
    telemetry: { enabled: false },
    // Its messages hold addresses: only their level goes to our log.
    logger: { level: 'error', log: (level) => log.error({ level }, 'sign-in package') },
    advanced: {
      cookiePrefix: 'opbloei',
      useSecureCookies: settings.baseUrl.startsWith('https:'),
      database: { generateId: () => newId() },
      // Addresses are counted by our own buckets, in digests; a session keeps none.
      ipAddress: { ipAddressHeaders: ['x-client-address'], disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: false },
    user: { modelName: 'identity', fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' } },
    session: {
      modelName: 'session',
      expiresIn: SESSION_DAYS * 24 * 60 * 60,
      updateAge: SESSION_SEEN_MINUTES * 60,
      fields: {
        userId: 'identity',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      additionalFields: {
        secondFactorAt: { type: 'date', required: false, input: false, fieldName: 'second_factor_at' },
        enteredBy: { type: 'string', required: false, input: false, fieldName: 'entered_by' },
        device: { type: 'string', required: false, input: false },
      },
    },
    account: {
      modelName: 'credential',
      fields: {
        userId: 'identity',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: { modelName: 'code', fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' } },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: CODE_MINUTES * 60,
        allowedAttempts: 3,
        storeOTP: 'hashed',
        disableSignUp: true,
        sendVerificationOTP: async () => {},
      }),
      twoFactor({
        issuer: 'Opbloei',
        allowPasswordless: true,
        schema: {
          user: { fields: { twoFactorEnabled: 'second_factor' } },
          twoFactor: {
            modelName: 'second_factor',
            fields: { userId: 'identity', backupCodes: 'backup_codes', failedVerificationCount: 'failed_count', lockedUntil: 'locked_until' },
          },
        },
      }),
      houseKeys(),
    ],
  })
}

const Beginning = z.object({ person: z.string(), device: z.string().nullable() })

/** What our pages need and the package has not; reachable through `auth.api` alone. */
function houseKeys() {
  return {
    id: 'house-keys',
    endpoints: {
      /** Begins a session without a code: for invented people in a demo, and nobody else. */
      beginDemo: createAuthEndpoint.serverOnly({ method: 'POST', body: Beginning }, async (ctx) => {
        const identity = await ctx.context.internalAdapter.findUserById(ctx.body.person)
        if (!identity) throw ctx.error('NOT_FOUND')
        const session = await ctx.context.internalAdapter.createSession(
          identity.id,
          false,
          { secondFactorAt: new Date('9999-01-01'), enteredBy: 'demo', device: ctx.body.device } as never,
          true,
        )
        await setSessionCookie(ctx, { session, user: identity })
        return ctx.json({})
      }),
      /** Begins a session for whoever gave a code on paper; our own table proved it. */
      beginPaper: createAuthEndpoint.serverOnly({ method: 'POST', body: Beginning }, async (ctx) => {
        const identity = await ctx.context.internalAdapter.findUserById(ctx.body.person)
        if (!identity) throw ctx.error('NOT_FOUND')
        const session = await ctx.context.internalAdapter.createSession(identity.id, false, { enteredBy: 'paperCode', device: ctx.body.device } as never, true)
        await setSessionCookie(ctx, { session, user: identity })
        return ctx.json({})
      }),
      /** Begins a session for whoever answered with a passkey; our own table proved it, and the device verified the person. */
      beginPasskey: createAuthEndpoint.serverOnly({ method: 'POST', body: Beginning.extend({ at: z.date() }) }, async (ctx) => {
        const identity = await ctx.context.internalAdapter.findUserById(ctx.body.person)
        if (!identity) throw ctx.error('NOT_FOUND')
        const { at: secondFactorAt, device } = ctx.body
        const session = await ctx.context.internalAdapter.createSession(identity.id, false, { secondFactorAt, enteredBy: 'passkey', device } as never, true)
        await setSessionCookie(ctx, { session, user: identity })
        return ctx.json({})
      }),
      /** A session that has passed the second step is a new one, so that a copy of the old one is worth nothing. */
      strengthen: createAuthEndpoint.serverOnly({ method: 'POST', use: [sessionMiddleware], body: z.object({ at: z.date() }) }, async (ctx) => {
        const { session, user: identity } = ctx.context.session
        const stronger = await ctx.context.internalAdapter.createSession(
          identity.id,
          false,
          { secondFactorAt: ctx.body.at, enteredBy: session.enteredBy, device: session.device } as never,
          true,
        )
        await setSessionCookie(ctx, { session: stronger, user: identity })
        await ctx.context.internalAdapter.deleteSession(session.token)
        return ctx.json({})
      }),
    },
  } as const
}
