import { addDays, dayOf, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { LawFold } from '#rooms/law'
import { Actions, Button, Form, TextArea } from '#ui/fields.tsx'
import { Card, Crumbs, Empty, Facts, LinkList, PageHead } from '#ui/parts.tsx'
import { kindsOf } from '../pages/kinds.ts'
import { relocationOffice as words } from './office.nl.ts'
import type { Ending, SharedConditions } from './relocation.rules.ts'
import type { NoticeAtDesk } from './relocation.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** What waits at the desk about moves: who leaves and what runs on, who comes and what the resident chose to show. */
export function NoticesPage(props: {
  readonly notices: readonly NoticeAtDesk[]
  readonly keys: () => Keys
  readonly problems: { readonly notice: string; readonly found: Problems } | null
}) {
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/klantmanager', label: words.back }]} />
      <PageHead title={words.title} lead={words.lead} />
      {props.notices.length === 0 ? <Empty title={words.none} what={words.noneText} /> : null}
      {props.notices.map((notice) => (
        <Card title={`${notice.memberName} ${notice.side === 'from' ? words.leaves : words.comes}`} key={notice.id}>
          <Facts
            items={[
              { label: words.cooperative, value: notice.cooperativeName },
              notice.side === 'from' ? { label: words.lastDay, value: longDay(addDays(notice.on, -1)) } : { label: words.firstDay, value: longDay(notice.on) },
              { label: words.told, value: longDay(dayOf(notice.toldAt)) },
            ]}
          />
          {notice.side === 'from' ? <Leaves notice={notice} /> : <Comes shared={notice.shared} />}
          <Form
            action={`/verhuizingen/${notice.id}`}
            keys={props.keys()}
            problems={props.problems?.notice === notice.id ? props.problems.found : null}
            ids={notice.id}
          >
            <TextArea name="words" label={words.words} hint={words.wordsHint} rows={3} maxLength={1000} optional />
            <Actions>
              <Button look="secondary">
                {words.handle}
                <span class="vh">: {notice.memberName}</span>
              </Button>
            </Actions>
          </Form>
        </Card>
      ))}
      <LawFold screen="moving" />
    </div>
  )
}

function Leaves({ notice }: { readonly notice: NoticeAtDesk }) {
  return (
    <>
      <p>{words.from}</p>
      {notice.endings.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <>
          <h3>{words.ends}</h3>
          <ul>
            {notice.endings.map((each) => (
              <li key={each.id}>
                {endingSaid(each)}
                {notice.own ? (
                  <>
                    <br />
                    <a href={each.what === 'consent' ? `/toestemmingen/${each.id}/intrekking?verhuizing=${notice.id}` : `/toestemmingen/${each.id}`}>
                      {each.what === 'consent' ? fill(words.withdraw, { day: longDay(notice.on) }) : words.openRequest}
                    </a>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
          {notice.own ? null : (
            <p>
              {words.take} <a href="/toestemmingen">{words.list}</a>.
            </p>
          )}
        </>
      )}
    </>
  )
}

function endingSaid({ what, work, until }: Ending): string {
  if (what === 'request') return fill(words.request, { work })
  return until ? fill(words.consent, { work, day: longDay(until) }) : fill(words.consentOpen, { work })
}

function Comes({ shared }: { readonly shared: readonly SharedConditions[] | null }) {
  return (
    <>
      <p>{words.to}</p>
      {shared && shared.length > 0 ? <p>{words.shared}</p> : <p class="soft">{words.sharedNone}</p>}
      {(shared ?? []).map((each) => (
        <Facts
          items={[
            { label: words.period, value: `${longDay(each.from)} – ${longDay(each.until)}` },
            { label: words.costKinds, value: kindsOf(each.costKinds, 'nl') },
            { label: words.payOut, value: each.payOutAllowed ? words.payOutYes : words.payOutNo },
            { label: words.statement, value: words.rhythms[each.statementRhythm] },
          ]}
          key={each.from}
        />
      ))}
    </>
  )
}

/** For the desk of a case manager: that moves wait, and of whom. */
export function RelocationCard(props: { readonly moved: readonly { readonly name: string; readonly leaves: boolean; readonly on: string }[] }) {
  if (props.moved.length === 0) return null
  return (
    <Card title={words.title} look="wait">
      <LinkList
        items={props.moved.map(({ name, leaves, on }) => ({
          href: '/verhuizingen',
          label: name,
          note: `${leaves ? words.leaves : words.comes}, ${longDay(on as never)}`,
        }))}
      />
    </Card>
  )
}
