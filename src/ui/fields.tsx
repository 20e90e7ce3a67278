import { type ComponentChildren, Fragment, type FunctionComponent, isValidElement, toChildArray, type VNode } from 'preact'
import type { Problems, Typed } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import type { Option } from './choices.tsx'
import { Field, type FieldProps, fieldId, IdsOfForm, ProblemsOfForm } from './field.tsx'
import { Icon } from './icons.tsx'
import { useWords } from './words.ts'

export * from './buttons.tsx'
export * from './choices.tsx'
export { type FieldProps, fieldId } from './field.tsx'

type TextProps = FieldProps & {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password'
  readonly autocomplete?: string
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
  readonly maxLength?: number
  /** About how many characters belong here; the box gets that width. */
  readonly size?: number
  readonly placeholder?: string
}

export type FormProps = {
  readonly action: string
  /** From `formKeys(c)`: whose browser it is, and a key so that sending twice has one effect. */
  readonly keys?: { readonly csrf: string; readonly key: string }
  readonly method?: 'post' | 'get'
  /** What went wrong the last time: shown on top and at each field, with all that was typed. */
  readonly problems?: Problems | null | undefined
  /** What was typed, with nothing wrong: shown again after something was only worked out. */
  readonly typed?: Typed | null
  readonly files?: boolean
  /** Address that answers with a piece of page for what is filled in so far; needs no script to work without. */
  readonly live?: string
  /** Keep what was typed in this browser until it is sent. */
  readonly keep?: string
  readonly class?: string
  readonly label?: string
  /** Sets its fields apart, where another form on the page asks the same. */
  readonly ids?: string
  readonly children?: ComponentChildren
}

/** A plain form; fields inside find their own error and what was typed. */
export function Form(props: FormProps) {
  const method = props.method ?? 'post'
  const labels = props.problems ? labelsIn(props.children) : undefined
  return (
    <form
      action={props.action}
      method={method}
      class={props.class ?? 'form'}
      enctype={props.files ? 'multipart/form-data' : undefined}
      novalidate
      data-live={props.live || undefined}
      data-keep={props.keep}
      aria-label={props.label}
    >
      {props.keys ? <input type="hidden" name="_csrf" value={props.keys.csrf} /> : null}
      {props.keys ? <input type="hidden" name="_key" value={props.keys.key} /> : null}
      {props.problems ? <ErrorSummary problems={props.problems} labels={labels} ids={props.ids} /> : null}
      <IdsOfForm.Provider value={props.ids ?? ''}>
        <ProblemsOfForm.Provider value={props.problems ?? (props.typed ? { sentence: { what: '', next: '' }, fields: {}, typed: props.typed } : null)}>
          {props.children}
        </ProblemsOfForm.Provider>
      </IdsOfForm.Provider>
    </form>
  )
}

/** What is wrong, with a link to each field. */
export function ErrorSummary(props: { problems: Problems; labels?: ReadonlyMap<string, string> | undefined; ids?: string | undefined }) {
  const { sentence, fields } = props.problems
  const entries = Object.entries(fields).filter(([, message]) => message !== sentence.what)
  return (
    <div class="utrecht-alert utrecht-alert--error note fout" role="alert" id="fouten" tabIndex={-1} data-focus>
      <Icon name="error" />
      <div class="utrecht-alert__content">
        <p class="strong">{sentence.what}</p>
        <p>{sentence.next}</p>
        {entries.length > 0 ? (
          <ul class="ways">
            {entries.map(([name, message]) => (
              <li key={name}>
                <a href={`#${fieldId(name, props.ids)}`}>{props.labels?.has(name) ? named(props.labels.get(name) ?? '', message) : message}</a>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  )
}

/** "Hoe heet je bedrijf? Vul dit in." or "Bedrag: vul dit in." */
function named(label: string, message: string): string {
  return /[?.!]$/.test(label) ? `${label} ${message}` : `${label}: ${message}`
}

export function TextField(props: TextProps) {
  return (
    <Field {...props}>
      {(field) => (
        <input
          {...field}
          class="utrecht-textbox utrecht-textbox--html-input"
          type={props.type ?? 'text'}
          autocomplete={props.autocomplete}
          inputMode={props.inputMode}
          maxLength={props.maxLength}
          size={props.size}
          placeholder={props.placeholder}
        />
      )}
    </Field>
  )
}

/** An amount in euro as a Dutch person types it. */
export function MoneyField(props: FieldProps) {
  return (
    <Field {...props}>
      {(field) => (
        <span class="money">
          <span aria-hidden="true">€</span>
          <input {...field} class="utrecht-textbox utrecht-textbox--html-input" inputMode="decimal" autocomplete="off" />
        </span>
      )}
    </Field>
  )
}

export function PercentField(props: FieldProps) {
  return (
    <Field {...props}>
      {(field) => (
        <span class="percent">
          <input {...field} class="utrecht-textbox utrecht-textbox--html-input" inputMode="decimal" autocomplete="off" />
          <span aria-hidden="true">%</span>
        </span>
      )}
    </Field>
  )
}

/** A day, with the browser's own calendar; `min` and `max` are days too. */
export function DayField(props: FieldProps & { readonly min?: string; readonly max?: string }) {
  return (
    <Field {...props}>
      {(field) => <input {...field} class="utrecht-textbox utrecht-textbox--html-input day" type="date" min={props.min} max={props.max} />}
    </Field>
  )
}

export function SelectField(props: FieldProps & { readonly options: readonly Option[]; readonly empty?: string | undefined }) {
  return (
    <Field {...props}>
      {({ value, ...field }) => (
        <span class="select">
          <select {...field} class="utrecht-select utrecht-select--html-select">
            {props.empty !== undefined ? <option value="">{props.empty}</option> : null}
            {grouped(props.options).map(([group, options]) => {
              const inside = options.map((option) => (
                <option value={option.value} selected={option.value === value} disabled={option.disabled} key={option.value}>
                  {option.label}
                </option>
              ))
              return group === undefined ? (
                inside
              ) : (
                <optgroup label={group} key={group}>
                  {inside}
                </optgroup>
              )
            })}
          </select>
        </span>
      )}
    </Field>
  )
}

function grouped(options: readonly Option[]): readonly (readonly [string | undefined, readonly Option[]])[] {
  return [...Map.groupBy(options, (option) => option.group)]
}

export function TextArea(props: FieldProps & { readonly rows?: number; readonly maxLength?: number }) {
  return (
    <Field {...props}>
      {({ value, ...field }) => (
        <textarea {...field} class="utrecht-textarea utrecht-textarea--html-textarea" rows={props.rows ?? 4} maxLength={props.maxLength}>
          {value}
        </textarea>
      )}
    </Field>
  )
}

/**
 * A photo or file; on a phone the camera is offered. What was chosen is shown before it is sent, when there is script.
 * Nobody reads what is in a photo or PDF, so the field itself warns about a citizen service number.
 */
export function FileField(
  props: FieldProps & {
    readonly accept?: string
    readonly camera?: boolean
    readonly multiple?: boolean /** Let the browser make a photo smaller first. */
    readonly shrink?: boolean
  },
) {
  const words = useWords()
  const hint = [props.hint, props.accept ? undefined : words.form.coverBsn].filter(Boolean).join(' ')
  return (
    <Field {...props} hint={hint || undefined}>
      {({ value, ...field }) => (
        <>
          {value && !field['aria-invalid'] ? (
            <p class="err">
              <Icon name="info" /> <span>{fill(words.form.fileAgain, { file: value })}</span>
            </p>
          ) : null}
          <span class="file" data-preview data-shrink={props.shrink ? '' : undefined}>
            <Icon name={props.camera ? 'camera' : 'upload'} />
            <input
              {...field}
              type="file"
              accept={props.accept ?? 'image/*,application/pdf'}
              capture={props.camera ? 'environment' : undefined}
              multiple={props.multiple}
            />
          </span>
        </>
      )}
    </Field>
  )
}

export function HiddenField(props: { name: string; value: string }) {
  return <input type="hidden" name={props.name} value={props.value} />
}

/** Fields that belong together under one heading; with `when` only while a decision in the same form is to grant, or is not. */
export function FieldGroup(props: { legend: string; hint?: string; when?: 'granted' | 'refused'; children?: ComponentChildren }) {
  return (
    <fieldset class={props.when ? `group when-${props.when}` : 'group'}>
      <legend>{props.legend}</legend>
      {props.hint ? <p class="hint">{props.hint}</p> : null}
      {props.children}
    </fieldset>
  )
}

/** Finds the fields in what stands inside a form, also those that a part of a page draws, so that the summary can name them. */
function labelsIn(children: ComponentChildren, found = new Map<string, string>()): Map<string, string> {
  for (const child of toChildArray(children)) {
    if (!isValidElement(child)) continue
    const { name, label, children: inner } = child.props as { name?: unknown; label?: unknown; children?: ComponentChildren }
    if (typeof name === 'string' && typeof label === 'string') found.set(name, label)
    else if (typeof child.type === 'function' && child.type !== Fragment && inner === undefined) labelsIn(drawn(child), found)
    if (inner !== undefined && typeof inner !== 'function') labelsIn(inner, found)
  }
  return found
}

// A page is drawn once and on the server alone, so that drawing a part of it twice costs a moment and does nothing.
function drawn({ type, props }: VNode): ComponentChildren {
  return (type as FunctionComponent)(props) as ComponentChildren
}
