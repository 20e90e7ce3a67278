import { parseArgs } from 'node:util'
import { CannotStart } from '#kit/cannot-start.ts'
import { FileError } from '#kit/reading.ts'
import { fill } from '#kit/text.ts'
import { commands } from './commands.ts'
import { terminal } from './terminal.en.ts'

const [name = 'help', ...rest] = process.argv.slice(2)
const command = commands[name]

if (!command || name === 'help' || rest.includes('--help')) {
  process.stdout.write(command && name !== 'help' ? `${command.help}\n` : helpOfAll())
  process.exitCode = command || name === 'help' ? 0 : 2
} else {
  try {
    const { values, positionals } = parseArgs({ args: rest, options: command.options ?? {}, allowPositionals: true })
    process.exitCode = await command.run(values as Record<string, string | boolean | undefined>, positionals)
  } catch (error) {
    const known = sentenceOf(error)
    process.stderr.write(known ? `${known}\n` : `${(error as Error).stack}\n`)
    process.exitCode = known ? 2 : 1
  }
}

/** What whoever runs this can mend, in one sentence; null for a mistake of ours. */
function sentenceOf(error: unknown): string | null {
  const code = String((error as { code?: unknown }).code ?? '')
  if (error instanceof CannotStart || error instanceof FileError || code.startsWith('ERR_PARSE_ARGS')) return (error as Error).message
  // A server that is not there, a name nobody knows, a password that is wrong, a database that does not exist.
  return ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '28000', '3D000'].includes(code) ? fill(terminal.noDatabase, { code }) : null
}

function helpOfAll(): string {
  const lines = Object.entries(commands).map(([each, about]) => `  ${each.padEnd(10)} ${about.help.split('\n')[1]?.trim() ?? ''}`)
  return `Usage: opbloei <command> [options]\n\n${lines.join('\n')}\n\nopbloei <command> --help says more.\n`
}
