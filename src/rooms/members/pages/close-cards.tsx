import { longDay } from '#kit/day.ts'
import { fill, list } from '#kit/text.ts'
import { ActionButton, Actions, CheckCards, CheckField, DayField, SelectField } from '#ui/fields.tsx'
import { Alert, Card, Facts } from '#ui/parts.tsx'
import type { BenefitReport } from '../benefit/report.sql.ts'
import { BENEFIT_SOURCES } from '../benefit.rules.ts'
import { texts } from '../members.en.ts'
import { SUPPORT_KINDS } from '../members.types.ts'
import type { Props } from './file-page.tsx'
import { Part } from './file-part.tsx'

/** Where the benefit comes from: for the member and the own coach alone. */
export function BenefitCard(props: Props) {
  const { file, language } = props
  const words = texts[language].file
  const names = new Map(props.municipalities.map((each) => [each.id, each.name]))
  return (
    <Card title={words.benefit}>
      <p class="small soft">{words.benefitWhy}</p>
      <Facts
        items={[
          { label: words.source, value: texts[language].sources[file.benefit?.source ?? 'unknown'] },
          ...(file.benefit?.municipality ? [{ label: words.municipality, value: names.get(file.benefit.municipality) ?? '' }] : []),
          ...(file.benefit?.from ? [{ label: words.from, value: longDay(file.benefit.from, language) }] : []),
          ...file.exemptions.map(({ part, months, until }) => ({
            label: words.exemption,
            value: fill(words.exemptionUsed, { months, part, day: longDay(until, language) }),
          })),
        ]}
      />
      {props.may.benefit && file.benefit?.municipality ? (
        <p>
          <a href={`/leden/${file.member}/verhuizing`}>{props.own ? words.moves : words.movesOther}</a>
        </p>
      ) : null}
      {file.reported ? <Reported {...props} report={file.reported} /> : null}
      {props.may.benefit ? (
        <Part {...props} part="uitkering">
          <SelectField
            name="source"
            label={words.source}
            value={file.benefit?.source}
            options={BENEFIT_SOURCES.map((value) => ({ value, label: texts[language].sources[value] }))}
          />
          <SelectField
            name="municipality"
            label={words.municipality}
            empty={words.none}
            value={file.benefit?.municipality ?? ''}
            options={props.municipalities.map((each) => ({ value: each.id, label: each.name }))}
            optional
          />
          <DayField name="from" label={words.from} value={props.today} />
          {file.benefit?.municipality ? <CheckField name="neverRight" label={words.neverRight} hint={words.neverRightHint} /> : null}
        </Part>
      ) : null}
    </Card>
  )
}

/** What the member said and what does not count yet; the coach says what becomes of it. */
function Reported(props: Props & { readonly report: BenefitReport }) {
  const { report, file, language } = props
  const words = texts[language].file
  const told = { source: texts[language].sources[report.source], day: longDay(report.from, language) }
  return (
    <Alert tone="wait">
      <p>{fill(props.own ? words.reportedOwn : words.reported, told)}</p>
      {props.may.confirm && !props.own ? (
        <Actions>
          {(['confirmed', 'declined'] as const).map((outcome) => (
            <ActionButton
              action={`/leden/${file.member}/uitkering/melding`}
              keys={props.keys}
              hidden={{ outcome }}
              look={outcome === 'confirmed' ? 'primary' : 'secondary'}
              key={outcome}
            >
              {words.settle[outcome]}
            </ActionButton>
          ))}
        </Actions>
      ) : null}
    </Alert>
  )
}

/** The chosen support: for the member and the own coach alone. */
export function SupportCard(props: Props) {
  const { file, language } = props
  const words = texts[language].file
  const chosen = file.support ?? []
  return (
    <Card title={words.support}>
      <p class="small soft">{words.supportWhy}</p>
      <p>{chosen.length > 0 ? list(chosen.map((kind) => texts[language].support[kind])) : words.noSupport}</p>
      {props.may.edit ? (
        <Part {...props} part="hulp">
          <CheckCards
            name="kinds"
            label={words.support}
            values={chosen}
            options={SUPPORT_KINDS.map((value) => ({ value, label: texts[language].support[value] }))}
            optional
          />
        </Part>
      ) : null}
    </Card>
  )
}
