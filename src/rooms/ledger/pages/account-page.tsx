import { longDay } from '#kit/day.ts'
import { euro } from '#kit/money.ts'
import { fill } from '#kit/text.ts'
import type { PersonId } from '#rooms/access'
import type { Register } from '../balances.ts'
import { nl } from '../ledger.nl.ts'

const words = nl.accountPage

export function AccountPage(props: { register: Register; names: ReadonlyMap<PersonId, string> }) {
  const { account, lines, next } = props.register
  const member = account.member ? ` · ${props.names.get(account.member) ?? ''}` : ''
  return (
    <>
      <p>
        <a href="/grootboek">{words.back}</a>
      </p>
      <h1>
        {fill(words.title, { number: account.number, name: account.name })}
        {member}
      </h1>
      {lines.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <table class="utrecht-table">
          <caption class="vh">{account.name}</caption>
          <thead>
            <tr>
              <th scope="col">{words.on}</th>
              <th scope="col">{words.source}</th>
              <th scope="col">{words.contra}</th>
              <th scope="col" class="end">
                {words.amount}
              </th>
              <th scope="col" class="end">
                {words.balance}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.entry} ${line.line}`}>
                <td>{longDay(line.on)}</td>
                <th scope="row">{nl.sources[line.sourceKind] ?? line.sourceKind}</th>
                <td>{line.contra}</td>
                <td class="end">{euro(line.cents)}</td>
                <td class="end">{euro(line.balance)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {next ? <a href={`/grootboek/${account.id}?voor=${next}`}>{words.older}</a> : null}
    </>
  )
}
