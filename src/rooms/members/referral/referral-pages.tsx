import { dayOf, type Instant, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { LawFold } from '#rooms/law'
import type { Cooperative } from '#rooms/organisations'
import { Actions, Button, CheckField, FieldGroup, Form, RadioCards, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Empty, PageHead } from '#ui/parts.tsx'
import { texts } from '../members.en.ts'
import { nl } from './referral.nl.ts'
import { REFERRERS, type ReferralStanding, type ReferrerKind } from './referral.rules.ts'

/** Refers somebody on one page; a second button appears only after the question about health. */
export function ReferPage(props: {
  readonly cooperatives: readonly Cooperative[]
  /** Who works for a municipality here need not choose that once more. */
  readonly kind: ReferrerKind | null
  readonly name: string
  readonly asked: boolean
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}) {
  if (props.cooperatives.length === 0) return <Empty title={nl.title} what={texts.nl.apply.nowhere} />
  return (
    <div class="narrow stack-l">
      <PageHead title={nl.title} lead={nl.lead} />
      <Form action="/verwijzen" keys={props.keys} problems={props.problems}>
        <FieldGroup legend={nl.who}>
          <SelectField
            name="cooperative"
            label={nl.cooperative}
            value={props.cooperatives.length === 1 ? (props.cooperatives[0]?.id ?? '') : ''}
            empty={props.cooperatives.length === 1 ? undefined : texts.nl.apply.chooseOne}
            options={props.cooperatives.map((each) => ({ value: each.id, label: `${each.tradeName}, ${each.city}` }))}
          />
          <TextField name="firstName" label={nl.firstName} hint={nl.firstNameHint} maxLength={60} />
          <TextField name="reach" label={nl.reach} hint={nl.reachHint} maxLength={120} />
          <TextField name="speaks" label={nl.speaks} hint={nl.speaksHint} maxLength={40} optional />
          <TextArea name="why" label={nl.why} hint={nl.whyHint} rows={4} maxLength={1000} />
        </FieldGroup>
        <FieldGroup legend={nl.you}>
          <RadioCards name="kind" label={nl.kind} value={props.kind ?? undefined} options={REFERRERS.map((value) => ({ value, label: nl.kinds[value] }))} />
          <TextField name="referrer" label={nl.referrer} hint={nl.referrerHint} value={props.name} maxLength={160} />
        </FieldGroup>
        <CheckField name="agreed" label={nl.agreed} />
        <Actions>
          <Button size="big">{nl.send}</Button>
          {props.asked ? (
            <Button look="plain" name="anyway" value="ja">
              {nl.sendAnyway}
            </Button>
          ) : null}
        </Actions>
      </Form>
      <LawFold screen="referral" visitor />
    </div>
  )
}

/** How a referral went, in one of four sentences. */
export function ReferralPage(props: {
  readonly firstName: string
  readonly sentAt: Instant
  readonly standing: ReferralStanding
  readonly cooperative: string
}) {
  const said = nl.standings[props.standing]
  return (
    <div class="narrow stack-l">
      <PageHead title={fill(nl.statusTitle, { name: props.firstName })} lead={nl.statusLead} />
      <Alert tone={props.standing === 'started' ? 'ok' : 'info'} title={said.title}>
        <p>{fill(said.text, { cooperative: props.cooperative, day: longDay(dayOf(props.sentAt)) })}</p>
      </Alert>
    </div>
  )
}
