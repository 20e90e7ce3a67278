import { longDay } from '#kit/day.ts'
import { fill, type Language, list } from '#kit/text.ts'
import { Alert } from '#ui/parts.tsx'
import type { RequestFile } from '../file/request-file.ts'
import { waitingTexts } from './waiting.en.ts'

/** That money of work without consent waits, and for what; nothing where none does. */
export function WaitingAlert({ file, municipal, language }: { readonly file: RequestFile; readonly municipal: boolean; readonly language: Language }) {
  if (!file.waits) return null
  const words = waitingTexts[language][municipal ? 'municipal' : 'others'][file.waits]
  const days = [...new Set(file.request.waitingOn)].map((on) => longDay(on, language))
  return (
    <Alert tone={file.waits === 'release' ? 'wait' : 'warn'} title={words.title}>
      <p>{fill(words.text, { days: list(days, language === 'en' ? 'and' : 'en') })}</p>
    </Alert>
  )
}
