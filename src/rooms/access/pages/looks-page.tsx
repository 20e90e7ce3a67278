import { longInstant } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { nl } from '../access.nl.ts'
import type { Look } from '../access.sql.ts'
import { isAction, PERMISSIONS } from '../permissions.rules.ts'

const words = nl.looksPage

export function LooksPage(props: { looks: readonly Look[] }) {
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      {props.looks.length === 0 ? (
        <p>
          {words.empty} {words.emptyNext}
        </p>
      ) : (
        <ul class="stack">
          {props.looks.map((look) => (
            <li class="card" key={`${look.at.epochNanoseconds} ${look.action}`}>
              <p class="strong">{fill(words.of, { role: nl.roles[look.role], organisation: look.organisation })}</p>
              <p>{longInstant(look.at)}</p>
              <p class="soft">{fill(words.toDo, { words: isAction(look.action) ? PERMISSIONS[look.action].words : look.action })}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
