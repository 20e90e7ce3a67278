import { parseArgs } from 'node:util'
import { FileError } from '#rooms/agreements'
import { CannotStart } from './cannot-start.ts'
import { commands } from './commands.ts'

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
    const known = error instanceof CannotStart || error instanceof FileError || (error as { code?: string }).code?.startsWith?.('ERR_PARSE_ARGS')
    process.stderr.write(known ? `${(error as Error).message}\n` : `${(error as Error).stack}\n`)
    process.exitCode = known ? 2 : 1
  }
}

function helpOfAll(): string {
  const lines = Object.entries(commands).map(([each, about]) => `  ${each.padEnd(10)} ${about.help.split('\n')[1]?.trim() ?? ''}`)
  return `Usage: opbloei <command> [options]\n\n${lines.join('\n')}\n\nopbloei <command> --help says more.\n`
}
