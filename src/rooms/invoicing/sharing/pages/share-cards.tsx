import { euro, minus } from '#kit/money.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { SelectField } from '#ui/fields.tsx'
import { Card, Facts, Tag } from '#ui/parts.tsx'
import type { Draft, DraftShare } from '../../invoicing.types.ts'
import type { MemberPart } from '../shares.rules.ts'
import type { StoredShare } from '../shares.sql.ts'
import { sharingTexts } from '../sharing.en.ts'

/** Who gets what of an invoice that was not sent, and what each answered. */
export function DraftShares(props: { draft: Draft; parts: readonly MemberPart[]; names: ReadonlyMap<MemberId, string>; office: boolean; language: Language }) {
  const { draft, names } = props
  const words = sharingTexts[props.language]
  if (draft.shares.length === 0) return null
  const waits = draft.shares.some((share) => share.agreedBy === null)
  return (
    <Card title={words.cardDraft} look={waits ? 'wait' : 'flat'}>
      <Facts
        items={props.parts.map((part) => ({
          label: names.get(part.member) ?? '',
          value: (
            <>
              {euro(part.net)} <ShareTag share={draft.shares.find((share) => share.member === part.member) ?? null} words={words} />
            </>
          ),
        }))}
      />
      {draft.shares.map((share) => (share.refusedBecause ? <p key={`${share.member} ${share.line}`}>{words.because(share.refusedBecause)}</p> : null))}
      {waits ? <p>{words.waitsFirst}</p> : null}
      {waits && props.office ? <p class="soft">{words.setByYou}</p> : null}
      <p class="soft">{words.notShown}</p>
    </Card>
  )
}

function ShareTag(props: { share: DraftShare | null; words: (typeof sharingTexts)['nl'] }) {
  const { share, words } = props
  if (!share) return <Tag tone="plain">{words.ownPart}</Tag>
  if (share.refusedBecause) return <Tag tone="wrong">{words.refused}</Tag>
  if (!share.agreedBy) return <Tag tone="warn">{words.waits}</Tag>
  return <Tag tone="ok">{share.agreedBy === share.member ? words.agreed : words.set}</Tag>
}

/** The shares of an invoice that was sent: a member sees the own, the office all of them. */
export function SentShares(props: {
  number: string
  shares: readonly StoredShare[]
  names: ReadonlyMap<MemberId, string>
  own: MemberId | null
  language: Language
}) {
  const words = sharingTexts[props.language]
  const shown = props.shares.filter((each) => props.own === null || each.member === props.own)
  if (shown.length === 0) return null
  return (
    <Card title={props.own === null ? words.cardOffice : words.yourShareOf(props.number)} look="flat">
      {props.own === null ? null : <p>{words.cardSent}.</p>}
      <Facts
        items={shown.flatMap(({ member, share, credited, open, waits, released }) => [
          { label: props.own === null ? (props.names.get(member) ?? '') : words.yourPart, value: <strong>{euro(minus(share.net, credited.net))}</strong> },
          { label: words.partOpen, value: euro(open) },
          ...(waits && !released ? [{ label: words.partWaits, value: '' }] : []),
        ])}
      />
      <p class="soft">{words.notShown}</p>
    </Card>
  )
}

/** Whose money is released, where more than one share waits. */
export function WhoseShare(props: { shares: readonly StoredShare[]; names: ReadonlyMap<MemberId, string>; language: Language }) {
  const words = sharingTexts[props.language]
  const waiting = props.shares.filter((each) => each.waits && !each.released)
  if (waiting.length < 2) return null
  return (
    <SelectField
      name="whose"
      label={words.whose}
      value=""
      empty={words.everybody}
      optional
      options={waiting.map(({ member }) => ({ value: member, label: props.names.get(member) ?? '' }))}
    />
  )
}
