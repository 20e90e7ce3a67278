import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { makeCluster } from './cluster.ts'
import { firstLine, houseOf, measured } from './pages.ts'
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
export async function servingPublic({ rounds }: Turn): Promise<string[]> {
  const cluster = await makeCluster()
  const bare = spawn(process.execPath, [fileURLToPath(new URL('bare-server.mjs', import.meta.url))], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const address = await firstLine(bare)
    const program = await startProgram(await houseOf(cluster, 'demo'))
    try {
      const rows: string[] = []
      for (const { name, path, goal, ...more } of PAGES) {
        const at = 'first' in more ? await firstOf(program.address, path) : path
        rows.push(await measured({ name, who: null, path: at, goal }, program, bare, address, rounds))
        rows.push(await measured({ name: `${name}, drawn anew each time`, who: null, path: at, goal, anew: true }, program, bare, address, rounds))
      }
      return rows
    } finally {
      await program.stop()
    }
  } finally {
    bare.kill()
    cluster.remove()
  }
}

/** The first thing that a list leads to. */
async function firstOf(address: string, list: string): Promise<string> {
  const page = await (await fetch(address + list)).text()
  const paths = [...page.matchAll(/href="(\/[^"#?]+)"/g)].map(([, path = '']) => path)
  const found = paths.find((path) => path.startsWith(`${list}/`) && path !== '/kennis/afspraken')
  if (!found) throw new Error(`${list} leads to nothing`)
  return found
}
