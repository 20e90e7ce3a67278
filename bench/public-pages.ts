import { besideBare, houseOf } from './pages.ts'
import { startProgram } from './start.ts'
import type { Turn } from './turns.ts'

/** What anybody reads, and how much processor time of the server it may take, in times of the bare page (P11): a page, a list, a page with a chart. */
const PAGES = [
  { name: 'the front page', path: '/', goal: 12 },
  { name: 'what the network knows', path: '/kennis', goal: 12 },
  { name: 'a search in it', path: '/kennis?zoek=btw+op+een+factuur', goal: 12 },
  { name: 'an item of it', path: '/kennis', first: true, goal: 12 },
  { name: 'the catalogue', path: '/aanbod', goal: 12 },
  { name: 'a thing in it', path: '/aanbod', first: true, goal: 12 },
  { name: 'the list of cooperatives with its map', path: '/cooperaties', goal: 25 },
  { name: 'the first question whether it is for somebody', path: '/iets-voor-mij', goal: 4 },
  { name: 'the national figures', path: '/cijfers', goal: 25 },
] as const

/** P11 for who reads without signing in, on PostgreSQL with the invented year: as a browser asks it the third time, and each time anew. */
export function servingPublic({ rounds }: Turn): Promise<string[]> {
  return besideBare(async ({ cluster, row }) => {
    const program = await startProgram(await houseOf(cluster, 'demo'))
    try {
      const rows: string[] = []
      for (const { name, path, goal, ...more } of PAGES) {
        const page = { name, who: null, path: 'first' in more ? await firstOf(program.address, path) : path, goal }
        rows.push(await row(page, program, rounds), await row({ ...page, name: `${name}, drawn anew each time`, anew: true }, program, rounds))
      }
      return rows
    } finally {
      await program.stop()
    }
  })
}

/** The first thing that a list leads to. */
async function firstOf(address: string, list: string): Promise<string> {
  const page = await (await fetch(address + list)).text()
  const paths = [...page.matchAll(/href="(\/[^"#?]+)"/g)].map(([, path = '']) => path)
  const found = paths.find((path) => path.startsWith(`${list}/`) && path !== '/kennis/afspraken')
  if (!found) throw new Error(`${list} leads to nothing`)
  return found
}
