import { plainEuro } from '#kit/money.ts'
import { FieldError, fieldClass, useFieldId, useProblem } from '#ui/field.tsx'
import { CheckField } from '#ui/fields.tsx'
import { Fold } from '#ui/parts.tsx'
import type { Conditions, Watch } from '../events/events.rules.ts'
import { library } from './library.nl.ts'
import type { LibraryCondition } from './library.sql.ts'
import { saidWith } from './watch.rules.ts'

/**
 * What can be chosen from the list of the municipality, each with room for another bound in this case. The inputs share one name: they are read by
 * their place, so every condition sends one, chosen or not.
 */
export function ChosenFields(props: { readonly offered: readonly LibraryCondition[]; readonly now: Conditions['watched'] }) {
  const words = library.choose
  const { error, typed: ticked, sent } = useProblem('chosen', undefined)
  const adjusted = useProblem('adjusted', undefined)
  const sentFor = useProblem('offered', undefined).typed
  const id = useFieldId('chosen')
  const now = new Map((props.now ?? []).map((each) => [each.condition, each]))
  if (props.offered.length === 0) return <p class="soft">{words.none}</p>
  return (
    <fieldset class={fieldClass(error ?? adjusted.error)}>
      <legend class="utrecht-form-label">{words.legend}</legend>
      <p class="hint">{words.hint}</p>
      <FieldError id={id} error={error} />
      <FieldError id={useFieldId('adjusted')} error={adjusted.error} />
      <div class="choices c1">
        {props.offered.map((each, place) => {
          const before = now.get(each.id)
          const boxId = place === 0 ? id : `${id}-${place}`
          return (
            <div class="bounded" key={each.id}>
              <label class="choice">
                <input type="checkbox" id={boxId} name="chosen" value={each.id} checked={sent ? ticked.includes(each.id) : before !== undefined} />
                <span id={`${boxId}-said`}>
                  {saidWith(each.words, each.watch)}
                  {each.watch ? null : <small>{library.wordsOnly}</small>}
                  {each.customary ? <small>{words.customaryMark}</small> : null}
                </span>
              </label>
              <Adjust
                condition={each}
                place={place}
                about={`${boxId}-said`}
                value={adjusted.typed[sentFor.indexOf(each.id)] ?? boundTyped(before?.watch ?? each.watch)}
              />
            </div>
          )
        })}
      </div>
      <Fold summary={words.look}>
        <p>
          <a href="/voorwaarden">{library.title}</a>
        </p>
      </Fold>
    </fieldset>
  )
}

/** All that is customary with one tick; nothing where the municipality calls nothing customary. */
export function CustomaryField(props: { readonly offered: readonly LibraryCondition[] }) {
  const customary = props.offered.filter((each) => each.customary)
  if (customary.length === 0) return null
  return <CheckField name="customary" label={library.choose.customary} hint={customary.map((each) => saidWith(each.words, each.watch)).join(' ')} />
}

function Adjust(props: { readonly condition: LibraryCondition; readonly place: number; readonly about: string; readonly value: string }) {
  const { id, watch } = props.condition
  const base = useFieldId('adjusted')
  const inputId = props.place === 0 ? base : `${base}-${props.place}`
  const label = watch && labelOf(watch)
  return (
    <>
      <input type="hidden" name="offered" value={id} />
      {label ? (
        <div class="field">
          <label class="utrecht-form-label" for={inputId}>
            {label}
          </label>
          <input
            id={inputId}
            name="adjusted"
            class="utrecht-textbox utrecht-textbox--html-input"
            type={watch.kind === 'jobSearch' ? 'date' : 'text'}
            inputMode={watch.kind === 'jobSearch' ? undefined : 'decimal'}
            autocomplete="off"
            aria-describedby={props.about}
            value={props.value}
          />
        </div>
      ) : (
        <input type="hidden" name="adjusted" value="" />
      )}
    </>
  )
}

function labelOf(watch: Watch): string | null {
  const labels = library.choose.adjust
  return watch.kind === 'hours' || watch.kind === 'turnover' || watch.kind === 'pot' || watch.kind === 'jobSearch' ? labels[watch.kind] : null
}

/** What is laid down, as it is typed in a field. */
function boundTyped(watch: Watch | null): string {
  if (watch?.kind === 'hours') return String(watch.most)
  if (watch?.kind === 'turnover' || watch?.kind === 'pot') return plainEuro(watch.most)
  return watch?.kind === 'jobSearch' ? watch.until : ''
}
