import type { Problems } from '#kit/form.ts'
import { euro, plainEuro } from '#kit/money.ts'
import type { MemberId } from '#rooms/access'
import { FieldGroup, SelectField, TextField } from '#ui/fields.tsx'
import { Card, Facts, Fold } from '#ui/parts.tsx'
import type { Receipt } from '../spending.types.ts'
import type { Words } from '../tones.ts'
import { MOST_SHARES } from './form.ts'

/** With whom the judge shares a receipt: folded away, for most costs are of one. */
export function CostShareFields(props: { receipt: Receipt; names: ReadonlyMap<MemberId, string>; words: Words; problems: Problems | null }) {
  const words = props.words.sharing
  const others = [...props.names].filter(([member]) => member !== props.receipt.member)
  const held = (props.receipt.held?.shares ?? []).filter((share) => share.member !== props.receipt.member)
  const typed = Array.from({ length: MOST_SHARES }, (_, n) => props.problems?.typed[`with${n + 1}`] ?? '').some((each) => each !== '')
  if (others.length === 0) return null
  return (
    <Fold summary={words.fold} open={typed || held.length > 0}>
      <FieldGroup legend={words.fold} hint={words.hint}>
        {Array.from({ length: Math.min(MOST_SHARES, Math.max(2, held.length + 1)) }, (_, index) => (
          <div class="row" key={`with${index + 1}`}>
            <div>
              <SelectField
                name={`with${index + 1}`}
                label={words.member.replace('{n}', String(index + 1))}
                value={held[index]?.member ?? ''}
                empty={words.nobody}
                optional
                options={others.map(([value, label]) => ({ value, label }))}
              />
            </div>
            <div>
              <TextField
                name={`part${index + 1}`}
                label={words.part.replace('{n}', String(index + 1))}
                hint={words.partHint}
                value={held[index] ? plainEuro(held[index].net) : ''}
                size={8}
                optional
              />
            </div>
          </div>
        ))}
      </FieldGroup>
    </Fold>
  )
}

/** What of a receipt is of whom: the office sees all, a member the own. */
export function CostShares(props: { receipt: Receipt; names: ReadonlyMap<MemberId, string>; reader: MemberId | null; office: boolean; words: Words }) {
  const shares = (props.receipt.held?.shares ?? []).filter((share) => props.office || share.member === props.reader)
  if (shares.length === 0) return null
  return (
    <Card title={props.words.sharing.title} look="flat">
      <Facts
        items={shares.map(({ member, net }) => ({ label: props.office ? (props.names.get(member) ?? '') : props.words.sharing.mine, value: euro(net) }))}
      />
      <p class="soft">{props.words.sharing.why}</p>
    </Card>
  )
}
