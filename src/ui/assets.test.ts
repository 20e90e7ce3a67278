import { readFileSync } from 'node:fs'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { build } from '../../scripts/build-css.mjs'
import { assetUrl, serveAsset } from './assets.ts'

const read = (name: string) => readFileSync(new URL(`./assets/${name}`, import.meta.url))
const fileOf = (url: string) => url.replace('/bestanden/', '')

describe('the files of the look', () => {
  test('the committed sheet is what its sources make', async () => {
    expect(read('opbloei.css').toString() === (await build()), 'run node scripts/build-css.mjs').toBe(true)
  })

  test('stay within what a slow line can carry', () => {
    expect(brotliCompressSync(read('opbloei.css')).length).toBeLessThanOrEqual(20_000)
    expect(brotliCompressSync(read('opbloei.js')).length).toBeLessThanOrEqual(15_000)
    expect(read('atkinson-next.woff2').length).toBeLessThanOrEqual(20_000)
  })

  test('carry no tokens of a house style that is not ours', () => {
    expect(read('opbloei.css').toString()).not.toMatch(/utrecht-color|rijkshuisstijl|amsterdam|rotterdam|voorbeeld-/i)
  })

  test('may be kept for a year, for their address changes with them', async () => {
    const answer = serveAsset(fileOf(assetUrl('opbloei.css')), 'gzip, br')
    expect(answer.headers.get('cache-control')).toContain('immutable')
    expect(answer.headers.get('content-encoding')).toBe('br')
    expect(brotliDecompressSync(new Uint8Array(await answer.arrayBuffer())).equals(read('opbloei.css'))).toBe(true)
    expect(serveAsset('opbloei.css', '').status).toBe(404)
    expect(serveAsset('../layout.tsx', '').status).toBe(404)
  })

  test('the sheet names each font by the address it is served at', () => {
    for (const name of ['atkinson-next.woff2', 'atkinson-next-latin.woff2', 'atkinson-next-far.woff2'] as const)
      expect(read('opbloei.css').toString()).toContain(assetUrl(name))
  })
})
