import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { zipEnd, zipPiece } from './zip.ts'

const at = Temporal.Instant.from('2026-11-27T10:20:30Z')
const text = (name: string, words: string) => ({ name, bytes: Buffer.from(words) })

/** Reads an archive as other programs do: from its end, by the table of contents. */
function unzip(archive: Buffer): Record<string, string> {
  const end = archive.length - 22
  expect(archive.readUInt32LE(end)).toBe(0x06054b50)
  const found: Record<string, string> = {}
  let line = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, named, begins] = [archive.readUInt32LE(line + 20), archive.readUInt16LE(line + 28), archive.readUInt32LE(line + 42)]
    const name = archive.toString('utf8', line + 46, line + 46 + named)
    expect(archive.readUInt32LE(begins)).toBe(0x04034b50)
    expect(archive.toString('utf8', begins + 30, begins + 30 + named)).toBe(name)
    found[name] = inflateRawSync(archive.subarray(begins + 30 + named, begins + 30 + named + packed)).toString()
    line += 46 + named
  }
  expect(line).toBe(end)
  return found
}

test('pieces laid one after the other are one archive, with names that are no plain letters', () => {
  const pieces = [zipPiece([text('mensen.csv', 'a;b\r\n'), text('facturen/2026-0001.xml', '<é/>')], at), zipPiece([text('besluit-één.txt', '')], at)]
  const end = zipEnd(pieces.map(({ bytes, entries }) => ({ size: bytes.length, entries })))
  expect(unzip(Buffer.concat([...pieces.map(({ bytes }) => bytes), end]))).toEqual({
    'mensen.csv': 'a;b\r\n',
    'facturen/2026-0001.xml': '<é/>',
    'besluit-één.txt': '',
  })
})

test('an archive of nothing is an archive', () => {
  expect(unzip(zipEnd([]))).toEqual({})
})
