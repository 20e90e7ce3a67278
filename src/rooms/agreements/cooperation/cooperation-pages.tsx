import { type Day, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { COST_KINDS, type Municipality, organisationTexts } from '#rooms/organisations'
import {
  Button,
  ButtonLink,
  CheckCards,
  CheckField,
  DayField,
  FieldGroup,
  Form,
  HiddenField,
  MoneyField,
  PercentField,
  SelectField,
  TextArea,
} from '#ui/fields.tsx'
import { Card, Crumbs, Facts, Fold, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { articlesNl } from '../articles/articles.nl.ts'
import { RECEIVERS } from '../dividing/language.rules.ts'
import type { Keys } from '../pages/agreement-page.tsx'
import { officeNl } from '../pages/office.nl.ts'
import { pageTexts } from '../pages/pages.en.ts'
import { answerStop } from './answers.rules.ts'
import type { CooperationAgreement } from './cooperation.sql.ts'
import type { membersOutside } from './cooperation.ts'
import { BOUND_KINDS, BOUND_PLACES, fieldsOf, MORE_PLACES, THRESHOLD_KINDS } from './cooperation-form.ts'

const words = officeNl.cooperation
type Outside = Awaited<ReturnType<typeof membersOutside>>

/** The agreement with a municipality: its text, who signed, and which members it does not fit yet. */
export function CooperationPage(props: {
  agreement: CooperationAgreement
  party: 'cooperative' | 'municipality'
  maySign: boolean
  mayAnswer: boolean
  mayRenew: boolean
  outside: Outside | null
  names: ReadonlyMap<MemberId, string>
  keys: Keys
  problems?: Problems | null
}) {
  const { agreement } = props
  const stop = answerStop(agreement, props.party)
  const declined = agreement.answers.find(({ kind }) => kind === 'declined')
  const signed = (party: 'cooperative' | 'municipality') => agreement.signatures.find((signature) => signature.party === party)
  return (
    <div class="wrap narrow stack stack-l">
      <Crumbs items={[{ href: '/afspraken', label: pageTexts.nl.title }]} />
      <PageHead
        title={fill(words.full, { cooperative: agreement.cooperativeName, municipality: agreement.municipalityName, number: agreement.number })}
        lead={fill(words.since, { from: longDay(agreement.from) })}
      />
      <Card title={words.text}>
        {agreement.text
          .trim()
          .split('\n')
          .map((line) => (
            <p key={line}>{line}</p>
          ))}
      </Card>
      <Card title={words.signed} class="stack">
        <Facts
          items={(['cooperative', 'municipality'] as const).map((party) => {
            const found = signed(party)
            return {
              label: words.parties[party],
              value: found
                ? fill(pageTexts.nl.signedOn, { name: found.personName, day: longDay(found.on) })
                : declined?.party === party
                  ? words.answers.doesNotSign
                  : pageTexts.nl.notSignedYet,
            }
          })}
        />
        <p class="small soft">
          {pageTexts.nl.fingerprint}: {agreement.hash.slice(0, 12)}
        </p>
        {props.maySign && stop === null ? (
          <Form action={`/afspraken/gemeenten/${agreement.id}/handtekeningen`} keys={props.keys} problems={props.problems}>
            <HiddenField name="hash" value={agreement.hash} />
            <CheckField name="read" label={words.read} />
            <Button>{words.sign}</Button>
          </Form>
        ) : null}
      </Card>
      <Answers agreement={agreement} />
      {props.mayAnswer && stop === null ? <AnswerForms {...props} /> : null}
      {props.mayRenew ? (
        <p>
          <ButtonLink href={`/afspraken/gemeenten/nieuw?van=${agreement.id}`} look="secondary">
            {words.newVersion}
          </ButtonLink>
        </p>
      ) : null}
      {props.outside === null ? null : (
        <Card title={words.outside} class="stack">
          {props.outside.length === 0 ? (
            <p>{words.outsideNone}</p>
          ) : (
            <>
              <p>{words.outsideWhat}</p>
              <Table
                caption={words.outside}
                captionHidden
                rows={props.outside}
                rowKey={(row) => row.member}
                columns={[
                  { key: 'member', label: words.member, header: true, cell: (row) => props.names.get(row.member) ?? '' },
                  { key: 'version', label: officeNl.columns.version, cell: (row) => row.version },
                  { key: 'why', label: words.why, cell: (row) => row.problem.sentence },
                ]}
              />
            </>
          )}
        </Card>
      )}
    </div>
  )
}

/** What a party said instead of signing, the newest first. */
function Answers(props: { agreement: CooperationAgreement }) {
  const { answers } = props.agreement
  if (answers.length === 0) return null
  return (
    <Card title={words.answers.title} class="stack">
      {answers.toReversed().map((answer, index) => (
        <div class="stack" key={index}>
          <h3>{fill(words.answers.kinds[answer.kind], { party: words.parties[answer.party] })}</h3>
          <p class="small soft">{fill(pageTexts.nl.signedOn, { name: answer.personName, day: longDay(answer.on) })}</p>
          {answer.words.split('\n').map((line, at) => (
            <p key={at}>{line}</p>
          ))}
        </div>
      ))}
    </Card>
  )
}

/** Asking for a change, or not signing; folded, for most sign. */
function AnswerForms(props: { agreement: CooperationAgreement; party: 'cooperative' | 'municipality'; keys: Keys; problems?: Problems | null }) {
  const address = `/afspraken/gemeenten/${props.agreement.id}`
  const typed = (name: string) => Object.hasOwn(props.problems?.typed ?? {}, name)
  const problemsOf = (name: string) => (typed(name) ? props.problems : null)
  return (
    <div class="stack">
      <Fold summary={words.answers.ask} open={typed('words')}>
        <p>{words.answers.askWhat[props.party]}</p>
        <Form action={`${address}/aanpassing`} keys={props.keys} problems={problemsOf('words')}>
          <TextArea name="words" label={words.answers.askLabel} rows={4} maxLength={2000} />
          <Button look="secondary">{words.answers.askSend}</Button>
        </Form>
      </Fold>
      <Fold summary={words.answers.decline} open={typed('reason')}>
        <p>{words.answers.declineWhat}</p>
        <Form action={`${address}/weigering`} keys={props.keys} problems={problemsOf('reason')}>
          <TextArea name="reason" label={words.answers.declineLabel} rows={4} maxLength={2000} />
          <Button look="warn">{words.answers.declineSend}</Button>
        </Form>
      </Fold>
    </div>
  )
}

/** Proposing bounds to a municipality. */
export function NewCooperationPage(props: {
  municipalities: readonly Municipality[]
  /** The version that this one begins from, if any. */
  old: CooperationAgreement | null
  from: Day
  keys: Keys
  problems?: Problems | null
}) {
  const { old } = props
  const bounds = (old?.bounds ?? []).filter((bound) => 'receiver' in bound)
  const costs = old?.bounds.find((bound) => bound.kind === 'costs')
  const loss = old?.bounds.find((bound) => bound.kind === 'loss')
  return (
    <div class="wrap narrow stack stack-l">
      <Crumbs items={[{ href: '/afspraken', label: pageTexts.nl.title }]} />
      <PageHead title={words.make} lead={words.leadMunicipality} />
      <Form action="/afspraken/gemeenten" keys={props.keys} problems={props.problems}>
        <SelectField
          name="municipality"
          label={words.municipality}
          empty={words.chooseMunicipality}
          value={old?.municipality ?? ''}
          options={props.municipalities.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DayField name="from" label={officeNl.editor.from} hint={officeNl.editor.fromHint} value={props.from} />
        <DayField name="until" label={officeNl.editor.until} optional />
        <p class="soft">{words.boundHint}</p>
        {BOUND_PLACES.map((n) => (
          <BoundFields n={n} values={fieldsOf(bounds[n])} key={n} />
        ))}
        <Fold summary={words.moreBounds} open={bounds.length > BOUND_PLACES.length}>
          {MORE_PLACES.map((n) => (
            <BoundFields n={n} values={fieldsOf(bounds[n])} key={n} />
          ))}
        </Fold>
        <CheckCards
          name="kinds"
          label={words.costKinds}
          hint={words.costKindsHint}
          columns={2}
          values={costs?.kind === 'costs' ? costs.kinds : []}
          options={COST_KINDS.map((value) => ({ value, label: organisationTexts.nl.costKinds[value] }))}
          optional
        />
        <SelectField
          name="loss"
          label={words.lossCarried}
          value={loss?.kind === 'loss' ? (loss.carried ? 'carried' : 'notCarried') : 'free'}
          options={(['free', 'carried', 'notCarried'] as const).map((value) => ({ value, label: words.lossChoices[value] }))}
        />
        <Button>{words.propose}</Button>
      </Form>
    </div>
  )
}

function BoundFields(props: { n: number; values: Readonly<Record<string, string>> }) {
  const { n, values } = props
  return (
    <FieldGroup legend={fill(words.boundNumber, { n: n + 1 })}>
      <SelectField
        name={`b${n}-receiver`}
        label={words.boundReceiver}
        value={values.receiver ?? ''}
        empty={words.boundNone}
        options={RECEIVERS.map((value) => ({ value, label: articlesNl.receivers[value] }))}
        optional
      />
      <SelectField
        name={`b${n}-kind`}
        label={words.boundKind}
        value={values.kind ?? 'atLeast'}
        options={BOUND_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <PercentField name={`b${n}-share`} label={words.boundShare} value={values.share ?? ''} optional />
      <SelectField
        name={`b${n}-base`}
        label={words.boundBase}
        value={values.base ?? 'result'}
        options={(['result', 'turnover'] as const).map((value) => ({ value, label: articlesNl.bases[value] }))}
      />
      <MoneyField name={`b${n}-over`} label={words.boundOver} hint={words.boundOverHint} value={values.over ?? ''} optional />
      <SelectField
        name={`b${n}-threshold`}
        label={words.boundThreshold}
        value={values.threshold ?? 'excess'}
        options={THRESHOLD_KINDS.map((value) => ({ value, label: words.thresholds[value] }))}
      />
      <MoneyField name={`b${n}-level`} label={words.boundLevel} value={values.level ?? ''} optional />
    </FieldGroup>
  )
}
