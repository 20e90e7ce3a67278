import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from '#kit/text.ts'
import { Button, Form, HiddenField, TextField } from '#ui/fields.tsx'
import { Fold } from '#ui/parts.tsx'
import { filterTexts } from './filters.en.ts'
import type { KeptFilter, ListPath } from './filters.rules.ts'

/** What is kept of the list on this page, and what is asked of it now. */
export type KeptHere = {
  readonly list: ListPath
  readonly asked: string
  readonly kept: readonly KeptFilter[]
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly language: Language
}

export const KeptContext = createContext<KeptHere | null>(null)

/** The own filters of this list as links, and a way to keep the present one; nothing on a page that is no list. */
export function KeptFilters() {
  const here = useContext(KeptContext)
  if (!here) return null
  const { list, asked, kept } = here
  const words = filterTexts(here.language)
  const known = kept.some((each) => each.asked === asked)
  if (kept.length === 0 && asked === '') return null
  return (
    <div class="kept stack">
      {kept.length > 0 ? (
        <nav class="row" aria-label={words.mine}>
          {kept.map((each) => (
            <a href={`${list}?${each.asked}`} aria-current={each.asked === asked ? 'page' : undefined} key={each.id}>
              {each.name}
            </a>
          ))}
          <a class="soft" href="/filters">
            {words.all}
          </a>
        </nav>
      ) : null}
      {asked !== '' && !known ? (
        <Fold summary={words.keep}>
          <Form action="/filters" keys={here.keys} ids="filter">
            <HiddenField name="lijst" value={list} />
            <HiddenField name="vraag" value={asked} />
            <TextField name="naam" label={words.name} hint={words.nameHint} maxLength={40} size={24} />
            <Button look="secondary" size="small">
              {words.save}
            </Button>
          </Form>
        </Fold>
      ) : null}
    </div>
  )
}
