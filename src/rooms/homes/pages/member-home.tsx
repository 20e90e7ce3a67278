import { addDays, type Day, daysBetween, longDay, longMonth, month, weekdayDay, yearOf } from '#kit/day.ts'
import { euro, sum } from '#kit/money.ts'
import { fill, type Language } from '#kit/text.ts'
import { NextStepCard } from '#rooms/coaching'
import { ButtonLink } from '#ui/fields.tsx'
import { Face } from '#ui/layout.tsx'
import { Alert, Card, Duty, Empty, Fold, LinkList, PageHead, Tiles } from '#ui/parts.tsx'
import { Pot, PotParts } from '#ui/pot.tsx'
import { Swatch } from '#ui/strip.tsx'
import { estimateTexts } from '../estimate/estimate.en.ts'
import { texts } from '../homes.en.ts'
import type { Sale } from '../homes.sql.ts'
import type { MemberHome } from '../homes.ts'
import { addressOf } from '../waiting.rules.ts'

// A picture needs a scale: a pot is drawn full at this amount, or at what it holds when that is more.
const POTS = ['business', 'development'] as const
const LOOKS = [
  ['paper', 'leaf'],
  ['camera', 'clay'],
  ['pot', 'sun'],
] as const

type Props = {
  readonly home: MemberHome
  readonly name: string
  readonly language: Language
  readonly keys: () => { readonly csrf: string; readonly key: string }
}

/** What can I spend? What must I do before when? What did my last sale bring? Who helps me? */
export function MemberHomePage(props: Props) {
  const { home, language } = props
  const words = texts(language).member
  const [first, ...others] = home.duties
  return (
    <>
      <PageHead over={capital(weekdayDay(home.today, language))} title={fill(words.hello, { name: props.name })} read />
      <div class="side">
        <div class="stack-l">
          <Spending {...props} />
          {first ? <DutyCard duty={first} today={home.today} language={language} /> : <NothingToDo language={language} />}
          <Stops {...props} />
          <Cash {...props} />
          {home.next ? <NextStepCard next={home.next} member={home.member} today={home.today} language={language} keys={props.keys} /> : null}
          {others.length > 0 ? (
            <Card title={words.also}>
              <LinkList
                items={others.map((each) => ({
                  href: addressOf(each, 'own'),
                  icon: 'clock',
                  label: fill(words.duties[each.what][0] ?? '', { about: aboutOf(each, home.today, language) }),
                  note: each.until ? fill(each.until < home.today ? words.untilLate : words.until, { day: longDay(each.until, language) }) : undefined,
                }))}
              />
            </Card>
          ) : null}
        </div>
        <div class="stack-l">
          <Tiles
            items={words.tiles.map(([href = '', label = ''], index) => ({
              href,
              label,
              icon: LOOKS[index]?.[0] ?? 'paper',
              tint: LOOKS[index]?.[1] ?? 'leaf',
            }))}
          />
          <LastSale sale={home.sale} language={language} />
          <Helper coach={home.coach} language={language} />
          <LinkList items={linksOf(home, language)} />
        </div>
      </div>
    </>
  )
}

/** A withdrawal that was written down, before its day comes: no duty, but good to know, and there is something to do about it. */
function Stops({ home, language }: Props) {
  const { consentStops: stops } = home
  if (!stops) return null
  const words = texts(language).member
  const days = { day: longDay(addDays(stops.until, 1), language), until: longDay(stops.until, language) }
  return (
    <Alert tone="info" title={fill(words.stops, days)}>
      <p>
        {fill(words.stopsText, days)} <a href={addressOf({ what: 'consentStops', id: stops.id, member: home.member, about: null }, 'own')}>{words.stopsGo}</a>.
      </p>
    </Alert>
  )
}

/** Cash of the cooperative in the member's hands is brought away before a day. */
function Cash({ home, language }: Props) {
  const { cash, today } = home
  if (!cash) return null
  const words = texts(language).member
  return (
    <Alert tone={cash.until < today ? 'warn' : 'info'} title={fill(words.cash, { amount: euro(cash.cents) })}>
      <p>{fill(cash.until < today ? words.cashLate : words.cashUntil, { day: longDay(cash.until, language) })}</p>
    </Alert>
  )
}

function Spending(props: Props) {
  const { pots, full } = props.home
  const words = texts(props.language).member
  return (
    <section class="window">
      <div class="sky">
        <h2>{words.spend}</h2>
        <div class="sill">
          <div class="sill-row">
            {POTS.map((pot) => (
              <Pot
                key={pot}
                label={words.potOf[pot]}
                kind={pot === 'business' ? 'tall' : 'branch'}
                cents={pots[pot].balance}
                full={full[pot]}
                reserved={pots[pot].reserved}
                promised={pots[pot].promised}
                trim
              />
            ))}
          </div>
        </div>
      </div>
      <div class="under-sill">
        {POTS.map((pot) => (
          <p key={pot}>
            {words.pots[pot]}
            <b>{euro(pots[pot].free)}</b>
            {words.free}
          </p>
        ))}
      </div>
      <Fold summary={words.inside} class="fold-in">
        {POTS.map((pot) => (
          <div key={pot}>
            <p class="strong">{words.pots[pot]}</p>
            <PotParts
              cents={pots[pot].balance}
              full={full[pot]}
              reserved={pots[pot].reserved}
              promised={pots[pot].promised}
              toCome={pots[pot].toCome}
              money={euro}
            />
          </div>
        ))}
        <p class="soft">{words.notOwn}</p>
      </Fold>
      {POTS.some((pot) => pots[pot].balance < 0n) ? (
        <Alert tone="info">
          <p>{words.belowZero}</p>
        </Alert>
      ) : null}
    </section>
  )
}

function DutyCard(props: { duty: MemberHome['duties'][number]; today: Day; language: Language }) {
  const { duty, today, language } = props
  const words = texts(language).member
  const [title = '', text = '', button = ''] = words.duties[duty.what]
  const about = { about: aboutOf(duty, today, language) }
  const late = duty.until !== null && duty.until < today
  return (
    <Duty
      days={duty.until && !late ? daysBetween(today, duty.until) : null}
      title={fill(title, about)}
      action={
        <ButtonLink href={addressOf(duty, 'own')} after="arrow">
          {fill(button, about)}
        </ButtonLink>
      }
    >
      <p>
        {fill(text, about)}{' '}
        {duty.until ? (
          <b>{fill(late ? words.untilLate : words.until, { day: late ? longDay(duty.until, language) : weekdayDay(duty.until, language) })}</b>
        ) : null}
      </p>
    </Duty>
  )
}

function NothingToDo(props: { language: Language }) {
  const words = texts(props.language).member
  return (
    <Alert tone="ok" title={words.nothing}>
      <p>{words.nothingText}</p>
    </Alert>
  )
}

function LastSale(props: { sale: Sale | null; language: Language }) {
  const { sale, language } = props
  const words = texts(language).member
  if (!sale) {
    return (
      <Card>
        <Empty title={words.noSale} what={words.noSaleText}>
          <ButtonLink href="/facturen/nieuw" look="secondary">
            {words.noSaleGo}
          </ButtonLink>
        </Empty>
      </Card>
    )
  }
  const part = (pot: (typeof POTS)[number]) => sum(sale.parts.filter((each) => each.receiver === pot).map((each) => each.cents))
  return (
    <Card title={words.sale}>
      <p>
        {fill(words.salePaid, { number: sale.number, day: longDay(sale.on, language) })} <b class="nowrap">{euro(sale.gross)}</b>
      </p>
      {sale.parts.length > 0 ? (
        <ul class="sale-parts">
          {POTS.map((pot) => (
            <li key={pot}>
              <span>
                <Swatch kind={pot} />
                {words.saleFor[pot]}
              </span>
              <b>{euro(part(pot))}</b>
            </li>
          ))}
        </ul>
      ) : (
        <p class="soft">{words.saleOpen}</p>
      )}
      <ButtonLink href={sale.parts.length > 0 ? `/geld/ontvangst/${sale.receipt}` : '/geld'} look="secondary" wide>
        {sale.parts.length > 0 ? words.saleRest : words.saleNow}
      </ButtonLink>
    </Card>
  )
}

function Helper(props: { coach: string | null; language: Language }) {
  const words = texts(props.language).member
  return (
    <Card title={words.help}>
      {props.coach ? (
        <div class="helper">
          <Face name={props.coach} big />
          <div>
            <p class="strong">{props.coach}</p>
            <p class="soft">{words.coach}</p>
          </div>
        </div>
      ) : null}
      <p>{props.coach ? words.coachText : words.noCoach}</p>
    </Card>
  )
}

function linksOf(home: MemberHome, language: Language) {
  const { links } = texts(language).member
  const consent = home.consentUntil ? fill(links.consentUntil, { day: longDay(home.consentUntil.until, language) }) : links.consent
  return [
    { href: '/geld', label: links.money, icon: 'pot' },
    { href: '/schatting', label: estimateTexts(language).title, icon: 'info' },
    { href: '/opgaven', label: links.statements, icon: 'letter' },
    { href: '/mijn-aanbod', label: links.offering, icon: 'shop' },
    { href: '/toestemmingen', label: consent, icon: 'townhall' },
    { href: '/plan-van-aanpak', label: links.plan, icon: 'people' },
    { href: '/besluiten', label: links.resolutions, icon: 'people' },
    { href: '/mijn-traject', label: links.track, icon: 'sprout' },
    { href: '/wie-keek', label: links.looks, icon: 'eye' },
    { href: '/meekijkers', label: links.partners, icon: 'eye' },
    { href: '/klantmanager-uitnodigen', label: links.invite, icon: 'townhall' },
    { href: '/mijn-gegevens', label: links.facts, icon: 'user' },
  ] as const
}

/** What the room said about it, in words for people: a month gets its name. */
function aboutOf(each: { readonly what: string; readonly about: string | null }, today: Day, language: Language): string {
  // The year goes without saying: only a closed month of late waits here.
  if (each.what === 'statementToSend' && each.about) return longMonth(month(each.about), language).replace(/ \d{4}$/, '')
  if (each.what === 'statementChanged' && each.about) return longMonth(month(each.about), language).replace(` ${yearOf(today)}`, '')
  return each.about ?? ''
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
