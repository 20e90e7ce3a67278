import { longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { type Cents, euro } from '#kit/money.ts'
import type { Language } from '#kit/text.ts'
import { ActionButton, Actions, Button, Form, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Facts, Fold, PageHead } from '#ui/parts.tsx'
import type { Draft, DraftShare } from '../../invoicing.types.ts'
import { sharingTexts } from '../sharing.en.ts'

export type ShareFacts = {
  readonly draft: Draft
  /** Of whoever reads it. */
  readonly share: DraftShare
  readonly asker: string
  readonly whole: Cents
  readonly mine: Cents
}

/** What a member answers: is the own share of a job right? */
export function SharePage(props: { facts: ShareFacts; keys: { csrf: string; key: string }; problems: Problems | null; language: Language }) {
  const { draft, share, asker, whole, mine } = props.facts
  const words = sharingTexts[props.language]
  const path = `/facturen/${draft.id}/deel`
  return (
    <div class="narrow stack">
      <Crumbs items={[{ href: '/facturen', label: words.back }]} />
      <PageHead title={words.title} lead={words.lead(asker)} read />
      <Card>
        <Facts
          items={[
            { label: words.job, value: draft.lines.map((line) => line.description).join(', ') },
            { label: words.day, value: longDay(draft.performedOn, props.language) },
            { label: words.together, value: euro(whole) },
            { label: words.mine, value: <strong>{euro(mine)}</strong>, total: true },
          ]}
        />
      </Card>
      <p>{words.what}</p>
      {share.refusedBecause ? (
        <Alert tone="warn">
          <p>{words.refusedOwn}</p>
          <p>{words.because(share.refusedBecause)}</p>
        </Alert>
      ) : null}
      {share.agreedBy ? <Alert tone="ok">{share.agreedBy === share.member ? words.agreedOwn : words.setFor}</Alert> : null}
      {share.agreedBy || share.refusedBecause ? null : (
        <>
          <Actions>
            <ActionButton action={`${path}/akkoord`} keys={props.keys} icon="check" size="big">
              {words.agree}
            </ActionButton>
          </Actions>
          <Fold summary={words.refuse} open={props.problems !== null}>
            <Form action={`${path}/bezwaar`} keys={props.keys} problems={props.problems}>
              <TextArea name="reason" label={words.refuseLabel} rows={2} maxLength={300} />
              <Button look="secondary">{words.refuse}</Button>
            </Form>
          </Fold>
        </>
      )}
    </div>
  )
}
