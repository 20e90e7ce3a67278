import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Problems, typedValue } from '#kit/form.ts'
import { fieldId, type Option } from '#ui/fields.tsx'
import { Icon } from '#ui/icons.tsx'

/** What was typed in the editor and what is wrong with it. */
export const Typed = createContext<Problems | null>(null)

type Props = { readonly name: string; readonly label: string; readonly value: string }

/** A field in the middle of a sentence; its label is for whoever hears the page. */
export function InsetInput(props: Props & { before?: string; after?: string; wide?: boolean }) {
  const problems = useContext(Typed)
  const id = fieldId(props.name)
  const wrong = problems?.fields[props.name] !== undefined
  return (
    <span class="inset-field">
      <label class="vh" for={id}>
        {props.label}
      </label>
      {props.before ? <span aria-hidden="true">{props.before}</span> : null}
      <input
        class={props.wide ? 'utrecht-textbox wide-in' : 'utrecht-textbox'}
        id={id}
        name={props.name}
        value={typedValue(problems, props.name, props.value)}
        inputMode="decimal"
        autocomplete="off"
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={wrong ? `${id}-fout` : undefined}
      />
      {props.after ? <span aria-hidden="true">{props.after}</span> : null}
    </span>
  )
}

export function InsetSelect(props: Props & { options: readonly Option[]; empty?: string }) {
  const problems = useContext(Typed)
  const id = fieldId(props.name)
  const value = typedValue(problems, props.name, props.value)
  const wrong = problems?.fields[props.name] !== undefined
  return (
    <span class="inset-field">
      <label class="vh" for={id}>
        {props.label}
      </label>
      <select class="utrecht-select" id={id} name={props.name} aria-invalid={wrong ? 'true' : undefined} aria-describedby={wrong ? `${id}-fout` : undefined}>
        {props.empty === undefined ? null : (
          <option value="" selected={value === ''}>
            {props.empty}
          </option>
        )}
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === value} key={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}

/** One article in the editor: its number, its sentences with fields, what is wrong, and the buttons to move or remove it. */
export function ArticleBox(props: {
  number: string
  title: string
  prefix: string
  problems: readonly string[]
  buttons: ComponentChildren
  children?: ComponentChildren
}) {
  const typed = useContext(Typed)
  const wrong = Object.entries(typed?.fields ?? {}).filter(([name]) => name.startsWith(props.prefix))
  return (
    <section class={wrong.length + props.problems.length > 0 ? 'card artikel bad stack-s' : 'card artikel stack-s'}>
      <div class="row between">
        <h2>
          {props.number}. {props.title}
        </h2>
        <span class="row">{props.buttons}</span>
      </div>
      {props.children}
      {wrong.map(([name, message]) => (
        <p class="err" id={`${fieldId(name)}-fout`} key={name}>
          <Icon name="error" />
          <span>{message}</span>
        </p>
      ))}
      <div id={`problemen-${props.number}`} data-live-part>
        {props.problems.map((sentence) => (
          <p class="err" key={sentence}>
            <Icon name="error" />
            <span>{sentence}</span>
          </p>
        ))}
      </div>
    </section>
  )
}
