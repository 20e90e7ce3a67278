import { fill } from '#kit/text.ts'
import { COST_KINDS, organisationTexts } from '#rooms/organisations'
import { useProblem } from '#ui/field.tsx'
import { CheckCards, CheckField, DayField, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Facts, Fold } from '#ui/parts.tsx'
import { ChosenFields, CustomaryField } from '../conditions/chosen-fields.tsx'
import { library } from '../conditions/library.nl.ts'
import { nl } from '../consent.nl.ts'
import { type Conditions, STATEMENT_RHYTHMS } from '../consent.rules.ts'
import type { RequestFile } from '../file/request-file.ts'
import { office } from '../office/office.nl.ts'
import { standingFacts } from './conditions.ts'

/** What a municipality lays down, to fill in: filled with what is proposed. */
export function ConditionFields(props: {
  readonly conditions: Conditions
  readonly grounds: RequestFile['grounds']
  readonly offered: RequestFile['offered']
}) {
  const words = office.decision
  const { conditions, grounds, offered } = props
  const accepted = offered?.accepted ?? null
  // Whoever comes back to the form sees all that was filled in.
  const { sent } = useProblem('legalBasis', undefined)
  const doubts = grounds.flatMap(({ words: ground, doubt }) => (doubt ? [`${ground}: ${doubt}`] : []))
  return (
    <>
      {offered ? <CustomaryField offered={offered.conditions} /> : null}
      <DayField name="from" label={words.from} value={conditions.from} />
      <DayField name="until" label={words.until} value={conditions.until} />
      <CheckCards
        name="costKinds"
        label={words.costKinds}
        columns={2}
        values={conditions.costKinds}
        hint={accepted ? library.choose.accepted : undefined}
        options={costOptions(accepted)}
      />
      {offered ? <ChosenFields offered={offered.conditions} now={conditions.watched} /> : null}
      {sent ? null : (
        <div>
          <p class="utrecht-form-label">{words.proposed}</p>
          <Facts items={standingFacts(conditions, grounds, 'nl')} />
        </div>
      )}
      <Fold summary={words.standing} open={sent}>
        <CheckField name="payOutAllowed" label={words.payOut} hint={words.payOutHint} checked={conditions.payOutAllowed} />
        <SelectField
          name="statementRhythm"
          label={words.rhythm}
          value={conditions.statementRhythm}
          options={STATEMENT_RHYTHMS.map((value) => ({ value, label: nl.rhythms[value] }))}
        />
        <TextField name="statementDay" label={words.statementDay} inputMode="numeric" size={4} value={String(conditions.statementDay)} />
        <CheckField name="statementFulfilsDuty" label={words.duty} hint={words.dutyHint} checked={conditions.statementFulfilsDuty} />
        <SelectField
          name="legalBasis"
          label={words.ground}
          value={conditions.legalBasis}
          options={grounds.map(({ code, words: label }) => ({ value: code, label }))}
        />
        {doubts.map((doubt) => (
          <p class="small soft" key={doubt}>
            {fill(words.doubt, { doubt })}
          </p>
        ))}
      </Fold>
      <TextArea name="other" label={words.other} value={conditions.other} rows={3} maxLength={2000} optional />
    </>
  )
}

/** The kinds of costs: what the municipality accepts first, the others with a mark; all alike where it said nothing. */
function costOptions(accepted: readonly string[] | null) {
  const option = (value: (typeof COST_KINDS)[number]) => ({ value, label: organisationTexts.nl.costKinds[value] })
  if (accepted === null) return COST_KINDS.map(option)
  return [
    ...COST_KINDS.filter((kind) => accepted.includes(kind)).map(option),
    ...COST_KINDS.filter((kind) => !accepted.includes(kind)).map((kind) => ({ ...option(kind), hint: library.choose.unusual })),
  ]
}
