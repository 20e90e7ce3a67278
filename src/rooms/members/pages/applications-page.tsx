import { dayOf, shortDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill, type Language, list } from '#kit/text.ts'
import type { Municipality } from '#rooms/organisations'
import { Actions, Button, Form, RadioCards, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Empty, Facts, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { addressIn, isQuestion } from '../application/questions.rules.ts'
import { texts } from '../members.en.ts'
import type { Application } from '../members.types.ts'
import { nl as referral } from '../referral/referral.nl.ts'

/** The coach's list: who applied and was taken up by nobody yet. */
export function ApplicationsPage(props: { readonly applications: readonly Application[]; readonly language: Language }) {
  const words = texts[props.language].applications
  return (
    <div class="stack-l">
      <PageHead title={words.title} lead={words.lead} />
      <Table
        caption={words.title}
        captionHidden
        rows={props.applications}
        rowKey={(row) => row.id}
        columns={[
          { key: 'who', label: words.who, header: true, cell: (row) => <a href={`/aanmeldingen/${row.id}`}>{row.firstName}</a> },
          { key: 'idea', label: words.idea, cell: (row) => row.idea ?? row.referral?.why ?? texts[props.language].apply.unsure },
          { key: 'sentOn', label: words.sentOn, cell: (row) => (row.sentAt ? shortDay(dayOf(row.sentAt), props.language) : '') },
        ]}
        empty={<Empty title={words.empty} what={words.emptyNext} />}
      />
    </div>
  )
}

/** One application and the form to begin a file with. */
export function ApplicationPage(props: {
  readonly application: Application
  readonly municipalities: readonly Municipality[]
  readonly language: Language
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: { readonly part: 'oppakken' | 'antwoord'; readonly found: Problems } | null
  readonly may: { readonly take: boolean; readonly answer: boolean }
}) {
  const { application, language } = props
  const all = texts[language]
  const words = all.applications
  const [email, phone] = application.reach?.includes('@') ? [application.reach, ''] : ['', application.reach ?? '']
  const mailTo = addressIn(application)
  const problemsOf = (part: 'oppakken' | 'antwoord') => (props.problems?.part === part ? props.problems.found : null)
  const unsure = application.unsure.filter(isQuestion)
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/aanmeldingen', label: words.title }]} />
      <PageHead title={fill(words.of, { name: application.firstName ?? '' })} />
      <Facts
        items={[
          { label: words.reach, value: application.reach ?? '' },
          ...(application.brought ? [{ label: words.brought, value: application.brought.split('\n').map((line) => <p key={line}>{line}</p>) }] : []),
          ...(application.referral
            ? [
                { label: referral.referredBy, value: `${application.referral.referrer} (${referral.kinds[application.referral.kind]})` },
                { label: referral.whyLabel, value: application.referral.why },
                ...(application.referral.speaks ? [{ label: referral.speaksLabel, value: application.referral.speaks }] : []),
              ]
            : []),
          { label: words.idea, value: application.idea ?? all.apply.unsure },
          { label: words.benefit, value: all.sources[application.benefit ?? 'unknown'] },
          ...(application.help.length > 0 ? [{ label: words.help, value: list(application.help.map((kind) => all.support[kind])) }] : []),
          ...(application.answeredAt ? [{ label: words.answeredOn, value: shortDay(dayOf(application.answeredAt), language) }] : []),
          ...(application.note ? [{ label: words.note, value: application.note }] : []),
        ]}
      />
      {unsure.length > 0 ? (
        <Alert tone="warn" title={words.ask}>
          <ul>
            {unsure.map((question) => (
              <li key={question}>{all.apply[question].question}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      {props.may.take ? (
        <Card title={words.takeTitle}>
          <p>{words.takeLead}</p>
          <Form action={`/aanmeldingen/${application.id}`} keys={props.keys} problems={problemsOf('oppakken')}>
            <TextField name="name" label={words.fullName} value={application.firstName ?? ''} maxLength={120} />
            <TextField name="email" label={words.email} type="email" value={email} optional />
            <TextField name="phone" label={words.phone} type="tel" value={phone} optional />
            <SelectField
              name="municipality"
              label={words.municipality}
              empty={words.unknownYet}
              options={props.municipalities.map((each) => ({ value: each.id, label: each.name }))}
              optional
            />
            <Actions>
              <Button>{words.take}</Button>
            </Actions>
          </Form>
        </Card>
      ) : null}
      {props.may.answer ? (
        <Card title={words.answerTitle}>
          <p>{mailTo ? fill(words.answerLead, { address: mailTo }) : fill(words.answerCall, { reach: application.reach ?? '' })}</p>
          <Form action={`/aanmeldingen/${application.id}/antwoord`} keys={props.keys} problems={problemsOf('antwoord')}>
            <TextArea name="words" label={words.words} hint={words.wordsHint} rows={5} maxLength={2000} />
            <RadioCards
              name="outcome"
              label={words.outcome}
              value={mailTo ? 'answered' : 'declined'}
              options={(['answered', 'declined'] as const)
                .filter((value) => mailTo || value === 'declined')
                .map((value) => ({ value, label: words.outcomes[value] }))}
            />
            <Actions>
              <Button look="secondary">{words.answer}</Button>
            </Actions>
          </Form>
        </Card>
      ) : null}
    </div>
  )
}
