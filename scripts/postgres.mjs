// A database of our own on a PostgreSQL that happens to be there, for one run of the stories.
import pg from 'pg'

/** Gives `url` and `giveBack`, or says `why` there is none. Nothing but the new database is touched. */
export async function borrowDatabase() {
  const candidates = [process.env.DATABASE_ADMIN_URL, process.env.DATABASE_URL, 'postgres://postgres@127.0.0.1:5432/postgres'].filter(Boolean)
  const reasons = []
  for (const url of candidates) {
    const name = `opbloei_test_${process.pid}`
    try {
      await ask(url, `create database ${name}`)
      // What a crash would lose is proved elsewhere (npm run bench -- crash); here waiting for the disk would only cost minutes.
      await ask(url, `alter database ${name} set synchronous_commit = off`)
    } catch (error) {
      reasons.push(`${new URL(url).host}: ${error.message || error.code}.`)
      continue
    }
    const own = new URL(url)
    own.pathname = `/${name}`
    return { url: own.href, giveBack: () => ask(url, `drop database if exists ${name} with (force)`) }
  }
  return { url: null, why: reasons.join(' ') }
}

async function ask(url, text) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
