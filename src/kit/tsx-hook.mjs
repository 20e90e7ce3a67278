// Node reads .ts by itself; .tsx needs this hook. Compiled text is kept in .cache, so a warm start compiles nothing.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

const cache = fileURLToPath(new URL('../../.cache/tsx/', import.meta.url))
mkdirSync(cache, { recursive: true })
let transformSync

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context)
    const file = fileURLToPath(url)
    const text = readFileSync(file, 'utf8')
    const kept = `${cache}${createHash('sha256').update(file).update(text).digest('hex').slice(0, 32)}.js`
    let code
    try {
      code = readFileSync(kept, 'utf8')
    } catch {
      transformSync ??= process.getBuiltinModule('module').createRequire(import.meta.url)('esbuild').transformSync
      code = transformSync(text, {
        loader: 'tsx',
        jsx: 'automatic',
        jsxImportSource: 'preact',
        sourcefile: file,
        sourcemap: 'inline',
        format: 'esm',
        target: 'esnext',
      }).code
      writeFileSync(kept, code)
    }
    return { format: 'module', source: code, shortCircuit: true }
  },
})
