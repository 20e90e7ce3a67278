import { type Problems, typedValue } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { Actions, Button, Form, TextField } from '#ui/fields.tsx'
import { Card, Crumbs, Facts, PageHead } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import type { Confirming } from './confirming/confirming.sql.ts'
import { ToConfirmCard } from './confirming/confirming-cards.tsx'
import { LessonsCard } from './lessons/lessons-cards.tsx'
import { WaitingQuestions } from './questions/questions-cards.tsx'
import type { SignUp } from './signing-up/signing-up.sql.ts'
import { TownsCard } from './signing-up/signing-up-pages.tsx'
import { nl } from './starting.nl.ts'
import type { StartStep } from './starting.rules.ts'
import type { Initiative } from './starting.sql.ts'

type Shared = { readonly id: string; readonly name: string; readonly done: number; readonly all: number; readonly next: StartStep | null }

/** For the network: who begins and shares it, what they ask, and letting an initiative in. */
export function StartsPage(props: {
  readonly paths: readonly Shared[]
  readonly questions: Parameters<typeof WaitingQuestions>[0]['questions']
  readonly people: Parameters<typeof WaitingQuestions>[0]['people']
  readonly me: string | null
  readonly initiatives: readonly Initiative[]
  readonly towns: readonly SignUp[]
  readonly lessons: Parameters<typeof LessonsCard>[0]['waiting']
  readonly toConfirm: readonly (Confirming & { readonly name: string })[]
  readonly keys: () => { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}) {
  const words = nl.network
  const was = (name: string) => typedValue(props.problems, name)
  return (
    <div class="stack-l">
      <Crumbs items={[{ href: '/netwerk', label: words.home }]} />
      <PageHead title={words.title} lead={words.about} />
      <WaitingQuestions questions={props.questions} people={props.people} me={props.me} keys={props.keys} />
      <TownsCard towns={props.towns} keys={props.keys} />
      <LessonsCard waiting={props.lessons} keys={props.keys} />
      <ToConfirmCard waiting={props.toConfirm} keys={props.keys} />
      <Table
        caption={words.paths}
        rows={props.paths}
        rowKey={({ id }) => id}
        empty={words.nobody}
        columns={[
          { key: 'name', label: words.columns.name, header: true, cell: ({ name }) => name },
          { key: 'done', label: words.columns.done, cell: ({ done, all }) => fill(words.doneOf, { done, all }) },
          { key: 'next', label: words.columns.next, cell: ({ next }) => next?.title ?? nl.done },
        ]}
      />
      <Card title={words.new}>
        <p>{words.newAbout}</p>
        <Form action="/netwerk/initiatieven" keys={props.keys()} problems={props.problems}>
          <TextField name="name" label={words.name} value={was('name')} maxLength={120} />
          <TextField name="personName" label={words.person} value={was('personName')} maxLength={120} />
          <TextField name="email" type="email" label={words.email} value={was('email')} />
          <Actions>
            <Button>{words.open}</Button>
          </Actions>
        </Form>
      </Card>
      {props.initiatives.length > 0 ? (
        <Card title={words.letIn}>
          <Facts
            items={props.initiatives.map(({ name, begun, own, place }) => ({
              label: name,
              value: [place, own ? words.own : null, begun ? words.begun : words.waits].filter((part) => part !== null).join(', '),
            }))}
          />
        </Card>
      ) : null}
    </div>
  )
}
