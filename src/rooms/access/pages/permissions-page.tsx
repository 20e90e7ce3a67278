import { fill, type Language } from '#kit/text.ts'
import { Card, Fold, PageHead, Tag } from '#ui/parts.tsx'
import { accessTextsOf } from '../access.en.ts'
import type { nl } from '../access.nl.ts'
import { wordsFor } from '../permissions/words.en.ts'
import { type Action, looks, movesMoney, PERMISSIONS, ROLES, type Role, scopeOf } from '../permissions.rules.ts'

type Part = keyof typeof nl.tablePage.parts

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
  register: 'member',
  signInCode: 'member',
  consent: 'consent',
  agreement: 'agreement',
  cooperationAgreement: 'agreement',
  invoice: 'invoice',
  spending: 'spending',
  receipt: 'spending',
  cost: 'spending',
  bank: 'bank',
  payment: 'bank',
  line: 'bank',
  ledger: 'ledger',
  month: 'month',
  opening: 'month',
  split: 'month',
  pots: 'month',
  statement: 'month',
}

/** What one may do in the role of now, and under it the whole table, by part. */
export function PermissionsPage(props: { role: Role; language: Language }) {
  const { tablePage: words, roles, scopes } = accessTextsOf(props.language)
  const actions = Object.keys(PERMISSIONS) as Action[]
  const mine = actions.filter((action) => scopeOf(action, props.role))
  return (
    <>
      <PageHead title={words.title} lead={words.intro} />
      <section class="stack">
        <h2>{fill(words.mine, { role: roles[props.role] })}</h2>
        <div class="grid2">
          {byPart(mine, words.parts).map(([part, here]) => (
            <Card title={words.parts[part]} level={3} key={part}>
              <ul class="list">
                {here.map((action) => (
                  <li key={action}>
                    <p>
                      {wordsFor(action, props.language)} <Marks action={action} language={props.language} />
                    </p>
                    <p class="soft small">{scopes[scopeOf(action, props.role) ?? 'own']}</p>
                  </li>
                ))}
              </ul>
            </Card>
          ))}
        </div>
      </section>
      <section class="stack">
        <h2>{words.all}</h2>
        {byPart(actions, words.parts).map(([part, here]) => (
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
                      {wordsFor(action, props.language)} <Marks action={action} language={props.language} />
                    </th>
                    <td>{whoMay(action, props.language)}</td>
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

function Marks(props: { action: Action; language: Language }) {
  const { tablePage: words } = accessTextsOf(props.language)
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

function byPart(actions: readonly Action[], parts: Readonly<Record<Part, string>>): [Part, Action[]][] {
  const found = Map.groupBy(actions, (action) => PART_OF[action.split('.')[0] ?? ''] ?? 'other')
  return (Object.keys(parts) as Part[]).flatMap((part) => {
    const here = found.get(part)
    return here ? [[part, here] as [Part, Action[]]] : []
  })
}

function whoMay(action: Action, language: Language): string {
  const { tablePage: words, roles, scopes } = accessTextsOf(language)
  const parts = ROLES.flatMap((role) => {
    const scope = scopeOf(action, role)
    return scope ? [`${roles[role]} (${scopes[scope]})`] : []
  })
  return parts.length > 0 ? parts.join(', ') : words.nobody
}
