// The quick gate: types, style and the walls between rooms. Prints what is wrong and leaves with 1 if anything is.
import { run, tool } from './run.mjs'

export const steps = [
  ['types', [tool('typescript', 'bin/tsc'), '--pretty', 'false']],
  ['style', [tool('@biomejs/biome', 'bin/biome'), 'check', '--colors=off', '--max-diagnostics=20']],
  [
    'walls',
    [
      tool('dependency-cruiser', 'bin/dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
      'src',
      'test',
      'scripts',
      'bench',
    ],
  ],
]

export async function check() {
  const results = []
  for (const [name, args] of steps) {
    const { code, output } = await run(process.execPath, args)
    results.push({ name, passed: code === 0, output })
  }
  return results
}

if (import.meta.main) {
  const results = await check()
  for (const { name, passed, output } of results) console.log(`${passed ? '✓' : '✗'} ${name}${passed ? '' : `\n${output}`}`)
  process.exit(results.every(({ passed }) => passed) ? 0 : 1)
}
