import pg from 'pg'

/** A database beside that of the other stories, empty; an own PGlite where there is no PostgreSQL. Give it back with `drop` after closing it. */
export async function ownDatabase(suffix: string): Promise<{ url: string | null; drop: () => Promise<void> }> {
  const beside = process.env.OPBLOEI_TEST_DATABASE
  if (!beside) return { url: null, drop: async () => {} }
  const url = new URL(beside)
  url.pathname += `_${suffix}`
  const name = url.pathname.slice(1)
  const ask = async (text: string) => {
    const client = new pg.Client({ connectionString: beside })
    await client.connect()
    await client.query(text).finally(() => client.end())
  }
  await ask(`drop database if exists ${name} with (force)`)
  await ask(`create database ${name}`)
  // What a crash would lose is proved elsewhere (npm run bench -- crash); here waiting for the disk would only cost minutes.
  await ask(`alter database ${name} set synchronous_commit = off`)
  return { url: url.href, drop: () => ask(`drop database if exists ${name} with (force)`) }
}
