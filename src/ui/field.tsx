import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Problems } from '#kit/form.ts'
import { Icon } from './icons.tsx'
import { useWords } from './words.ts'

/** Every field: what it is called, what it asks, what helps, what is wrong and what was there. */
export type FieldProps = {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly value?: string | undefined
  /** May be left empty; the label says so. */
  readonly optional?: boolean | undefined
}

/** Sets the fields of one form apart from another on the same page that asks the same. */
export const IdsOfForm = createContext('')

export const ProblemsOfForm = createContext<Problems | null>(null)

export type Inner = {
  readonly id: string
  readonly name: string
  readonly value: string | undefined
  readonly 'aria-invalid': 'true' | undefined
  readonly 'aria-describedby': string | undefined
}

export function Field(props: FieldProps & { readonly children: (field: Inner) => ComponentChildren }) {
  const words = useWords()
  const { error, typed } = useProblem(props.name, props.error)
  const id = useFieldId(props.name)
  const described = [props.hint ? `${id}-hint` : '', error ? `${id}-fout` : ''].filter(Boolean).join(' ')
  return (
    <div class={fieldClass(error)}>
      <label class="utrecht-form-label" for={id}>
        {props.label}
        {props.optional ? <span class="optional"> ({words.form.optional})</span> : null}
      </label>
      {props.hint ? (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      ) : null}
      <FieldError id={id} error={error} />
      {props.children({
        id,
        name: props.name,
        value: typed[0] ?? props.value,
        'aria-invalid': error ? 'true' : undefined,
        'aria-describedby': described || undefined,
      })}
    </div>
  )
}

export function FieldError(props: { id: string; error: string | undefined }) {
  const words = useWords()
  return props.error ? (
    <p class="err" id={`${props.id}-fout`}>
      <Icon name="error" />
      <span>
        <span class="vh">{words.form.wrong}: </span>
        {props.error}
      </span>
    </p>
  ) : null
}

export function useProblem(name: string, error: string | undefined): { error: string | undefined; typed: readonly string[]; sent: boolean } {
  const problems = useContext(ProblemsOfForm)
  const typed = problems?.typed[name]
  return { error: error ?? problems?.fields[name], typed: typed === undefined ? [] : typeof typed === 'string' ? [typed] : typed, sent: problems !== null }
}

export function fieldClass(error: string | undefined): string {
  return error ? 'utrecht-form-field field utrecht-form-field--invalid' : 'utrecht-form-field field'
}

/** The id of a field's control: summaries and links use it. */
export function fieldId(name: string, form = ''): string {
  return `v-${form && `${form}-`}${name.replace(/[^\w-]/g, '-')}`
}

/** The id of a control of the form around it. */
export function useFieldId(name: string): string {
  return fieldId(name, useContext(IdsOfForm))
}
