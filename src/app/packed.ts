import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)]
/** Below this a packed answer saves no packet. */
const SMALL = 1024
const TEXT = /^(?:text\/(?!event-stream)|application\/(?:json|xml|atom\+xml|javascript)|image\/svg\+xml)/

/**
 * Packs what is text, with brotli where a browser takes it and else with gzip: as a whole, for a page is at hand as a whole, so that its length is told and it
 * goes in one piece. Level 5 of brotli makes our pages a tenth smaller than gzip does, in half the time.
 */
export function packed(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const { res } = c
    const how = wayOf(c.req.header('accept-encoding') ?? '')
    if (!how || c.req.method === 'HEAD' || !res.body || res.headers.has('Content-Encoding') || !TEXT.test(res.headers.get('Content-Type') ?? '')) return
    const bytes = Buffer.from(await res.arrayBuffer())
    const headers = new Headers(res.headers)
    headers.delete('Content-Length')
    if (bytes.length >= SMALL) headers.set('Content-Encoding', how)
    const body = bytes.length < SMALL ? bytes : how === 'br' ? await brotli(bytes, { params: paramsFor(bytes) }) : await zip(bytes)
    c.res = undefined
    c.res = new Response(new Uint8Array(body), { status: res.status, headers })
  }
}

function wayOf(accepted: string): 'br' | 'gzip' | null {
  if (takes(accepted, 'br')) return 'br'
  return takes(accepted, 'gzip') ? 'gzip' : null
}

/** Whether a browser takes a way of packing; a weight of nought says that it does not (RFC 9110, 12.5.3). */
function takes(accepted: string, way: string): boolean {
  return accepted.split(',').some((each) => new RegExp(`^\\s*${way}\\s*(?:;(?!\\s*q=0(?:\\.0*)?\\s*$).*)?$`, 'i').test(each))
}

function paramsFor(bytes: Buffer) {
  return { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT }
}
