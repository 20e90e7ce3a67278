import { dayOf, longDay } from '#kit/day.ts'
import { type Problems, typedValue } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { LawFold } from '#rooms/law'
import { ActionButton, Actions, Button, ButtonLink, CheckField, DayField, FieldGroup, Form, HiddenField, SelectField, TextArea } from '#ui/fields.tsx'
import { Alert, Crumbs, Fold, PageHead, Quoted } from '#ui/parts.tsx'
import { planTexts } from './plan.en.ts'
import { type FieldState, NOTHING_WRITTEN, newFor, PLAN_STEPS, type PlanField, type PlanStep, STEP_ACTORS, stateOf, type WrittenText } from './plan.rules.ts'
import type { PlanView } from './plan.ts'
import { FreezeCard, ShareCard } from './plan-cards.tsx'
import { stepRow } from './signing/plan-paper.rules.ts'
import { signingTexts } from './signing/signing.en.ts'

export type PlanPageProps = {
  readonly view: PlanView
  /** The address of this plan for this reader. */
  readonly base: string
  readonly back: { readonly href: string; readonly label: string } | null
  readonly as: 'member' | 'coach' | 'caseManager'
  readonly language: Language
  readonly keys: () => { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}

/** The plan on one page: what is new, where signing stands, and every part to write in. */
export function PlanPage(props: PlanPageProps) {
  const { view, language } = props
  const words = planTexts(language)
  const own = props.as === 'member'
  return (
    <div class="narrow stack-l">
      {props.back ? <Crumbs items={[props.back]} /> : null}
      <PageHead title={own ? words.title : fill(words.titleOf, { name: view.memberName })} lead={own ? words.lead.member : words.lead.office} read={own} />
      <News {...props} />
      <Standing {...props} />
      <PlanForm {...props} />
      {props.as === 'caseManager' ? null : <FreezeCard {...props} />}
      {props.as === 'caseManager' ? null : <ShareCard {...props} />}
      <Earlier {...props} />
      <LawFold screen="actionPlan" />
      <p class="soft">{words.looks}</p>
    </div>
  )
}

function News(props: PlanPageProps) {
  const { view, language } = props
  const words = planTexts(language)
  const news = newFor(view.texts, view.seen)
  if (news.length === 0) return null
  return (
    <Alert tone="info" title={words.news.title}>
      <ul>
        {news.map((each) => (
          <li key={each.nr}>
            {fill(words.news.line, { what: titleOf(each.field, language), who: nameOf(each, language), at: longDay(dayOf(each.at), language) })}
            <Quoted>{textOf(each, language) || words.news.empty}</Quoted>
          </li>
        ))}
      </ul>
      <ActionButton action={`${props.base}/gelezen`} keys={props.keys()} look="secondary" hidden={{ seen: String(lastOf(view)) }}>
        {words.news.seen}
      </ActionButton>
    </Alert>
  )
}

function Standing(props: PlanPageProps) {
  const { view, language } = props
  const words = planTexts(language)
  const said = words.standing[view.standing]
  const version = view.version?.version ?? 1
  const tones = { writing: 'info', toSign: 'wait', signed: 'ok', changed: 'warn' } as const
  return (
    <Alert tone={tones[view.standing]} title={fill(said.title, { version })}>
      <p>{said.text}</p>
      <Actions>
        {view.version ? (
          <ButtonLink href={`${props.base}/tekenen`} look="secondary">
            {fill(words.signHere, { version })}
          </ButtonLink>
        ) : null}
        {view.texts.length > 0 ? (
          <ButtonLink href={`${props.base}/pdf`} look="plain" icon="print">
            {words.pdf}
          </ButtonLink>
        ) : null}
      </Actions>
    </Alert>
  )
}

function PlanForm(props: PlanPageProps) {
  const { view, language, problems } = props
  const words = planTexts(language)
  const used = PLAN_STEPS.filter((step) => view.texts.some(({ field }) => field === step))
  const free = PLAN_STEPS.find((step) => !used.includes(step))
  const area = (field: 'goal' | 'strengths' | 'support' | 'agreements') => <Words {...props} field={field} rows={field === 'goal' ? 3 : 4} />
  return (
    <Form action={props.base} keys={props.keys()} problems={problems}>
      <HiddenField name="seen" value={typedValue(problems, 'seen', String(lastOf(view)))} />
      {area('goal')}
      {area('strengths')}
      {[...used, ...(free ? [free] : [])].map((step) => (
        <Step {...props} step={step} key={step} />
      ))}
      {area('support')}
      {area('agreements')}
      <Base {...props} field="review" />
      <DayField name="review" label={words.fields.review} hint={words.hints.review} value={stateOf(view.texts, 'review').head?.value.due ?? ''} optional />
      <Beside {...props} field="review" />
      <p class="soft">{words.savedNote}</p>
      <Actions>
        <Button size="big">{words.save}</Button>
      </Actions>
    </Form>
  )
}

function Words(props: PlanPageProps & { readonly field: 'goal' | 'strengths' | 'support' | 'agreements'; readonly rows: number }) {
  const { view, field, language } = props
  const words = planTexts(language)
  return (
    <>
      <Base {...props} />
      <TextArea
        name={field}
        label={words.fields[field]}
        hint={words.hints[field]}
        value={stateOf(view.texts, field).head?.value.words ?? ''}
        rows={props.rows}
        maxLength={2000}
        optional
      />
      <Beside {...props} />
    </>
  )
}

function Step(props: PlanPageProps & { readonly step: PlanStep }) {
  const { view, step, language } = props
  const words = planTexts(language)
  const state = stateOf(view.texts, step)
  const value = state.head?.value ?? NOTHING_WRITTEN
  return (
    <FieldGroup legend={titleOf(step, language, state)}>
      <Base {...props} field={step} />
      <TextArea name={step} label={words.stepWords} value={value.words} rows={2} maxLength={300} optional />
      <SelectField
        name={`${step}Who`}
        label={words.stepWho}
        value={value.who ?? ''}
        empty={words.nobody}
        options={STEP_ACTORS.map((who) => ({ value: who, label: words.who[who] }))}
        optional
      />
      <DayField name={`${step}Due`} label={words.stepDue} value={value.due ?? ''} optional />
      <Beside {...props} field={step} />
    </FieldGroup>
  )
}

/** Which text the writer had seen: shown again as it came, so that a second try does not go over what came meanwhile. */
function Base(props: PlanPageProps & { readonly field: PlanField }) {
  return (
    <HiddenField
      name={`${props.field}Base`}
      value={typedValue(props.problems, `${props.field}Base`, String(stateOf(props.view.texts, props.field).head?.nr ?? 0))}
    />
  )
}

/** Texts that somebody else wrote at the same time, until somebody worked them in. */
function Beside(props: PlanPageProps & { readonly field: PlanField }) {
  const { view, field, language } = props
  const words = planTexts(language).two
  const { besides } = stateOf(view.texts, field)
  if (besides.length === 0) return null
  return (
    <Alert tone="warn" title={words.title} level={3}>
      {besides.map((each) => (
        <div key={each.nr}>
          <p>{fill(words.text, { who: capital(nameOf(each, language)) })}</p>
          <Quoted>{textOf(each, language) || planTexts(language).news.empty}</Quoted>
          <CheckField name={`${field}Settles`} label={words.done} value={String(each.nr)} />
        </div>
      ))}
      <p>{words.next}</p>
    </Alert>
  )
}

/** Every text that something else came in the place of. */
function Earlier(props: PlanPageProps) {
  const { view, language } = props
  const words = planTexts(language)
  const current = new Set(view.texts.flatMap(({ field }) => stateOf(view.texts, field).head?.nr ?? []))
  const gone = view.texts.filter((each) => !current.has(each.nr)).toReversed()
  if (gone.length === 0) return null
  return (
    <Fold summary={words.history}>
      {gone.map((each) => (
        <Quoted
          key={each.nr}
          source={fill(words.news.line, { what: titleOf(each.field, language), who: nameOf(each, language), at: longDay(dayOf(each.at), language) })}
        >
          {textOf(each, language) || words.news.empty}
        </Quoted>
      ))}
    </Fold>
  )
}

function titleOf(field: PlanField, language: Language, state?: FieldState): string {
  const words = planTexts(language)
  if (field in words.fields) return words.fields[field as keyof typeof words.fields]
  return state && state.head === null && state.besides.length === 0 ? words.newStep : fill(words.step, { nr: field.replace('step', '') })
}

function textOf({ field, value }: WrittenText, language: Language): string {
  if (field === 'review') return value.due ? longDay(value.due, language) : ''
  if (!field.startsWith('step') || value.words === '') return value.words
  const [words, who, due] = stepRow(value, language)
  return [words, value.who ? who : '', value.due ? due : ''].filter(Boolean).join(' · ')
}

function nameOf({ mine, role }: WrittenText, language: Language): string {
  const words = planTexts(language)
  return mine ? words.mine : (words.roles[role as keyof typeof words.roles] ?? signingTexts(language).who.other)
}

function lastOf(view: PlanView): number {
  return Math.max(0, ...view.texts.map(({ nr }) => nr))
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
