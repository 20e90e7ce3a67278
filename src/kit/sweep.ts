import type { Instant } from './day.ts'
import type { Database, Tx } from './db.ts'

/** Days that each thing is kept; the comments on the columns promise the same. */
const KEPT = { mail: 90, form: 30, job: 30, code: 1 } as const

/** Clears away what was kept long enough; the same night twice does nothing more. */
export async function sweep(database: Database, organisations: readonly string[], now: Instant, alsoSignIn: (tx: Tx) => Promise<void>): Promise<void> {
  const before = (what: keyof typeof KEPT) => now.subtract({ hours: 24 * KEPT[what] })
  for (const organisation of organisations) {
    await database.unit({ role: 'opbloei_app', organisation, person: null }, (tx) =>
      tx.deleteFrom('kit.mail').where('organisation', '=', organisation).where('delivered_at', '<', before('mail')).execute(),
    )
  }
  await database.unit({ role: 'opbloei_signin', organisation: null, person: null }, async (tx) => {
    await tx.deleteFrom('kit.mail').where('organisation', 'is', null).where('written_at', '<', before('code')).execute()
    await tx.deleteFrom('kit.sent_form').where('at', '<', before('form')).execute()
    await tx.deleteFrom('kit.done_job').where('at', '<', before('job')).execute()
    await alsoSignIn(tx)
  })
}
