import type { Day } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { Button, CheckField, DayField, FieldGroup, FileField, Form, HiddenField, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Crumbs, PageHead } from '#ui/parts.tsx'
import { nl } from '../assembly.nl.ts'
import { ABOUT, numberOf, ORGANS, type Resolution } from '../assembly.rules.ts'

const words = nl.form

type Keys = { readonly csrf: string; readonly key: string }

/** A new resolution, perhaps in the place of another. */
export function ResolutionForm(props: { readonly today: Day; readonly replaces: Resolution | null; readonly keys: Keys; readonly problems: Problems | null }) {
  const { replaces } = props
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/besluiten', label: nl.title }]} />
      <PageHead title={words.title} lead={words.lead} />
      {replaces ? (
        <Alert tone="info" title={fill(words.replaces, { number: numberOf(replaces) })}>
          <p>{words.replacesNote}</p>
        </Alert>
      ) : null}
      <Form action="/besluiten" keys={props.keys} problems={props.problems} files>
        {replaces ? <HiddenField name="replaces" value={replaces.id} /> : null}
        <ResolutionFields today={props.today} now={replaces ? { ...replaces, on: props.today, inFavour: null, against: null, abstained: null } : null} />
        <CheckField name="forMembers" label={words.forMembers} hint={words.forMembersHint} checked={replaces?.forMembers ?? false} />
        <Button>{words.save}</Button>
      </Form>
    </div>
  )
}

type Now = Omit<Resolution, 'id' | 'year' | 'number'>

/** The fields of a resolution, filled with how it reads now. */
export function ResolutionFields(props: { readonly today: Day; readonly now: Now | null }) {
  const { now, today } = props
  const count = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value))
  return (
    <>
      <DayField name="on" label={words.on} value={now?.on ?? today} max={today} />
      <SelectField name="organ" label={words.organ} value={now?.organ ?? 'assembly'} options={ORGANS.map((value) => ({ value, label: nl.organs[value] }))} />
      <TextField name="title" label={words.subject} hint={words.subjectHint} value={now?.title ?? ''} maxLength={120} />
      <TextArea name="text" label={words.text} hint={words.textHint} value={now?.text ?? ''} rows={6} maxLength={4000} />
      <FieldGroup legend={words.votes} hint={words.votesHint}>
        <TextField name="inFavour" label={words.inFavour} value={count(now?.inFavour)} inputMode="numeric" optional />
        <TextField name="against" label={words.against} value={count(now?.against)} inputMode="numeric" optional />
        <TextField name="abstained" label={words.abstained} value={count(now?.abstained)} inputMode="numeric" optional />
      </FieldGroup>
      <TextArea name="present" label={words.present} hint={words.presentHint} value={now?.present ?? ''} rows={2} maxLength={500} optional />
      <FieldGroup legend={words.accounts} hint={words.accountsHint}>
        <SelectField
          name="about"
          label={words.accounts}
          value={now?.about ?? ''}
          empty={words.no}
          options={ABOUT.map((value) => ({ value, label: nl.about[value] }))}
          optional
        />
        <TextField
          name="aboutYear"
          label={words.aboutYear}
          hint={words.aboutYearHint}
          value={count(now?.aboutYear)}
          inputMode="numeric"
          maxLength={4}
          optional
        />
        <SelectField
          name="months"
          label={words.months}
          hint={words.monthsHint}
          value={count(now?.months)}
          empty={words.no}
          options={['1', '2', '3', '4'].map((value) => ({ value, label: value }))}
          optional
        />
      </FieldGroup>
      <FileField name="file" label={words.file} hint={words.fileHint} accept="application/pdf,image/png,image/jpeg" optional />
    </>
  )
}
