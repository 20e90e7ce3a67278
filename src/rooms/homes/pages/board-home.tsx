import { dayOf, longDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { accessTexts, ErrandsCard, KeepingNotice, type troubleIn } from '#rooms/access'
import { ButtonLink } from '#ui/fields.tsx'
import { Card, Figures, LinkList, PageHead } from '#ui/parts.tsx'
import type { BoardHome } from '../board/board.ts'
import { office } from '../office.nl.ts'
import { BeginningCard } from './beginning-page.tsx'
import { Nothing, Tasks } from './office-homes.tsx'

const words = office.board

/** What waits for the board, or for whoever manages the organisation: to sign, to decide, to see to before a role ends. */
export function BoardHomePage(props: { readonly home: BoardHome; readonly keeping: ReturnType<typeof troubleIn> }) {
  const { home } = props
  const figure = (n: number, [one = '', more = '']: readonly string[], href: string) =>
    ({ figure: n, label: n === 1 ? one : more, href, tone: n > 0 ? 'warn' : 'plain' }) as const
  return (
    <>
      <PageHead title={words.title} />
      <KeepingNotice trouble={props.keeping} language="nl" href={home.mayInvite ? '/medewerkers' : '/beheerders'} />
      <BeginningCard next={home.beginning} />
      <ErrandsCard lines={home.errands} language="nl" />
      <Figures
        items={[
          figure(home.applications, words.figures.applications, '/aanmeldingen'),
          figure(home.ending.length, words.figures.ending, home.mayInvite ? '/medewerkers' : '/bestuur'),
        ]}
      />
      <div class="side">
        <Card>
          {home.work.length > 0 ? (
            <Tasks caption={words.table} tasks={home.work} names={home.names} today={home.today} />
          ) : (
            <Nothing title={words.none} text={words.noneText} href="/leden" go={words.noneGo} />
          )}
        </Card>
        <div class="stack-l">
          {home.ending.length > 0 ? (
            <Card title={words.ending}>
              <ul>
                {home.ending.map((each) => (
                  <li key={`${each.person} ${each.role}`}>
                    {fill(words.endingOf, { name: each.name, role: accessTexts.roles[each.role], day: longDay(each.until) })}
                  </li>
                ))}
              </ul>
              {home.mayInvite ? (
                <ButtonLink href="/medewerkers" look="secondary">
                  {words.endingGo}
                </ButtonLink>
              ) : null}
            </Card>
          ) : null}
          <Card title={words.exports}>
            {home.exports.length > 0 ? (
              <ul>
                {home.exports.map((at) => (
                  <li key={String(at)}>{fill(words.exportOn, { day: longDay(dayOf(at)) })}</li>
                ))}
              </ul>
            ) : (
              <p class="soft">{words.exportsNone}</p>
            )}
          </Card>
          <Card title={words.shortcuts}>
            <LinkList
              items={[
                ...(home.mayReadInvoices ? [words.invoices] : []),
                ...(home.mayReadFigures ? [words.figuresPage] : []),
                ...words.links,
                ...(home.mayExport ? [words.takeAll] : []),
                ...(home.mayInvite ? [] : [words.keepers]),
              ].map(([href = '', label = '']) => ({ href, label }))}
            />
          </Card>
        </div>
      </div>
    </>
  )
}
