import { addDays, dayOf, longDay, longMonth } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language, list } from '#kit/text.ts'
import { LawFold } from '#rooms/law'
import { ActionButton, Actions, Button, ButtonLink, CheckField, DayField, Form, RadioCards, SelectField, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Empty, Facts, PageHead, Quoted } from '#ui/parts.tsx'
import { relocationTexts } from './relocation.en.ts'
import { AFTER_MOVING, type Ending } from './relocation.rules.ts'
import type { RelocationNotice } from './relocation.sql.ts'
import { addressOf, mayBeCalledOff, type RelocationView } from './relocation.ts'

type Props = {
  readonly view: RelocationView
  readonly own: boolean
  readonly language: Language
  readonly keys: () => { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}

/** What "not in the list" is sent as. */
export const ELSEWHERE = 'elders'

/** A move: first written down, then read whole, then told; and what came of it. */
export function RelocationPage(props: Props) {
  const { view, own, language } = props
  const words = relocationTexts(language)
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: `/leden/${view.member}`, label: view.name }]} />
      <PageHead
        title={own ? words.title : fill(words.titleOf, { member: view.name })}
        lead={own ? words.lead : fill(words.leadCoach, { member: view.name })}
        read
      />
      {view.open ? <Check {...props} open={view.open} /> : view.now ? <NewMove {...props} now={view.now} /> : <NoTown {...props} />}
      <Earlier {...props} />
      <LawFold screen="moving" />
    </div>
  )
}

function NoTown({ view, language }: Props) {
  const words = relocationTexts(language)
  return (
    <Empty title={words.none} what={words.noneText}>
      <ButtonLink href={`/leden/${view.member}`} look="secondary">
        {words.toFile}
      </ButtonLink>
    </Empty>
  )
}

function NewMove(props: Props & { readonly now: { readonly id: string; readonly name: string } }) {
  const { view, language, now } = props
  const words = relocationTexts(language).form
  return (
    <Card title={`${relocationTexts(language).now}: ${now.name}`}>
      <Form action={addressOf(view.member)} keys={props.keys()} problems={props.problems}>
        <SelectField
          name="to"
          label={words.to}
          empty={words.choose}
          options={[
            ...view.towns.filter(({ id }) => id !== now.id).map(({ id, name }) => ({ value: id as string, label: name })),
            { value: ELSEWHERE, label: words.elsewhere },
          ]}
        />
        <DayField name="on" label={words.on} />
        <RadioCards name="benefit" label={words.benefit} columns={1} options={AFTER_MOVING.map((value) => ({ value, label: words.benefits[value] }))} />
        <Actions>
          <Button>{words.next}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

type Open = NonNullable<RelocationView['open']>

/** Everything that will happen, before it does: for the work, for the statement, and word for word what each town reads. */
function Check(props: Props & { readonly open: Open }) {
  const { view, own, language, open } = props
  const words = relocationTexts(language).check
  const town = open.toName ?? words.elsewhere
  const tells = open.toName !== null && open.benefit !== 'ends'
  const said = { member: view.name, cooperative: view.cooperativeName, day: longDay(open.on, language) }
  return (
    <>
      <Alert tone="wait" title={words.title}>
        <p>{words.lead}</p>
        <Facts
          items={[
            { label: words.from, value: open.fromName },
            { label: words.to, value: town },
            { label: words.on, value: longDay(open.on, language) },
          ]}
        />
      </Alert>
      <Card title={words.work}>
        <p>{fill(words.until, { day: longDay(addDays(open.on, -1), language), town: open.fromName })}</p>
        <p>{tradeSaid(open, language)}</p>
        {open.meaning.held.length > 0 ? (
          <p>
            {fill(words.held, {
              days: list(
                open.meaning.held.map((on) => longDay(on, language)),
                language === 'en' ? 'and' : 'en',
              ),
            })}
          </p>
        ) : null}
        {open.benefit === 'ends' && own ? <p>{words.reported}</p> : null}
      </Card>
      <Card title={words.ends}>
        {open.meaning.endings.length === 0 ? <p>{fill(words.nothingEnds, { town: open.fromName })}</p> : null}
        <ul>
          {open.meaning.endings.map((each) => (
            <li key={each.id}>
              <a href={`/toestemmingen/${each.id}`}>{endingSaid(each, open, language)}</a>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={words.month}>
        <p>{monthSaid(open, language)}</p>
      </Card>
      <Card title={fill(words.toldFrom, { town: open.fromName })}>
        <Quoted source={view.cooperativeName}>{fill(words.toldFromText, said)}</Quoted>
        <p class="small soft">{words.toldFromNot}</p>
      </Card>
      {tells ? (
        <Card title={fill(words.toldTo, { town })}>
          <Quoted source={view.cooperativeName}>{fill(words.toldToText, said)}</Quoted>
          <p class="small soft">{words.toldToNot}</p>
        </Card>
      ) : (
        <p>{words.toldNobody}</p>
      )}
      <Form action={`${addressOf(view.member)}/vertellen`} keys={props.keys()} problems={props.problems}>
        {tells ? <CheckField name="newTown" label={fill(words.newTown, { town })} checked /> : null}
        {tells && own ? <CheckField name="share" label={fill(words.share, { town })} hint={words.shareHint} /> : null}
        {own ? (
          <p>{words.own}</p>
        ) : (
          <TextArea
            name="authorisation"
            label={fill(words.authorisation, { member: view.name })}
            hint={fill(words.authorisationHint, { member: view.name })}
            rows={3}
            maxLength={500}
          />
        )}
        <Actions>
          <Button>{words.tell}</Button>
        </Actions>
      </Form>
      <ActionButton action={`${addressOf(view.member)}/afblazen`} keys={props.keys()} look="secondary">
        {own ? words.callOff : words.callOffCoach}
      </ActionButton>
    </>
  )
}

function tradeSaid({ on, toName, meaning }: Open, language: Language): string {
  const words = relocationTexts(language).check
  const kind = meaning.trade === 'may' ? 'may' : meaning.trade === 'awaiting' ? 'awaiting' : meaning.trade === 'unknownBenefit' ? 'unknown' : 'consent'
  return fill(words.trade[kind], { day: longDay(on, language), town: toName ?? words.elsewhere })
}

function endingSaid(ending: Ending, { on, fromName }: Open, language: Language): string {
  const words = relocationTexts(language).check
  return fill(words[ending.what], { work: ending.work, town: fromName, day: longDay(addDays(on, -1), language) })
}

function monthSaid({ on, meaning: { sharedMonth } }: Open, language: Language): string {
  const words = relocationTexts(language).check
  return sharedMonth ? fill(words.monthShared, { month: longMonth(sharedMonth, language), day: longDay(addDays(on, -1), language) }) : words.monthPlain
}

function Earlier(props: Props) {
  const { view, own, language } = props
  const words = relocationTexts(language)
  if (view.earlier.length === 0) return null
  return (
    <Card title={words.earlier}>
      {view.earlier.map((each, index) => {
        const off = each.calledOffAt !== null
        const told = { town: each.toName ?? words.somewhere, day: longDay(each.on, language), told: each.toldAt ? longDay(dayOf(each.toldAt), language) : '' }
        return (
          <section class="stack" key={each.id}>
            <p>{fill(off ? words.calledOff : words.told, told)}</p>
            {each.notices.map((notice) => (
              <Standing notice={notice} language={language} key={notice.id} />
            ))}
            {!off && index === 0 && !view.open && mayBeCalledOff(each, each.notices, view.today) ? (
              <ActionButton action={`${addressOf(view.member)}/afblazen`} keys={props.keys()} look="secondary">
                {own ? words.check.callOff : words.check.callOffCoach}
              </ActionButton>
            ) : null}
          </section>
        )
      })}
    </Card>
  )
}

function Standing({ notice, language }: { readonly notice: RelocationNotice; readonly language: Language }) {
  const words = relocationTexts(language)
  const { end, municipalityName: town } = notice
  const said = { town, day: end ? longDay(dayOf(end.at), language) : '' }
  return (
    <>
      <p class="small soft">{fill(words.stands[end?.what ?? 'waits'], said)}</p>
      {end?.words ? <Quoted source={fill(words.townWrites, { town })}>{end.words}</Quoted> : null}
    </>
  )
}
