import { addDays, type Day, type Instant } from '#kit/day.ts'

export type IcsEvent = { readonly key: string; readonly on: Day; readonly title: string; readonly text: string }

/** A file with whole-day events that every calendar reads (RFC 5545); lines of at most 75 bytes, and nothing that could end a line. */
export function icsOf(events: readonly IcsEvent[], name: string, at: Instant): string {
  const stamp = at.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Opbloei//Kalender//NL',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(({ key, on, title, text }) => [
      'BEGIN:VEVENT',
      `UID:${key}@opbloei`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${plain(on)}`,
      `DTEND;VALUE=DATE:${plain(addDays(on, 1))}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(text)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.flatMap(folded).join('\r\n')}\r\n`
}

function plain(on: Day): string {
  return on.replaceAll('-', '')
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

function folded(line: string): string[] {
  const parts: string[] = []
  let part = ''
  for (const letter of line) {
    if (Buffer.byteLength(part + letter) > 74) {
      parts.push(part)
      part = ' '
    }
    part += letter
  }
  return [...parts, part]
}
