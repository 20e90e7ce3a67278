import { Worker } from 'node:worker_threads'

export type Attachment = { readonly name: string; readonly mime: string; readonly description: string; readonly text: string }

export type PdfJob = {
  /** A template file under src, such as `rooms/invoicing/paper/invoice.typ`; it reads the data with `json(bytes(sys.inputs.data))`. */
  readonly template: string
  /** Everything the page says, as JSON: text of people is data and never read as a template. */
  readonly data: unknown
  /** `ua-1` for letters and statements (accessible), `a-3a` for papers that are kept and carry a file in them. */
  readonly standard: 'ua-1' | 'a-3a'
  readonly attachments?: readonly Attachment[]
  /** Pictures as PNG, JPEG or SVG bytes; the template opens them as `image(sys.inputs.<name>)`. */
  readonly pictures?: Readonly<Record<string, Uint8Array>>
  /** Seconds since 1970 that the file gives as the time of its making, so that the same paper is the same file. */
  readonly madeAt: number
}

export type PdfAnswer = { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly wrong: string }

const PATIENCE = 30_000
/** A fresh worker now and then: the compiler keeps what it once read. */
export const PAPERS_PER_WORKER = 250

type Waiting = { readonly job: PdfJob; readonly done: (pdf: Uint8Array) => void; readonly failed: (error: Error) => void }

const queue: Waiting[] = []
let worker: Worker | null = null
let made = 0
let busy: { readonly id: number; readonly waiting: Waiting; readonly timer: NodeJS.Timeout } | null = null

/**
 * Makes a PDF of a template and data, one after another in a thread of its own. Throws when the template does not compile, or takes longer
 * than thirty seconds: then the thread is ended and the next paper gets a new one, so that one bad paper never stops the rest.
 */
export function renderPdf(job: PdfJob): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  queue.push({ job, done: resolve, failed: reject })
  next()
  return promise
}

/** Ends the thread; the program calls it when it stops. */
export async function stopPdf(): Promise<void> {
  const ending = worker
  // At once: a paper that waits must not be given to a thread that is ending.
  worker = null
  await ending?.terminate()
}

function next(): void {
  if (busy) return
  const waiting = queue.shift()
  if (!waiting) {
    worker?.unref()
    return
  }
  const id = ++made
  const timer = setTimeout(() => giveUp(id, new Error(`a PDF of ${waiting.job.template} took longer than ${PATIENCE / 1000} s`)), PATIENCE)
  busy = { id, waiting, timer }
  worker ??= started()
  worker.ref()
  worker.postMessage({ id, job: waiting.job })
}

function started(): Worker {
  const fresh = new Worker(new URL('./pdf/worker.ts', import.meta.url))
  fresh.on('message', (answer: PdfAnswer) => finish(answer))
  fresh.on('error', (error: Error) => busy && giveUp(busy.id, error))
  fresh.on('exit', () => {
    if (worker === fresh) worker = null
  })
  return fresh
}

function finish(answer: PdfAnswer): void {
  if (!busy || busy.id !== answer.id) return
  const { waiting, timer } = busy
  clearTimeout(timer)
  busy = null
  if ('pdf' in answer) waiting.done(answer.pdf)
  else waiting.failed(new Error(`a PDF of ${waiting.job.template} failed: ${answer.wrong}`))
  if (answer.id % PAPERS_PER_WORKER === 0) void stopPdf()
  next()
}

function giveUp(id: number, error: Error): void {
  if (!busy || busy.id !== id) return
  const { waiting, timer } = busy
  clearTimeout(timer)
  busy = null
  void stopPdf()
  waiting.failed(error)
  next()
}
