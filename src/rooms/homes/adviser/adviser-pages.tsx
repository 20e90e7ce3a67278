import { longDay } from '#kit/day.ts'
import { euro } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import { whatIfNl } from '#rooms/settlement'
import { Card, Facts, LinkList, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { office } from '../office.nl.ts'
import type { PolicyAdviserHome } from './adviser.ts'

/** What the municipality must sign, and how it goes: counts, never who. */
export function PolicyAdviserHomePage(props: { readonly home: PolicyAdviserHome }) {
  const { toSign, asked, consents, shared } = props.home
  const words = office.policyAdviser
  const { any, residents, first } = consents.waiting
  const answer = [toSign.length > 0 ? words.answer.sign(toSign.length) : null, any ? words.answer.decide(residents, first ? longDay(first) : '') : null].filter(
    (sentence) => sentence !== null,
  )
  const total = consents.running.length > 1 ? [{ label: words.total, count: consents.total }] : []
  // What must be signed comes first, also on a phone; that there is nothing stands aside.
  const sign = (
    <Card title={words.toSign}>
      {toSign.length + asked.length > 0 ? (
        <LinkList
          items={[...toSign, ...asked].map((each) => ({
            href: `/afspraken/gemeenten/${each.id}`,
            icon: 'paper',
            label: fill(words.agreement, { cooperative: each.cooperativeName, number: each.number }),
            note: asked.includes(each) ? words.askedNote : fill(words.toSignNote, { day: longDay(each.from) }),
          }))}
        />
      ) : (
        <p class="soft">{words.toSignNone}</p>
      )}
    </Card>
  )
  return (
    <>
      <PageHead title={words.title} lead={answer.length > 0 ? answer.join(' ') : words.answer.nothing} />
      <div class="side">
        <div class="stack-l">
          {toSign.length > 0 ? sign : null}
          <Card {...(consents.running.length > 0 ? {} : { title: words.running })}>
            {consents.running.length > 0 ? (
              <Table
                caption={words.running}
                columns={[
                  { key: 'cooperative', label: words.columns.cooperative, header: true, cell: (row) => row.label },
                  { key: 'residents', label: words.columns.residents, numeric: true, phone: 'beside', cell: (row) => row.count ?? words.hidden },
                ]}
                rows={[...consents.running, ...total]}
                rowKey={(row) => row.label}
              />
            ) : (
              <p>{words.runningNone}</p>
            )}
            <p class="soft">{words.runningNote}</p>
          </Card>
          <Brings home={props.home} />
        </div>
        <div class="stack-l">
          {toSign.length > 0 ? null : sign}
          {shared.length > 0 ? (
            <Card title={whatIfNl.shared.home}>
              <LinkList
                items={shared.map(({ path, frozen, until }) => ({
                  href: path,
                  label: fill(whatIfNl.shared.homeLabel, { cooperative: frozen.cooperative, number: frozen.number }),
                  note: fill(whatIfNl.shared.homeNote, { until: longDay(until) }),
                }))}
              />
            </Card>
          ) : null}
          <Card title={words.shortcuts}>
            <LinkList items={words.links.map(([href = '', label = '']) => ({ href, label }))} />
          </Card>
        </div>
      </div>
    </>
  )
}

/** What each running agreement brings the municipality in four invented years, by its own bounds; and the way to what taking part costs. */
function Brings({ home }: { readonly home: PolicyAdviserHome }) {
  const words = office.policyAdviser.brings
  if (home.brings.length === 0) return null
  return (
    <Card title={words.title}>
      <p>{words.lead}</p>
      {home.brings.map((each) => (
        <section key={each.id}>
          <h3>
            <a href={`/afspraken/gemeenten/${each.id}`}>{fill(office.policyAdviser.agreement, { cooperative: each.cooperativeName, number: each.number })}</a>
          </h3>
          <Facts items={each.years.map(({ sample, share }) => ({ label: whatIfNl.samples[sample].name, value: shareSaid(share) }))} />
        </section>
      ))}
      <p class="soft">{words.note}</p>
      <p>
        <a href="/voor-gemeenten/rekenhulp">{words.costs}</a>
      </p>
    </Card>
  )
}

function shareSaid({ least, most }: PolicyAdviserHome['brings'][number]['years'][number]['share']): string {
  const words = office.policyAdviser.brings
  if (most !== null && most === least) return least === 0n ? words.nothing : euro(least)
  if (most === null && least === 0n) return words.open
  return most === null ? fill(words.least, { least: euro(least) }) : fill(words.between, { least: euro(least), most: euro(most) })
}
