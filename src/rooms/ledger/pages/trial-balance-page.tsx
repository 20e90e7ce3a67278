import { type Day, longDay } from '#kit/day.ts'
import { euro, negate, sum, ZERO } from '#kit/money.ts'
import type { PersonId } from '#rooms/access'
import { nl } from '../ledger.nl.ts'
import type { BalanceRow } from '../ledger.sql.ts'

const words = nl.trialBalance

export function TrialBalancePage(props: { until: Day; rows: readonly BalanceRow[]; names: ReadonlyMap<PersonId, string> }) {
  const debit = sum(props.rows.map((row) => (row.balance > 0n ? row.balance : ZERO)))
  const credit = sum(props.rows.map((row) => (row.balance < 0n ? negate(row.balance) : ZERO)))
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <form method="get" action="/grootboek" class="row">
        <label for="tot">{words.until}</label>
        <input id="tot" name="tot" type="date" value={props.until} />
        <button type="submit" class="btn">
          {words.show}
        </button>
        <a href={`/grootboek?tot=${props.until}&vorm=csv`}>{words.csv}</a>
      </form>
      {props.rows.length === 0 ? (
        <p>
          {words.empty} {words.emptyNext}
        </p>
      ) : (
        <table class="utrecht-table">
          <caption>
            {words.until} {longDay(props.until)}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.number}</th>
              <th scope="col">{words.name}</th>
              <th scope="col" class="end">
                {words.debit}
              </th>
              <th scope="col" class="end">
                {words.credit}
              </th>
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <tr key={row.account}>
                <td>{row.number}</td>
                <th scope="row">
                  <a href={`/grootboek/${row.account}`}>
                    {row.name}
                    {row.member ? ` · ${props.names.get(row.member) ?? ''}` : ''}
                  </a>
                </th>
                <td class="end">{row.balance > 0n ? euro(row.balance) : ''}</td>
                <td class="end">{row.balance < 0n ? euro(negate(row.balance)) : ''}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {words.total}
              </th>
              <td class="end">{euro(debit)}</td>
              <td class="end">{euro(credit)}</td>
            </tr>
          </tfoot>
        </table>
      )}
    </>
  )
}
