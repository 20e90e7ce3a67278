import type { Day } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import type { Language } from '#kit/text.ts'
import { Actions, Button, DayField, Form, MoneyField, RadioCards, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Crumbs, PageHead } from '#ui/parts.tsx'
import { openJobTexts } from '../open-jobs.en.ts'

/** What a job is, for everybody who could join. */
export function JobFormPage(props: { today: Day; keys: { csrf: string; key: string }; problems: Problems | null; language: Language }) {
  const all = openJobTexts(props.language)
  const words = all.form
  return (
    <div class="narrow stack">
      <Crumbs items={[{ href: '/klussen', label: all.title }]} />
      <PageHead title={words.title} lead={words.lead} read />
      <Alert tone="warn" title={words.privacyTitle}>
        <p>{words.privacy}</p>
      </Alert>
      <Form action="/klussen" keys={props.keys} problems={props.problems} keep="klus">
        <TextField name="title" label={words.name} hint={words.nameHint} maxLength={80} />
        <TextArea name="what" label={words.what} rows={4} maxLength={600} />
        <TextField name="place" label={words.place} hint={words.placeHint} maxLength={80} />
        <DayField name="workOn" label={words.workOn} min={props.today} />
        <MoneyField name="aboutNet" label={words.aboutNet} hint={words.aboutNetHint} optional />
        <RadioCards name="needed" label={words.needed} value="1" columns={2} options={['1', '2', '3', '4'].map((value) => ({ value, label: value }))} />
        <DayField name="answerUntil" label={words.answerUntil} min={props.today} />
        <Actions>
          <Button size="big" icon="send">
            {words.send}
          </Button>
        </Actions>
      </Form>
    </div>
  )
}
