import { addDays, dayOf, longDay, longInstant } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { type Errand, errandAddress, KEPT_DAYS, percentOf } from '#rooms/access'
import { ActionButton, ButtonLink } from '#ui/fields.tsx'
import { Alert, Card, PageHead } from '#ui/parts.tsx'
import { taking as words } from './taking.nl.ts'
import type { Taking } from './taking.ts'

/** What such a file holds, a button that makes it, the own files, and who made one. */
export function TakingPage(props: Taking & { readonly keys: { csrf: string; key: string } }) {
  return (
    <div class="wrap stack">
      <PageHead title={words.title} lead={words.lead} />
      <Card title={words.inside}>
        <ul>
          {words.parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
        <p>{words.leftOut}</p>
        <Alert tone="warn">
          <p>{words.care}</p>
        </Alert>
        <ActionButton action="/alles-meenemen" keys={props.keys} icon="download">
          {words.make}
        </ActionButton>
        <p class="soft">{words.makeNote}</p>
      </Card>
      <Card title={words.mine}>
        <p class="soft">{props.mine.length > 0 ? words.mineNote : words.none}</p>
        {props.mine.length > 0 ? (
          <ul>
            {props.mine.map((each) => (
              <li key={each.id}>
                <Own errand={each} />
              </li>
            ))}
          </ul>
        ) : null}
      </Card>
      <Card title={words.who}>
        {props.made.length > 0 ? (
          <ul>
            {props.made.map(({ at, name }) => (
              <li key={String(at)}>{fill(words.line, { name: name ?? words.byTerminal, moment: longInstant(at) })}</li>
            ))}
          </ul>
        ) : (
          <p>{words.never}</p>
        )}
        <p class="soft">{words.whoNote}</p>
      </Card>
    </div>
  )
}

function Own({ errand }: { errand: Taking['mine'][number] }) {
  const asked = fill(words.of, { moment: longInstant(errand.askedAt) })
  if (errand.state === 'done' && errand.keeps && errand.endedAt)
    return (
      <>
        <p>
          {asked}, {fill(words.until, { day: longDay(addDays(dayOf(errand.endedAt), KEPT_DAYS)) })}
        </p>
        <ButtonLink href={`/alles-meenemen/${errand.id}/bestand`} icon="download" download>
          {words.download}
          <span class="vh">: {asked}</span>
        </ButtonLink>
      </>
    )
  return (
    <p>
      <a href={errandAddress(errand.id)}>{asked}</a>, {standing(errand)}
    </p>
  )
}

function standing(errand: Errand): string {
  if (!errand.endedAt) return fill(words.runs, { percent: percentOf(errand) })
  return errand.state === 'done' ? words.cleared : words.stopped
}
