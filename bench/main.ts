// Every figure is taken beside its limit, in turns in the same run; the report is a table for docs/performance.md.
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { makeBooks } from './books.ts'
import { weighing } from './bytes.ts'
import { makeCluster } from './cluster.ts'
import { crashing } from './crash.ts'
import { invoices } from './invoices.ts'
import { lighting } from './lighthouse.ts'
import { serving, servingDesk } from './pages.ts'
import { posting } from './posting.ts'
import { servingPublic } from './public-pages.ts'
import { reading } from './reading.ts'
import { searching } from './search.ts'
import { settling } from './settling.ts'
import { starting } from './start.ts'

const quick = process.argv.includes('--quick')
const turn = quick ? { rounds: 2, seconds: 1 } : { rounds: 5, seconds: 4 }
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const wants = (name: string) => wanted.length === 0 || wanted.includes(name)

let missed = 0
console.log(`| What | Measured | Goal | Held | Seen |\n|---|---|---|---|---|`)
if (wants('posting') || wants('settling') || wants('reading')) {
  const cluster = await makeCluster()
  try {
    await makeBooks(cluster, readFileSync(new URL('limits.sql', import.meta.url), 'utf8'))
    if (wants('posting')) print(await posting(cluster, turn))
    if (wants('reading')) print(await reading(cluster, turn))
    if (wants('settling')) print(await settling(cluster, turn))
  } finally {
    cluster.remove()
  }
}
if (wants('search')) {
  const cluster = await makeCluster()
  try {
    print(await searching(cluster, quick ? 3 : 20))
  } finally {
    cluster.remove()
  }
}
if (wants('crash')) print(await crashing(quick ? 4 : 20, process.argv.includes('--planted')))
if (wants('start')) print(await starting(turn))
if (wants('invoices')) print(await invoices(quick ? 50 : 500))
if (wants('pages')) print(await serving(turn))
if (wants('desk')) print(await servingDesk(turn))
if (wants('public')) print(await servingPublic(turn))
if (wants('bytes')) print(await weighing())
// Only when asked for: it fetches a package, and takes some minutes.
if (wanted.includes('lighthouse'))
  print(
    await lighting(
      quick ? 3 : 5,
      wanted.filter((each) => each.startsWith('/')),
    ),
  )

const load = loadavg().map((each) => each.toFixed(1))
console.log(`\nLoad of the machine at the end: ${load.join(', ')}.`)
if (missed > 0) {
  console.log(`${missed} of the goals not held.`)
  process.exitCode = 1
}

function print(rows: readonly string[]): void {
  missed += rows.filter((each) => each.includes('**no**')).length
  for (const each of rows) console.log(each)
}
