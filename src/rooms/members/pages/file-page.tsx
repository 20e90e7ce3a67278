import type { ComponentChildren } from 'preact'
import { type Day, longDay, shortDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language, list } from '#kit/text.ts'
import type { Municipality } from '#rooms/organisations'
import { ActionButton, Actions, Button, ButtonLink, CheckCards, DayField, Form, SelectField, TextField } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Facts, Fold, PageHead, Tag, Timeline } from '#ui/parts.tsx'
import type { BenefitReport } from '../benefit/report.sql.ts'
import { BENEFIT_SOURCES } from '../benefit.rules.ts'
import { DESTINATIONS, LEAVING_REASONS, type Stage } from '../journey.rules.ts'
import { texts } from '../members.en.ts'
import type { MemberFile } from '../members.ts'
import { SUPPORT_KINDS } from '../members.types.ts'
import { STAGE_TONES } from './register-page.tsx'

type Props = {
  readonly file: MemberFile
  readonly own: boolean
  readonly may: {
    readonly edit: boolean
    readonly benefit: boolean
    readonly confirm: boolean
    readonly trial: boolean
    readonly admit: boolean
    readonly leave: boolean
    readonly handOver: boolean
  }
  /** Stages that may follow today. */
  readonly next: readonly Stage[]
  readonly municipalities: readonly Municipality[]
  readonly trialUntil: Day
  readonly today: Day
  readonly language: Language
  readonly keys: { readonly csrf: string; readonly key: string }
  /** What went wrong, and with which part of the page. */
  readonly problems: { readonly part: string; readonly found: Problems } | null
}

export function FilePage(props: Props) {
  const { file, language } = props
  const words = texts[language].file
  const stage = file.standing
  return (
    <div class="stack-l">
      {props.own ? null : <Crumbs items={[{ href: '/leden', label: texts[language].register.title }]} />}
      <PageHead
        title={props.own ? words.own : fill(words.title, { name: file.name })}
        lead={props.own ? words.ownLead : fill(words.looked, { name: file.firstName })}
      />
      {stage ? (
        <p class="actions">
          <Tag tone={STAGE_TONES[stage.stage]}>{texts[language].stages[stage.stage]}</Tag>
        </p>
      ) : null}
      {stage?.trialOver && stage.until && !props.own ? <Alert tone="warn">{fill(words.trialOver, { day: longDay(stage.until, language) })}</Alert> : null}
      <Actions>
        <ButtonLink href="/toestemmingen" look="secondary" icon="townhall">
          {words.consent}
        </ButtonLink>
      </Actions>
      <div class="side">
        <div class="stack-l">
          <ContactCard {...props} />
          <TradeCard {...props} />
          {file.benefit ? <BenefitCard {...props} /> : null}
          {file.support ? <SupportCard {...props} /> : null}
        </div>
        <div class="stack-l">
          <Card title={words.journey}>
            <Timeline
              items={file.steps.map((step) => ({
                on: shortDay(step.on, language),
                label: texts[language].stages[step.stage],
                note: [
                  step.until ? fill(words.until, { day: longDay(step.until, language) }) : '',
                  step.reason ? texts[language].reasons[step.reason] : '',
                  step.destination ? texts[language].destinations[step.destination] : '',
                ]
                  .filter(Boolean)
                  .join(' · '),
              }))}
            />
          </Card>
          <NextCard {...props} />
        </div>
      </div>
    </div>
  )
}

function ContactCard(props: Props) {
  const { file, language } = props
  const words = texts[language].file
  return (
    <Card title={words.contact}>
      <Facts
        items={[
          { label: words.name, value: file.name },
          { label: words.number, value: file.number ?? '–' },
          { label: words.email, value: file.email ?? '–' },
          ...(file.newEmail ? [{ label: words.email, value: fill(words.newEmail, { email: file.newEmail }) }] : []),
          { label: words.phone, value: file.phone ?? '–' },
          { label: words.city, value: [file.street, file.postCode, file.city].filter(Boolean).join(', ') || '–' },
          { label: words.coach, value: file.coach ?? words.noCoach },
        ]}
      />
      {props.may.handOver ? (
        <p>
          <a href={`/overdracht?wie=${file.member}`}>{words.handOver}</a>
        </p>
      ) : null}
      {props.may.edit ? (
        <Part {...props} part="contact">
          <TextField name="firstName" label={words.firstName} value={file.firstName} maxLength={60} />
          <TextField name="name" label={words.name} value={file.name} maxLength={120} autocomplete="name" />
          <TextField name="email" label={words.email} hint={words.emailHint} type="email" value={file.email ?? ''} optional />
          <TextField name="phone" label={words.phone} type="tel" value={file.phone ?? ''} optional />
          <TextField name="street" label={words.street} value={file.street ?? ''} optional />
          <TextField name="postCode" label={words.postCode} value={file.postCode ?? ''} size={8} optional />
          <TextField name="city" label={words.city} value={file.city ?? ''} optional />
          <SelectField
            name="language"
            label={words.language}
            value={file.language}
            options={(['nl', 'en'] as const).map((value) => ({ value, label: words.languages[value] }))}
          />
        </Part>
      ) : null}
    </Card>
  )
}

function TradeCard(props: Props) {
  const { file, language } = props
  const words = texts[language].file
  return (
    <Card title={words.trade}>
      {file.trade ? (
        <Facts
          items={[
            { label: words.tradeName, value: file.trade.tradeName },
            { label: words.makes, value: file.trade.makes },
          ]}
        />
      ) : (
        <p class="soft">{words.noTrade}</p>
      )}
      {props.may.edit ? (
        <Part {...props} part="bedrijf">
          <TextField name="tradeName" label={words.tradeName} hint={words.tradeNameHint} value={file.trade?.tradeName ?? ''} maxLength={80} />
          <TextField name="makes" label={words.makes} value={file.trade?.makes ?? ''} maxLength={200} />
          <DayField name="from" label={words.from} value={props.today} />
        </Part>
      ) : null}
    </Card>
  )
}

function BenefitCard(props: Props) {
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

function SupportCard(props: Props) {
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

function NextCard(props: Props) {
  const { next, may, language } = props
  const words = texts[language].file
  const open = {
    trial: may.trial && next.includes('trial'),
    admit: may.admit && next.includes('member'),
    leave: may.leave && next.includes('former'),
    back: may.leave && next.includes('applied') && props.file.standing?.stage === 'former',
  }
  if (!Object.values(open).some(Boolean)) return null
  return (
    <Card title={words.next}>
      {open.trial ? (
        <Part {...props} part="proef" label={props.file.standing?.stage === 'trial' ? words.trialLonger : words.trial}>
          <DayField name="on" label={words.on} value={props.today} max={props.today} />
          <DayField name="until" label={words.trialUntil} value={props.trialUntil} />
        </Part>
      ) : null}
      {open.admit ? (
        <Part {...props} part="lidmaatschap" label={words.admit}>
          <DayField name="on" label={words.on} value={props.today} max={props.today} />
        </Part>
      ) : null}
      {open.leave ? (
        <Part {...props} part="vertrek" label={words.leave}>
          <DayField name="on" label={words.firstDayOut} value={props.today} />
          <SelectField
            name="reason"
            label={words.reason}
            empty={words.choose}
            options={LEAVING_REASONS.map((value) => ({ value, label: texts[language].reasons[value] }))}
          />
          <SelectField
            name="destination"
            label={words.destination}
            empty={words.choose}
            options={DESTINATIONS.map((value) => ({ value, label: texts[language].destinations[value] }))}
          />
        </Part>
      ) : null}
      {open.back ? (
        <Part {...props} part="terugkeer" label={words.comeBack}>
          <DayField name="on" label={words.on} value={props.today} max={props.today} />
        </Part>
      ) : null}
    </Card>
  )
}

/** A part of the page that can be changed where it stands; open when something was wrong with it. */
function Part(props: Props & { readonly part: string; readonly label?: string; readonly children: ComponentChildren }) {
  const words = texts[props.language].file
  const problems = props.problems?.part === props.part ? props.problems.found : null
  return (
    <Fold summary={props.label ?? words.edit} open={problems !== null}>
      <Form action={`/leden/${props.file.member}/${props.part}`} keys={props.keys} problems={problems}>
        {props.children}
        <Button look="secondary">{props.label ?? words.save}</Button>
      </Form>
    </Fold>
  )
}
