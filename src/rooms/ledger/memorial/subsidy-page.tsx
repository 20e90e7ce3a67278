import type { Day } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { type Cents, euro } from '#kit/money.ts'
import { Actions, Button, ButtonLink, DayField, Form, MoneyField, TextField } from '#ui/fields.tsx'
import { Card, Crumbs, Empty, Facts, PageHead } from '#ui/parts.tsx'
import { nl } from './memorial.nl.ts'

const words = nl.subsidy

export function SubsidyPage(props: { today: Day; left: Cents; keys: { csrf: string; key: string }; problems: Problems | null }) {
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/grootboek', label: nl.page.back }]} />
      <PageHead title={words.title} lead={words.lead} />
      {props.left > 0n ? (
        <>
          <Card>
            <Facts items={[{ label: words.left, value: euro(props.left) }]} />
          </Card>
          <Form action="/grootboek/subsidie" keys={props.keys} problems={props.problems}>
            <MoneyField name="cents" label={words.cents} />
            <TextField name="what" label={words.what} hint={words.whatHint} maxLength={200} />
            <DayField name="on" label={words.on} value={props.today} max={props.today} />
            <Actions>
              <Button icon="check">{words.release}</Button>
            </Actions>
          </Form>
        </>
      ) : (
        <Empty title={words.none} what={words.noneNext}>
          <ButtonLink href="/bank" look="secondary">
            {words.bank}
          </ButtonLink>
        </Empty>
      )}
    </div>
  )
}
