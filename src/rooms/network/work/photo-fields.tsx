import type { Day } from '#kit/day.ts'
import type { Language } from '#kit/text.ts'
import { DayField, FileField, TextArea, TextField } from '#ui/fields.tsx'
import { workPageTexts } from './work.en.ts'

/** What is asked with a photo of own work; `optional` where one may do without. */
export function PhotoFields(props: { readonly today: Day; readonly language: Language; readonly optional?: boolean }) {
  const words = workPageTexts(props.language).fields
  const optional = props.optional ?? false
  return (
    <>
      <FileField name="photo" label={words.photo} hint={words.photoHint} accept="image/jpeg,image/png,image/webp" shrink optional={optional} />
      <TextField name="seen" label={words.seen} hint={words.seenHint} maxLength={150} optional={optional} />
      {optional ? null : (
        <>
          <DayField name="madeOn" label={words.madeOn} value={props.today} max={props.today} />
          <TextArea name="words" label={words.words} hint={words.wordsHint} rows={2} maxLength={300} optional />
        </>
      )}
    </>
  )
}
