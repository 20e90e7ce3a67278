import { type Problems, typedValue } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { ActionButton, Actions, Button, DayField, Form, RadioCards, TextArea, TextField } from '#ui/fields.tsx'
import { Card, Crumbs, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { MODELS } from './models.rules.ts'
import { nl } from './papers.nl.ts'
import { type Answers, consequencesOf, type Model } from './papers.rules.ts'
import { allQuestions, PARTS, type Part, parts, type Question } from './questions.nl.ts'
import { TOWN_PARTS } from './town/questions.nl.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** The questions of one part, with what each choice means and which provisions come of it. */
export function PartPage(props: {
  readonly part: Part
  readonly answers: Answers
  readonly versions: ReadonlyMap<string, number>
  readonly keys: Keys
  readonly problems: Problems | null
}) {
  const { part, problems } = props
  const last = part === PARTS.at(-1) || part === TOWN_PARTS.at(-1)
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/stukken', label: nl.home }]} />
      <PageHead title={parts[part].title} lead={parts[part].about} />
      <p class="soft">{nl.part.skip}</p>
      <Form action={`/stukken/vragen/${part}`} keys={props.keys} problems={problems} keep={`stukken-${part}`}>
        {allQuestions
          .filter((question) => question.part === part)
          .map((question) => (
            <AnswerField
              key={question.key}
              question={question}
              value={typedValue(problems, question.key, props.answers[question.key] ?? '')}
              versions={props.versions}
            />
          ))}
        <Actions>
          <Button>{last ? nl.part.saveLast : nl.part.save}</Button>
        </Actions>
      </Form>
    </div>
  )
}

function AnswerField(props: { readonly question: Question; readonly value: string; readonly versions: ReadonlyMap<string, number> }) {
  const { question, value } = props
  const { key, label, hint, kind, options } = question
  if (options)
    return (
      <RadioCards
        name={key}
        label={label}
        value={value}
        optional
        options={options.map((each) => ({ value: each.value, label: each.label, hint: `${each.means}${comesOf(question, each.value, props.versions)}` }))}
      />
    )
  if (kind === 'prose') return <TextArea name={key} label={label} hint={hint} value={value} rows={3} maxLength={600} optional />
  if (kind === 'day') return <DayField name={key} label={label} hint={hint} value={value} optional />
  return <TextField name={key} label={label} hint={hint} value={value} maxLength={200} optional type={kind === 'email' ? 'email' : 'text'} />
}

function comesOf({ key }: Question, value: string, versions: ReadonlyMap<string, number>): string {
  const headings = consequencesOf(MODELS, versions, key, value)
  return headings.length > 0 ? ` ${nl.part.changes}: ${headings.join(', ')}.` : ''
}

type Overseen = {
  readonly model: Model
  readonly version: number
  readonly newest: number
  readonly uses: readonly { readonly version: number; readonly count: number }[]
}

/** For the network: which version of each model counts, who uses which, and letting the next one count. */
export function ModelsPage(props: { readonly rows: readonly Overseen[]; readonly keys: () => Keys }) {
  const words = nl.network
  const waiting = props.rows.filter(({ version, newest }) => version < newest)
  return (
    <div class="stack-l">
      <Crumbs items={[{ href: '/netwerk', label: words.home }]} />
      <PageHead title={words.title} lead={words.lead} />
      {waiting.map(({ model, version }) => (
        <Card key={model.code} title={fill(words.waits, { title: model.title })} look="wait">
          <p>{model.versions.find((each) => each.version === version + 1)?.why}</p>
          <p class="soft">{words.publishNote}</p>
          <ActionButton action={`/netwerk/stukken/${model.code}/versie`} keys={props.keys()}>
            {fill(words.publish, { version: version + 1 })}
          </ActionButton>
        </Card>
      ))}
      <Table
        caption={words.title}
        captionHidden
        rows={props.rows}
        rowKey={({ model }) => model.code}
        columns={[
          { key: 'name', label: words.columns.name, header: true, cell: ({ model }) => model.title },
          { key: 'version', label: words.columns.version, cell: ({ version }) => fill(nl.model.version, { version }) },
          {
            key: 'uses',
            label: words.columns.uses,
            cell: ({ uses }) => (uses.length > 0 ? uses.map(({ count, version }) => fill(words.uses, { count, version })).join(', ') : words.noUse),
          },
        ]}
      />
    </div>
  )
}
