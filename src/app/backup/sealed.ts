import { createReadStream, createWriteStream, existsSync, openSync, renameSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'
import { CannotStart } from '#kit/cannot-start.ts'
import { fill } from '#kit/text.ts'
import { terminal } from '../terminal.en.ts'

/** Shorter ones are guessed too soon by whoever finds the file. */
const SHORTEST = 12

/**
 * Writes lines to a file that only the passphrase opens: compressed, then sealed as age does (age-encryption.org/v1), so that `age -d` opens it
 * too when this program is long gone. The file appears whole or not at all. Refuses a file that exists and a passphrase that is too short.
 */
export async function writeSealed(file: string, passphrase: string, lines: AsyncIterable<string>): Promise<void> {
  if (passphrase.length < SHORTEST) throw new CannotStart(fill(terminal.backupPassphraseShort, { length: SHORTEST }))
  if (existsSync(file)) throw new CannotStart(fill(terminal.backupExists, { file }))
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  const part = `${file}.part`
  const plain = Readable.from(withEnds(lines)).pipe(createGzip())
  try {
    const sealed = await encrypter.encrypt(Readable.toWeb(plain) as ReadableStream<Uint8Array>)
    await pipeline(Readable.fromWeb(sealed as never), createWriteStream(part, { fd: openSync(part, 'w', 0o600), flush: true }))
    renameSync(part, file)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

/** The lines of a sealed file. Refuses a wrong passphrase, and a file that was changed or broken off. */
export async function* readSealed(file: string, passphrase: string): AsyncGenerator<string> {
  if (!existsSync(file)) throw new CannotStart(fill(terminal.backupMissing, { file }))
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  const sealed = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>
  const opened = await decrypter.decrypt(sealed).catch(() => {
    throw new CannotStart(fill(terminal.backupClosed, { file }))
  })
  const plain = Readable.fromWeb(opened as never)
  const lines = createGunzip()
  plain.on('error', (error) => lines.destroy(error))
  try {
    yield* split(plain.pipe(lines).setEncoding('utf8'))
  } catch {
    throw new CannotStart(fill(terminal.backupBroken, { file }))
  }
}

async function* withEnds(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const line of lines) yield Buffer.from(`${line}\n`)
}

/** Only a line feed ends a line: the reader of lines in Node also stops at separators that may stand in a text. */
async function* split(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const text of texts) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}
