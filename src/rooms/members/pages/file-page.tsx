import { type Day, longDay, shortDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import type { Municipality } from '#rooms/organisations'
import { ActionButton, Actions, Button, ButtonLink, DayField, Form, SelectField, TextField } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Facts, Fold, MailAddress, PageHead, Tag, Timeline } from '#ui/parts.tsx'
import { DESTINATIONS, LEAVING_REASONS, type Stage } from '../journey.rules.ts'
import { texts } from '../members.en.ts'
import type { MemberFile } from '../members.ts'
import { paperTexts } from '../paper/paper.en.ts'
import { BenefitCard, SupportCard } from './close-cards.tsx'
import { Part } from './file-part.tsx'
import { STAGE_TONES } from './register-page.tsx'

export type Props = {
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
    readonly print: boolean
  }
  /** Stages that may follow today. */
  readonly next: readonly Stage[]
  readonly municipalities: readonly Municipality[]
  readonly trialUntil: Day
  readonly today: Day
  /** The day this page tells about. */
  readonly on: Day
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
      {props.own ? null : <LookBack {...props} />}
      {props.on === props.today ? null : (
        <Alert tone="info">
          <p>{fill(words.asItWas, { day: longDay(props.on, language) })}</p>
          {stage ? null : <p>{fill(words.notYet, { day: longDay(props.on, language), name: file.firstName })}</p>}
          <a href={`/leden/${file.member}`}>{words.toToday}</a>
        </Alert>
      )}
      {stage?.trialOver && stage.until && !props.own ? <Alert tone="warn">{fill(words.trialOver, { day: longDay(stage.until, language) })}</Alert> : null}
      <Actions>
        <ButtonLink href="/toestemmingen" look="secondary" icon="townhall">
          {words.consent}
        </ButtonLink>
        {file.support ? (
          <ButtonLink href={props.own ? '/plan-van-aanpak' : `/leden/${file.member}/plan-van-aanpak`} look="secondary" icon="people">
            {words.actionPlan}
          </ButtonLink>
        ) : null}
        {file.benefit ? (
          <ButtonLink href={props.own ? '/schatting' : `/leden/${file.member}/schatting`} look="secondary" icon="info">
            {words.estimate}
          </ButtonLink>
        ) : null}
        {file.support ? (
          <ButtonLink href={props.own ? '/mijn-traject' : `/leden/${file.member}/traject`} look="secondary" icon="sprout">
            {words.track}
          </ButtonLink>
        ) : null}
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
              items={file.steps
                .filter((step) => step.on <= props.on || props.on === props.today)
                .map((step) => ({
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
      {props.own ? <LookBack {...props} /> : null}
    </div>
  )
}

/** The file as it was on a day: in a fold, for almost everybody wants today. */
function LookBack(props: Props) {
  const words = texts[props.language].file
  return (
    <Fold summary={words.lookBack} open={props.on !== props.today}>
      <Form action={`/leden/${props.file.member}`} method="get">
        <DayField name="op" label={words.onDay} value={props.on} />
        <Actions>
          <Button look="secondary">{words.showDay}</Button>
        </Actions>
      </Form>
    </Fold>
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
          { label: words.email, value: file.email ? <MailAddress address={file.email} /> : '–' },
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
      {props.may.print && !props.own && file.email === null ? <PaperCodeBox {...props} /> : null}
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

function PaperCodeBox(props: Props) {
  const words = paperTexts(props.language).file
  return (
    <Alert tone="info" icon="lock" title={words.title} level={3}>
      <p>{words.why}</p>
      <ActionButton action={`/leden/${props.file.member}/inlogcode`} keys={props.keys} look="secondary" size="small" icon="print">
        {words.make}
      </ActionButton>
    </Alert>
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
        <p>
          <a href={`/leden/${props.file.member}/vertrek`}>{words.leaveSteps}</a>
        </p>
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
