import { percent, plainEuro } from '#kit/money.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { FieldGroup, SelectField, TextField } from '#ui/fields.tsx'
import { Fold } from '#ui/parts.tsx'
import { MOST_SHARES } from '../form.ts'
import type { AskedShare } from '../shares.rules.ts'
import { sharingTexts } from '../sharing.en.ts'

/** Who did the work too, and what of it is theirs: folded away, for most work is done alone. */
export function ShareFields(props: {
  shares: readonly AskedShare[]
  /** Everybody who can have done it too. */
  fellows: ReadonlyMap<MemberId, string>
  /** The lines a share can be of; without them it is of the whole. */
  lines: readonly string[]
  open: boolean
  language: Language
}) {
  const words = sharingTexts[props.language]
  if (props.fellows.size === 0) return null
  const rows = Math.min(MOST_SHARES, Math.max(2, props.shares.length + 1))
  return (
    <Fold summary={words.fold} open={props.open || props.shares.length > 0}>
      <FieldGroup legend={words.fold} hint={`${words.hint} ${words.restIs}`}>
        {Array.from({ length: rows }, (_, index) => (
          <ShareRow {...props} n={index + 1} share={props.shares[index] ?? null} key={`with${index + 1}`} />
        ))}
      </FieldGroup>
    </Fold>
  )
}

function ShareRow(props: { n: number; share: AskedShare | null; fellows: ReadonlyMap<MemberId, string>; lines: readonly string[]; language: Language }) {
  const { n, share, lines } = props
  const words = sharingTexts[props.language]
  const part = share ? (share.percent === null ? plainEuro(share.cents) : percent(share.percent)) : ''
  return (
    <div class="row">
      <div>
        <SelectField
          name={`with${n}`}
          label={words.member(n)}
          value={share?.member ?? ''}
          empty={words.nobody}
          optional
          options={[...props.fellows].map(([value, label]) => ({ value, label }))}
        />
      </div>
      <div>
        <TextField name={`part${n}`} label={words.part(n)} hint={words.partHint} value={part} size={8} optional />
      </div>
      {lines.length > 1 ? (
        <div>
          <SelectField
            name={`of${n}`}
            label={words.of(n)}
            value={String(share?.line ?? 0)}
            options={[{ value: '0', label: words.whole }, ...lines.map((line, index) => ({ value: String(index + 1), label: words.line(index + 1, line) }))]}
          />
        </div>
      ) : null}
    </div>
  )
}
