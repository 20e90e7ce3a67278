import { fill } from '#kit/text.ts'
import { Card, Fold, PageHead, Tag } from '#ui/parts.tsx'
import { nl } from '../access.nl.ts'
import { type Action, looks, movesMoney, PERMISSIONS, ROLES, type Role, scopeOf } from '../permissions.rules.ts'

const words = nl.tablePage
type Part = keyof typeof words.parts

/** The first word of an action says where it belongs. */
const PART_OF: Readonly<Record<string, Part>> = {
  access: 'access',
  looks: 'access',
  person: 'access',
  relation: 'access',
  organisation: 'organisation',
  customer: 'organisation',
  application: 'member',
  member: 'member',
  benefit: 'member',
  consent: 'consent',
  agreement: 'agreement',
  cooperation: 'agreement',
  invoice: 'invoice',
  spending: 'spending',
  receipt: 'spending',
  cost: 'spending',
  bank: 'bank',
  payment: 'bank',
  line: 'bank',
  ledger: 'ledger',
  month: 'month',
  split: 'month',
  pots: 'month',
  statement: 'month',
}

/** What one may do in the role of now, and under it the whole table, by part. */
export function PermissionsPage(props: { role: Role }) {
  const actions = Object.keys(PERMISSIONS) as Action[]
  const mine = actions.filter((action) => scopeOf(action, props.role))
  return (
    <>
      <PageHead title={words.title} lead={words.intro} />
      <section class="stack">
        <h2>{fill(words.mine, { role: nl.roles[props.role] })}</h2>
        <div class="grid2">
          {byPart(mine).map(([part, here]) => (
            <Card title={words.parts[part]} level={3} key={part}>
              <ul class="list">
                {here.map((action) => (
                  <li key={action}>
                    <p>
                      {PERMISSIONS[action].words} <Marks action={action} />
                    </p>
                    <p class="soft small">{nl.scopes[scopeOf(action, props.role) ?? 'own']}</p>
                  </li>
                ))}
              </ul>
            </Card>
          ))}
        </div>
      </section>
      <section class="stack">
        <h2>{words.all}</h2>
        {byPart(actions).map(([part, here]) => (
          <Fold summary={words.parts[part]} key={part}>
            <table class="utrecht-table utrecht-table--html-table dense">
              <caption class="vh">{words.parts[part]}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.action}</th>
                  <th scope="col">{words.roles}</th>
                </tr>
              </thead>
              <tbody>
                {here.map((action) => (
                  <tr key={action}>
                    <th scope="row">
                      {PERMISSIONS[action].words} <Marks action={action} />
                    </th>
                    <td>{whoMay(action)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Fold>
        ))}
      </section>
    </>
  )
}

function Marks(props: { action: Action }) {
  return (
    <>
      {looks(props.action) ? (
        <Tag tone="info" icon="eye">
          {words.looks}
        </Tag>
      ) : null}
      {movesMoney(props.action) ? (
        <Tag tone="plain" icon="book">
          {words.money}
        </Tag>
      ) : null}
    </>
  )
}

function byPart(actions: readonly Action[]): [Part, Action[]][] {
  const found = Map.groupBy(actions, (action) => PART_OF[action.split('.')[0] ?? ''] ?? 'other')
  return (Object.keys(words.parts) as Part[]).flatMap((part) => {
    const here = found.get(part)
    return here ? [[part, here] as [Part, Action[]]] : []
  })
}

function whoMay(action: Action): string {
  const parts = ROLES.flatMap((role) => {
    const scope = scopeOf(action, role)
    return scope ? [`${nl.roles[role]} (${nl.scopes[scope]})`] : []
  })
  return parts.length > 0 ? parts.join(', ') : words.nobody
}
