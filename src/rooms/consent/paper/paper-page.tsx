import { longDay } from '#kit/day.ts'
import type { Problems, Typed } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { LawFold } from '#rooms/law'
import { COST_KINDS, organisationTexts } from '#rooms/organisations'
import { Actions, Button, CheckCards, CheckField, DayField, Form, SelectField, TextArea } from '#ui/fields.tsx'
import { Card, Crumbs, Facts, PageHead } from '#ui/parts.tsx'
import { nl } from '../consent.nl.ts'
import { conditionsOf, decidedOn, paperWaits } from '../consent.rules.ts'
import type { Meaning } from '../exceptions/meaning.rules.ts'
import { WhatItMeans } from '../exceptions/what-it-means.tsx'
import type { RequestFile } from '../file/request-file.ts'
import { conditionFacts } from '../pages/conditions.ts'
import { office } from './paper.nl.ts'

/** What was taken over from paper, to be confirmed or corrected by the municipality that decided it. */
export function PaperPage(props: {
  readonly file: RequestFile
  /** What each answer means; of the correction once something was typed. */
  readonly confirming: Meaning
  readonly correcting: Meaning | null
  /** A correction that waits to be confirmed. */
  readonly typed: Typed | null
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}) {
  const { file, keys } = props
  const { events, id } = file.request
  const conditions = conditionsOf(events)
  const decided = decidedOn(events)
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: `/toestemmingen/${id}`, label: fill(nl.request.title, { member: file.memberName }) }]} />
      <PageHead title={fill(office.title, { member: file.memberName })} lead={fill(office.lead, { cooperative: file.cooperativeName })} />
      {conditions && decided && paperWaits(events) ? (
        <>
          <Card title={office.says}>
            <Facts items={[{ label: office.decidedOn, value: longDay(decided) }, ...conditionFacts(conditions, file.grounds, 'nl')]} />
            <p>{office.rightText}</p>
            <WhatItMeans meaning={props.confirming} language="nl" />
            <Form action={`/toestemmingen/${id}/papier`} keys={keys}>
              <Actions>
                <Button>{office.right}</Button>
              </Actions>
            </Form>
          </Card>
          <Card title={office.wrong}>
            <p>{office.wrongText}</p>
            {props.correcting ? <WhatItMeans meaning={props.correcting} language="nl" /> : null}
            <Form action={`/toestemmingen/${id}/papier/verbetering`} keys={keys} problems={props.problems} typed={props.typed}>
              <DayField name="decidedOn" label={office.decidedOn} value={decided} max={file.today} />
              <DayField name="from" label={office.from} value={conditions.from} />
              <DayField name="until" label={office.until} value={conditions.until} />
              <SelectField
                name="legalBasis"
                label={office.ground}
                value={conditions.legalBasis}
                options={file.grounds.map(({ code, words }) => ({ value: code, label: words }))}
              />
              <CheckCards
                name="costKinds"
                label={office.costKinds}
                columns={2}
                values={conditions.costKinds}
                options={COST_KINDS.map((value) => ({ value, label: organisationTexts.nl.costKinds[value] }))}
              />
              <CheckField name="payOutAllowed" label={office.payOut} hint={office.payOutHint} checked={conditions.payOutAllowed} />
              <TextArea name="note" label={office.note} hint={office.noteHint} rows={3} maxLength={1000} optional />
              <Actions>
                <Button look="secondary">{office.correct}</Button>
              </Actions>
            </Form>
          </Card>
        </>
      ) : (
        <p>{office.settled}</p>
      )}
      <LawFold screen="decision" />
    </div>
  )
}
