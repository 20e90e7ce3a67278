import { addDays, type Day, longDay } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import { LawFold } from '#rooms/law'
import { Actions, Button, ButtonLink, Form, TextField } from '#ui/fields.tsx'
import { Alert, Answer, Card, Crumbs, Facts, PageHead, Tag, Timeline } from '#ui/parts.tsx'
import { adviceTexts } from '../advice/advice.en.ts'
import { askingTexts } from '../asking/asking.en.ts'
import { texts } from '../consent.en.ts'
import { type Conditions, conditionsOf, paperWaits, plannedChange, type Step } from '../consent.rules.ts'
import { countsUntil } from '../deadline/ends.rules.ts'
import { timelineOf } from '../events/timeline.ts'
import { earlierTexts } from '../file/earlier.en.ts'
import type { EarlierConsent, RequestFile } from '../file/request-file.ts'
import { MendAlert } from '../mending/mending-pages.tsx'
import { office } from '../office/office.nl.ts'
import { OutgoingCard } from '../outgoing/outgoing-card.tsx'
import { paperTexts } from '../paper/paper.en.ts'
import { ToPostCard } from '../posting/letters-card.tsx'
import { PostingCard } from '../posting/posting-pages.tsx'
import { relocationOffice } from '../relocation/office.nl.ts'
import { relocationTexts } from '../relocation/relocation.en.ts'
import { REMEDY_ADDRESSES, RemediesCard } from '../remedies/pages/remedies-card.tsx'
import { handledTexts } from '../teams/handled.en.ts'
import { nl as teams } from '../teams/office.nl.ts'
import { TermsCard } from '../terms/terms-card.tsx'
import { WaitingAlert } from '../waiting/waiting-alert.tsx'
import { conditionFacts } from './conditions.ts'
import { DeadlineCard } from './deadline-card.tsx'
import { kindsOf } from './kinds.ts'
import { EFFECT_TONES, PROCEDURE_TONES } from './list-page.tsx'
import { type AskedDay, StandingFold } from './standing-fold.tsx'

type Props = {
  readonly file: RequestFile
  /** What may follow, for whom the permission table allows it. */
  readonly steps: readonly Step[]
  /** What may follow against decisions. */
  readonly remedies: readonly Step[]
  readonly language: Language
  readonly municipal: boolean
  /** The member reads the own request. */
  readonly own: boolean
  readonly asked: AskedDay
  readonly keys: { readonly csrf: string; readonly key: string }
}

/** Where each step is done. */
const ADDRESSES: Readonly<Record<Step, string>> = {
  edit: '/aanpassing',
  send: '/verzending',
  withdrawRequest: '/intrekking',
  askMore: '/vraag',
  answer: '/antwoord',
  grant: '/besluit?uitkomst=granted',
  refuse: '/besluit?uitkomst=refused',
  leaveUnprocessed: '/besluit?uitkomst=leftUnprocessed',
  suspend: '/schorsing',
  resume: '/hervatting',
  withdrawConsent: '/intrekking',
  cancelChange: '/afzien',
  renew: '',
  confirmPaper: '/papier',
  tellDelay: '/uitstel',
  agreeToWait: '/meer-tijd',
  askAdvice: '/advies',
  noteAdvice: '/advies/antwoord',
  enterPaper: '/besluit-op-papier',
  openReview: '/herziening',
  closeReview: '/herziening/afronden',
  ...REMEDY_ADDRESSES,
}

/** Where on the page the next steps stand; whoever comes from a list by keyboard begins there. */
export const STEPS_PLACE = 'nu'

/** The step that a green button offers first, where several are open. */
const FIRST: readonly Step[] = ['confirmPaper', 'send', 'answer', 'grant', 'resume']

export function RequestPage(props: Props) {
  const { file, language } = props
  const words = texts[language]
  const conditions = conditionsOf(file.request.events)
  const planned = plannedChange(file.request.events, file.today)
  const running = file.earlier?.effect === 'inForce' ? file.earlier : null
  const leaves = leavesWithin(file.request)
  const after = running && file.deadline ? afterEarlier(running, file.deadline.last, language) : null
  return (
    <div class="stack-l">
      <Crumbs items={[{ href: '/toestemmingen', label: words.list.title }]} />
      <PageHead
        title={fill(words.request.title, { member: file.memberName })}
        over={`${file.cooperativeName} · ${file.municipalityName}`}
        read={!props.municipal}
      />
      {props.municipal ? (
        <p>
          <a href={`/inwoners/${file.request.member}`}>{office.resident}</a>
        </p>
      ) : null}
      <p class="actions">
        <Tag tone={PROCEDURE_TONES[file.procedure]}>{words.procedure[file.procedure]}</Tag>
        <Tag tone={running ? 'ok' : EFFECT_TONES[file.effect]}>{running ? earlierTexts[language].runs : words.effect[file.effect]}</Tag>
      </p>
      <Answer>{answerOf(props, conditions)}</Answer>
      {file.inHand ? <OutgoingCard letter={file.inHand} /> : null}
      {running ? (
        <p>
          <a href={`/toestemmingen/${running.id}`}>{earlierTexts[language].look}</a>
        </p>
      ) : null}
      {after ? <p>{after}</p> : null}
      {paperWaits(file.request.events) ? (
        <Alert tone="wait" title={paperTexts[language].waits}>
          <p>{paperTexts[language].waitsText}</p>
        </Alert>
      ) : null}
      {planned ? (
        <Alert tone="warn">
          <p>{fill(words.request.planned[planned.kind], { day: longDay(planned.from, language) })}</p>
        </Alert>
      ) : null}
      {leaves ? (
        <Alert tone="warn">
          <p>{fill((props.municipal ? relocationOffice : relocationTexts(language)).leavesThen, { day: longDay(leaves, language) })}</p>
        </Alert>
      ) : null}
      <MendAlert file={file} language={language} municipal={props.municipal} own={props.own} />
      <WaitingAlert file={file} municipal={props.municipal} language={language} />
      <NextSteps {...props} />
      {props.municipal ? <ToPostCard file={file} keys={props.keys} /> : null}
      <LawFold screen="consentRequest" />
      <div class="side">
        <div class="stack-l">
          <Asked {...props} />
          {conditions ? <ConditionsCard {...props} conditions={conditions} /> : null}
          {props.municipal ? <Reference {...props} /> : null}
          {props.municipal ? (
            <p>
              <a href={`/toestemmingen/${file.request.id}/plan-van-aanpak`}>{office.actionPlan}</a>
            </p>
          ) : null}
          {props.municipal ? (
            <p>
              <a href={`/toestemmingen/${file.request.id}/team`}>{teams.give.link}</a>
            </p>
          ) : null}
        </div>
        <div class="stack-l">
          {file.procedure === 'draft' ? null : (
            <p>
              <a href={`/toestemmingen/${file.request.id}/vragen`}>{askingTexts(language).link}</a>
            </p>
          )}
          <Card title={words.request.happened}>
            <Timeline items={timelineOf(props)} />
            <StandingFold file={file} asked={props.asked} language={language} />
          </Card>
          <RemediesCard file={file} steps={props.remedies} language={language} />
          <TermsCard file={file} language={language} own={props.own} without={props.municipal && file.deadline ? ['decide'] : []} />
          <PostingCard file={file} language={language} municipal={props.municipal} own={props.own} />
          {file.deadline && props.municipal ? <DeadlineCard file={file} /> : null}
        </div>
      </div>
    </div>
  )
}

function NextSteps(props: Props) {
  const words = texts[props.language]
  const { file, steps } = props
  const first = FIRST.find((step) => steps.includes(step))
  const decided = ['granted', 'refused', 'unprocessed', 'incomplete'].includes(file.procedure)
  return (
    <Card title={words.request.now} id={STEPS_PLACE} arrive look={first ? 'lift' : 'flat'}>
      {file.deadline && !props.municipal ? <p>{waitForOf(file.deadline, file.today, props.language)}</p> : null}
      {file.procedure === 'incomplete' && steps.includes('answer') ? <Alert tone="warn">{words.request.waitForYou}</Alert> : null}
      {steps.length === 0 && !decided ? <p class="soft">{words.request.nothingNow}</p> : null}
      <Actions>
        {steps.map((step) => (
          <ButtonLink
            key={step}
            href={step === 'renew' ? `/toestemmingen/nieuw?vernieuwt=${file.request.id}` : `/toestemmingen/${file.request.id}${ADDRESSES[step]}`}
            look={step === first ? 'primary' : step === 'withdrawRequest' || step === 'withdrawConsent' ? 'plain' : 'secondary'}
          >
            {words.steps[step]}
          </ButtonLink>
        ))}
        {decided ? (
          <ButtonLink href={`/toestemmingen/${file.request.id}/brief/gewoon`} look="secondary">
            {words.request.plainLetter}
          </ButtonLink>
        ) : null}
        {decided ? (
          <ButtonLink href={`/toestemmingen/${file.request.id}/brief`} look="secondary" icon="letter">
            {file.procedure === 'incomplete' ? words.request.letterAsked : words.request.letter}
          </ButtonLink>
        ) : null}
      </Actions>
    </Card>
  )
}

function waitForOf({ last, standsStill }: NonNullable<RequestFile['deadline']>, today: Day, language: Language): string {
  const { waitFor, waitStill, waitedFor } = texts[language].request
  return fill(standsStill ? waitStill : today > last ? waitedFor : waitFor, { day: longDay(last, language) })
}

/** The request in its own words: also what a member reads before sending. */
export function Asked(props: { readonly file: RequestFile; readonly language: Language; readonly municipal: boolean }) {
  const { file, language } = props
  const { request } = texts[language]
  const items = [
    { label: request.costKinds, value: kindsOf(file.request.costKinds, language) },
    { label: request.wanted, value: `${longDay(file.request.wantedFrom, language)} – ${longDay(file.request.wantedUntil, language)}` },
    ...(file.earlier && file.request.renews === file.earlier.id ? [extendsFact(file.earlier, language)] : []),
    { label: request.municipality, value: file.municipalityName },
    { label: request.cooperative, value: file.cooperativeName },
  ]
  const team = file.teams.at(-1)?.now
  if (team) items.push({ label: props.municipal ? handledTexts(language).office : handledTexts(language).label, value: team })
  if (file.reference && !props.municipal) items.push({ label: request.reference, value: file.reference })
  return (
    <Card title={request.asked}>
      <h3>{props.municipal ? office.work : request.work}</h3>
      <p>{file.request.work}</p>
      <h3>{request.plan}</h3>
      {file.request.plan.split('\n').map((line, index) => (
        <p key={index}>{line}</p>
      ))}
      <Facts items={items} />
      {file.request.authorisationFile ? (
        <p>
          <a href={`/toestemmingen/${file.request.id}/machtiging`}>{request.authorisation}</a>
        </p>
      ) : null}
    </Card>
  )
}

function extendsFact({ until, conditions }: EarlierConsent, language: Language) {
  const { fact, factValue } = earlierTexts[language].extends
  return { label: fact, value: fill(factValue, { until: longDay(until ?? conditions.until, language) }) }
}

function ConditionsCard(props: Props & { readonly conditions: Conditions }) {
  return (
    <Card title={texts[props.language].request.conditions}>
      <Facts items={conditionFacts(props.conditions, props.file.grounds, props.language)} />
      {props.file.effect === 'inForce' || props.file.effect === 'suspended' ? (
        <p>
          <a href={`/voorwaarden/stand?lid=${props.file.request.member}`}>{texts[props.language].request.stands}</a>
        </p>
      ) : null}
    </Card>
  )
}

function Reference(props: Props) {
  const words = office.reference
  return (
    <Card>
      <Form action={`/toestemmingen/${props.file.request.id}/kenmerk`} keys={props.keys}>
        <TextField name="reference" label={words.label} hint={words.hint} value={props.file.reference ?? ''} maxLength={40} />
        <Button look="secondary">{words.button}</Button>
      </Form>
    </Card>
  )
}

/** What holds after an earlier consent where the decision may come later than its last day: a gap, or the consent that goes on. */
function afterEarlier(earlier: EarlierConsent, lastDay: Day, language: Language): string | null {
  const words = earlierTexts[language]
  const until = earlier.until ?? earlier.conditions.until
  return lastDay <= until ? null : fill(earlier.goesOn ? words.goesOn : words.gap, { until: longDay(until, language) })
}

/** The first day elsewhere, where it cuts a consent short. */
function leavesWithin({ events, leavesOn }: RequestFile['request']): Day | null {
  return leavesOn && countsUntil(events, leavesOn) === addDays(leavesOn, -1) ? leavesOn : null
}

function answerOf(props: Props, conditions: Conditions | null): string {
  const { answerNow } = texts[props.language].request
  const { earlier } = props.file
  if (earlier?.effect === 'inForce')
    return fill(earlierTexts[props.language].answer, { until: longDay(earlier.until ?? earlier.conditions.until, props.language) })
  if (props.file.effect === 'inForce' && conditions && conditions.until < props.file.today) return adviceTexts[props.language].runsOn.yes
  const last = countsUntil(props.file.request.events, props.file.request.leavesOn) ?? conditions?.until
  const days = conditions && last ? { from: longDay(conditions.from, props.language), until: longDay(last, props.language) } : {}
  return fill(answerNow[props.file.effect], days)
}
