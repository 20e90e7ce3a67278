import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PdfAnswer, PdfJob } from '../pdf.ts'

const SRC = fileURLToPath(new URL('../..', import.meta.url))
const FONTS = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/atkinson-hyperlegible-next/package.json'))
// A template finds nothing outside this folder.
const compiler = NodeCompiler.create({
  workspace: SRC,
  fontArgs: [{ fontPaths: ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'].map((weight) => join(FONTS, weight)) }],
})

parentPort?.on('message', ({ id, job }: { readonly id: number; readonly job: PdfJob }) => {
  parentPort?.postMessage(answer(id, job))
})

function answer(id: number, job: PdfJob): PdfAnswer {
  try {
    return { id, pdf: new Uint8Array(made(job)) }
  } catch (error) {
    return { id, wrong: words(error) }
  } finally {
    compiler.resetShadow()
    // Without it every paper ever made stays in memory.
    compiler.evictCache(5)
  }
}

function made(job: PdfJob): Buffer {
  const data = JSON.stringify(job.data)
  try {
    return compiled(job, data)
  } catch (error) {
    // A sign that the font does not have makes a paper that is not lawful to keep. The rest of the words matter more than that sign.
    const plain = data.replace(UNKNOWN, '?')
    if (plain === data) throw error
    return compiled(job, plain)
  }
}

// What the font draws: Latin with its accents, punctuation, and the signs of money and measure.
const UNKNOWN = /[^\u0020-\u017f\u0218-\u021b\u1e80-\u1e9e\u2010-\u2026\u2030\u2039\u203a\u20ac\u2122\u2212\u00b2\u00a0]/gu

function compiled(job: PdfJob, data: string): Buffer {
  const inputs: Record<string, string> = { data }
  for (const [name, bytes] of Object.entries(job.pictures ?? {})) {
    inputs[name] = `/pictures/${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}${ending(bytes)}`
    compiler.mapShadow(join(SRC, inputs[name]), Buffer.from(bytes))
  }
  inputs.attachments = JSON.stringify(job.attachments ?? [])
  const result = compiler.compile({ mainFilePath: join(SRC, job.template), inputs })
  const document = result.result
  if (!document) {
    const error = result.takeDiagnostics()
    throw new Error(error ? JSON.stringify(error.shortDiagnostics) : 'nothing was made')
  }
  return compiler.pdf(document, { pdfStandard: job.standard, creationTimestamp: job.madeAt })
}

function ending(bytes: Uint8Array): string {
  if (bytes[0] === 0x89) return '.png'
  return bytes[0] === 0xff ? '.jpg' : '.svg'
}

function words(error: unknown): string {
  if (error instanceof Error) return error.message
  const short = (error as { readonly shortDiagnostics?: unknown } | null)?.shortDiagnostics
  return short ? JSON.stringify(short) : String(error)
}
