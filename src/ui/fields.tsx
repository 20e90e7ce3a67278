import { type ComponentChildren, createContext, isValidElement, toChildArray } from 'preact'
import { useContext } from 'preact/hooks'
import type { Problems } from '#kit/form.ts'
import { Icon, type IconName } from './icons.tsx'
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

type TextProps = FieldProps & {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password'
  readonly autocomplete?: string
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
  readonly maxLength?: number
  /** About how many characters belong here; the box gets that width. */
  readonly size?: number
  readonly placeholder?: string
}

const ProblemsOfForm = createContext<Problems | null>(null)

export type FormProps = {
  readonly action: string
  /** From `formKeys(c)`: whose browser it is, and a key so that sending twice has one effect. */
  readonly keys?: { readonly csrf: string; readonly key: string }
  readonly method?: 'post' | 'get'
  /** What went wrong the last time: shown on top and at each field, with all that was typed. */
  readonly problems?: Problems | null | undefined
  readonly files?: boolean
  /** Address that answers with a piece of page for what is filled in so far; needs no script to work without. */
  readonly live?: string
  /** Keep what was typed in this browser until it is sent. */
  readonly keep?: string
  readonly class?: string
  readonly label?: string
  readonly children?: ComponentChildren
}

/** A plain form; fields inside find their own error and what was typed. */
export function Form(props: FormProps) {
  const method = props.method ?? 'post'
  const labels = labelsIn(props.children)
  return (
    <form
      action={props.action}
      method={method}
      class={props.class ?? 'form'}
      enctype={props.files ? 'multipart/form-data' : undefined}
      novalidate
      data-live={props.live}
      data-keep={props.keep}
      aria-label={props.label}
    >
      {props.keys ? <input type="hidden" name="_csrf" value={props.keys.csrf} /> : null}
      {props.keys ? <input type="hidden" name="_key" value={props.keys.key} /> : null}
      {props.problems ? <ErrorSummary problems={props.problems} labels={labels} /> : null}
      <ProblemsOfForm.Provider value={props.problems ?? null}>{props.children}</ProblemsOfForm.Provider>
    </form>
  )
}

/** What is wrong, with a link to each field. */
export function ErrorSummary(props: { problems: Problems; labels?: ReadonlyMap<string, string> }) {
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
                <a href={`#${fieldId(name)}`}>{props.labels?.has(name) ? named(props.labels.get(name) ?? '', message) : message}</a>
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

export function MonthField(props: FieldProps & { readonly min?: string; readonly max?: string }) {
  return (
    <Field {...props}>
      {(field) => <input {...field} class="utrecht-textbox utrecht-textbox--html-input day" type="month" min={props.min} max={props.max} />}
    </Field>
  )
}

export type Option = {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
  readonly icon?: IconName | undefined
  readonly disabled?: boolean
}

export function SelectField(props: FieldProps & { readonly options: readonly Option[]; readonly empty?: string | undefined }) {
  return (
    <Field {...props}>
      {({ value, ...field }) => (
        <span class="select">
          <select {...field} class="utrecht-select utrecht-select--html-select">
            {props.empty !== undefined ? <option value="">{props.empty}</option> : null}
            {props.options.map((option) => (
              <option value={option.value} selected={option.value === value} disabled={option.disabled} key={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </span>
      )}
    </Field>
  )
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

/** A photo or file; on a phone the camera is offered. What was chosen is shown before it is sent, when there is script. */
export function FileField(props: FieldProps & { readonly accept?: string; readonly camera?: boolean; readonly multiple?: boolean }) {
  return (
    <Field {...props}>
      {({ value, ...field }) => (
        <span class="file" data-preview>
          <Icon name={props.camera ? 'camera' : 'upload'} />
          <input
            {...field}
            type="file"
            accept={props.accept ?? 'image/*,application/pdf'}
            capture={props.camera ? 'environment' : undefined}
            multiple={props.multiple}
          />
        </span>
      )}
    </Field>
  )
}

/** One choice out of a few, each a large target with an icon where it helps. */
export function RadioCards(props: FieldProps & { readonly options: readonly Option[]; readonly columns?: 1 | 2 | 3 }) {
  return <Choices {...props} type="radio" values={props.value === undefined ? [] : [props.value]} />
}

/** Several choices out of a few. */
export function CheckCards(
  props: Omit<FieldProps, 'value'> & { readonly options: readonly Option[]; readonly columns?: 1 | 2 | 3; readonly values?: readonly string[] },
) {
  return <Choices {...props} type="checkbox" values={props.values ?? []} />
}

/** Yes or nothing; sends `ja`. */
export function CheckField(props: Omit<FieldProps, 'value'> & { readonly checked?: boolean; readonly value?: string }) {
  const { error, typed, sent } = useProblem(props.name, props.error)
  const id = fieldId(props.name)
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

export function HiddenField(props: { name: string; value: string }) {
  return <input type="hidden" name={props.name} value={props.value} />
}

export type ButtonLook = 'primary' | 'secondary' | 'subtle' | 'plain' | 'warn'

type ButtonCommon = {
  readonly look?: ButtonLook
  readonly icon?: IconName
  readonly after?: IconName
  readonly size?: 'big' | 'small'
  readonly wide?: boolean
  readonly children?: ComponentChildren
}

/** One green button per decision; a second action is `secondary`, "not sure" is `plain`. */
export function Button(
  props: ButtonCommon & {
    readonly name?: string
    readonly value?: string
    readonly disabled?: boolean
    readonly type?: 'submit' | 'button'
    readonly form?: string
    readonly action?: string
    readonly shortcut?: string
    readonly describedBy?: string
  },
) {
  return (
    <button
      class={buttonClass(props, props.disabled ?? false)}
      type={props.type ?? 'submit'}
      name={props.name}
      value={props.value}
      disabled={props.disabled}
      form={props.form}
      formAction={props.action}
      data-key={props.shortcut}
      aria-describedby={props.describedBy}
    >
      <Inside {...props} />
    </button>
  )
}

export function ButtonLink(props: ButtonCommon & { readonly href: string; readonly download?: boolean }) {
  return (
    <a class={buttonClass(props, false)} href={props.href} download={props.download}>
      <Inside {...props} />
    </a>
  )
}

/** A form of one button, such as "Klopt, versturen". */
export function ActionButton(
  props: ButtonCommon & {
    readonly action: string
    readonly keys: { readonly csrf: string; readonly key: string }
    readonly hidden?: Readonly<Record<string, string>>
    readonly disabled?: boolean
  },
) {
  return (
    <form method="post" action={props.action} class="one-button">
      <input type="hidden" name="_csrf" value={props.keys.csrf} />
      <input type="hidden" name="_key" value={props.keys.key} />
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <button class={buttonClass(props, props.disabled ?? false)} type="submit" disabled={props.disabled}>
        <Inside {...props} />
      </button>
    </form>
  )
}

/** Buttons beside each other, below each other on a phone. */
export function Actions(props: { children?: ComponentChildren }) {
  return <div class="actions">{props.children}</div>
}

/** Fields that belong together under one heading. */
export function FieldGroup(props: { legend: string; hint?: string; children?: ComponentChildren }) {
  return (
    <fieldset class="group">
      <legend>{props.legend}</legend>
      {props.hint ? <p class="hint">{props.hint}</p> : null}
      {props.children}
    </fieldset>
  )
}

function Inside(props: ButtonCommon) {
  return (
    <>
      {props.icon ? <Icon name={props.icon} /> : null}
      <span class="nl-button__label">{props.children}</span>
      {props.after ? <Icon name={props.after} /> : null}
    </>
  )
}

function buttonClass(props: ButtonCommon, disabled: boolean): string {
  const look = props.look ?? 'primary'
  const kind = {
    primary: 'nl-button--primary',
    secondary: 'nl-button--secondary',
    subtle: 'nl-button--subtle',
    plain: 'nl-button--subtle plain',
    warn: 'nl-button--secondary nl-button--negative',
  }[look]
  return ['nl-button', kind, props.size, props.wide ? 'wide' : '', disabled ? 'nl-button--disabled' : ''].filter(Boolean).join(' ')
}

type Inner = {
  readonly id: string
  readonly name: string
  readonly value: string | undefined
  readonly 'aria-invalid': 'true' | undefined
  readonly 'aria-describedby': string | undefined
}

function Field(props: FieldProps & { readonly children: (field: Inner) => ComponentChildren }) {
  const words = useWords()
  const { error, typed } = useProblem(props.name, props.error)
  const id = fieldId(props.name)
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

function Choices(
  props: Omit<FieldProps, 'value'> & { options: readonly Option[]; columns?: 1 | 2 | 3; type: 'radio' | 'checkbox'; values: readonly string[] },
) {
  const { error, typed, sent } = useProblem(props.name, props.error)
  const words = useWords()
  const id = fieldId(props.name)
  const chosen = sent ? typed : props.values
  const described = [props.hint ? `${id}-hint` : '', error ? `${id}-fout` : ''].filter(Boolean).join(' ')
  return (
    <fieldset class={fieldClass(error)} aria-describedby={described || undefined}>
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

function FieldError(props: { id: string; error: string | undefined }) {
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

function useProblem(name: string, error: string | undefined): { error: string | undefined; typed: readonly string[]; sent: boolean } {
  const problems = useContext(ProblemsOfForm)
  const typed = problems?.typed[name]
  return { error: error ?? problems?.fields[name], typed: typed === undefined ? [] : typeof typed === 'string' ? [typed] : typed, sent: problems !== null }
}

function fieldClass(error: string | undefined): string {
  return error ? 'utrecht-form-field field utrecht-form-field--invalid' : 'utrecht-form-field field'
}

/** The id of a field's control: summaries and links use it. */
export function fieldId(name: string): string {
  return `v-${name.replace(/[^\w-]/g, '-')}`
}

/** Finds the fields in what stands inside a form, so that the summary can name them. */
function labelsIn(children: ComponentChildren, found = new Map<string, string>()): Map<string, string> {
  for (const child of toChildArray(children)) {
    if (!isValidElement(child)) continue
    const { name, label, children: inner } = child.props as { name?: unknown; label?: unknown; children?: ComponentChildren }
    if (typeof name === 'string' && typeof label === 'string') found.set(name, label)
    if (inner !== undefined && typeof inner !== 'function') labelsIn(inner, found)
  }
  return found
}
