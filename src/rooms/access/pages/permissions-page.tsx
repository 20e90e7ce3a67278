import { nl } from '../access.nl.ts'
import { type Action, PERMISSIONS, ROLES, scopeOf } from '../permissions.rules.ts'

const words = nl.tablePage

export function PermissionsPage() {
  const actions = Object.keys(PERMISSIONS) as Action[]
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <table class="utrecht-table">
        <caption class="vh">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.action}</th>
            <th scope="col">{words.roles}</th>
          </tr>
        </thead>
        <tbody>
          {actions.map((action) => (
            <tr key={action}>
              <th scope="row">{PERMISSIONS[action].words}</th>
              <td>{whoMay(action)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function whoMay(action: Action): string {
  const parts = ROLES.flatMap((role) => {
    const scope = scopeOf(action, role)
    return scope ? [`${nl.roles[role]} (${nl.scopes[scope]})`] : []
  })
  return parts.length > 0 ? parts.join(', ') : words.nobody
}
