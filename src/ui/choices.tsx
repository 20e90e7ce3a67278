import { FieldError, type FieldProps, fieldClass, useFieldId, useProblem } from './field.tsx'
import { Icon, type IconName } from './icons.tsx'
import { useWords } from './words.ts'

export type Option = {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
  readonly icon?: IconName | undefined
  readonly disabled?: boolean
  /** In a list to choose from: the heading that it stands under, with its neighbours. */
  readonly group?: string | undefined
}

/** One choice out of a few, each a large target with an icon where it helps. With `first` the keyboard begins here, where there is script. */
export function RadioCards(props: FieldProps & { readonly options: readonly Option[]; readonly columns?: 1 | 2 | 3; readonly first?: boolean }) {
  return <Choices {...props} type="radio" values={props.value === undefined ? [] : [props.value]} />
}

/** Several choices out of a few; `moving` where another may stand in its place the next time, so that a browser that goes back ticks none by place. */
export function CheckCards(
  props: Omit<FieldProps, 'value'> & {
    readonly options: readonly Option[]
    readonly columns?: 1 | 2 | 3
    readonly values?: readonly string[]
    readonly moving?: boolean
  },
) {
  return <Choices {...props} type="checkbox" values={props.values ?? []} />
}

/** Yes or nothing; sends `ja`. */
export function CheckField(props: Omit<FieldProps, 'value'> & { readonly checked?: boolean; readonly value?: string }) {
  const { error, typed, sent } = useProblem(props.name, props.error)
  const id = useFieldId(props.name)
  const value = props.value ?? 'ja'
  return (
    <div class={fieldClass(error)}>
      <FieldError id={id} error={error} />
      <label class="choice">
        <input
          type="checkbox"
          id={id}
          name={props.name}
          value={value}
          checked={sent ? typed.includes(value) : props.checked}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? `${id}-fout` : undefined}
        />
        <span>
          {props.label}
          {props.hint ? <small>{props.hint}</small> : null}
        </span>
      </label>
    </div>
  )
}

function Choices(
  props: Omit<FieldProps, 'value'> & {
    options: readonly Option[]
    columns?: 1 | 2 | 3
    type: 'radio' | 'checkbox'
    values: readonly string[]
    first?: boolean
    moving?: boolean
  },
) {
  const { error, typed, sent } = useProblem(props.name, props.error)
  const words = useWords()
  const id = useFieldId(props.name)
  const chosen = sent ? typed : props.values
  const described = [props.hint ? `${id}-hint` : '', error ? `${id}-fout` : ''].filter(Boolean).join(' ')
  return (
    <fieldset class={fieldClass(error)} aria-describedby={described || undefined} data-first={props.first || undefined}>
      <legend class="utrecht-form-label">
        {props.label}
        {props.optional ? <span class="optional"> ({words.form.optional})</span> : null}
      </legend>
      {props.hint ? (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      ) : null}
      <FieldError id={id} error={error} />
      <div class={`choices c${props.columns ?? 1}`}>
        {props.options.map((option, index) => (
          <label class={option.icon ? 'choice with-icon' : 'choice'} key={option.value}>
            <input
              type={props.type}
              autocomplete={props.moving ? 'off' : undefined}
              id={index === 0 ? id : `${id}-${index}`}
              name={props.name}
              value={option.value}
              checked={chosen.includes(option.value)}
              disabled={option.disabled}
            />
            {option.icon ? <Icon name={option.icon} /> : null}
            <span>
              {option.label}
              {option.hint ? <small>{option.hint}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
