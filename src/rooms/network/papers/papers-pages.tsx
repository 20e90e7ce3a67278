import { dayOf, longDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { Actions, Button, ButtonLink, Form, fieldId } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Fold, LinkList, PageHead, Progress, Tag } from '#ui/parts.tsx'
import { Table } from '#ui/table.tsx'
import { nl } from './papers.nl.ts'
import { type Answers, changesBetween, type FilledProvision, holds, partsOf, provisionsAt } from './papers.rules.ts'
import type { MadePaper } from './papers.sql.ts'
import { labelOf, type ModelStanding } from './papers.ts'
import { allQuestions, type Part, parts, type QuestionKey } from './questions.nl.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** How far the answers are, and every paper with what can be done with it. */
export function PapersPage(props: { readonly models: readonly ModelStanding[]; readonly answers: Answers; readonly parts: readonly Part[] }) {
  const { models, answers } = props
  const open = props.parts.map((part) => ({ part, left: leftIn(part, answers) }))
  const first = open.find(({ left }) => left > 0)
  const all = allQuestions.filter(({ part, when = {} }) => props.parts.includes(part) && holds(when, answers))
  const newer = models.filter(({ made, version }) => made && made.version < version).length
  return (
    <div class="stack-l">
      <PageHead title={nl.title} lead={nl.lead} />
      {newer > 0 ? <Alert tone="warn">{fill(nl.newVersion, { count: newer })}</Alert> : null}
      <Progress
        label={fill(nl.progress, { has: all.filter(({ key }) => answers[key] !== undefined).length, all: all.length })}
        value={all.filter(({ key }) => answers[key] !== undefined).length}
        max={all.length}
      />
      {first ? (
        <Actions>
          <ButtonLink href={`/stukken/vragen/${first.part}`}>{Object.keys(answers).length > 0 ? nl.goOn : nl.questions}</ButtonLink>
        </Actions>
      ) : null}
      <Card title={nl.parts}>
        <LinkList
          items={open.map(({ part, left }) => ({
            href: `/stukken/vragen/${part}`,
            label: parts[part].title,
            icon: left === 0 ? 'check' : 'pencil',
            note: left === 0 ? nl.partDone : counted(nl.partLeft, left),
          }))}
        />
      </Card>
      <Table
        caption={nl.list.title}
        rows={models}
        rowKey={({ model }) => model.code}
        columns={[
          { key: 'name', label: nl.list.columns.name, header: true, cell: ({ model }) => <a href={`/stukken/${model.code}`}>{model.title}</a> },
          { key: 'standing', label: nl.list.columns.standing, cell: (row) => <Standing {...row} /> },
          { key: 'made', label: nl.list.columns.made, cell: ({ made }) => (made ? madeWords(made) : nl.list.none) },
        ]}
      />
    </div>
  )
}

function Standing({ made, version, filling }: ModelStanding) {
  if (made && made.version < version) return <Tag tone="warn">{nl.newer}</Tag>
  if (filling.kind === 'filled') return <Tag tone="ok">{nl.ready}</Tag>
  return <Tag tone="plain">{counted(nl.waiting, filling.questions.length)}</Tag>
}

/** One model: what it is, who must check it, each provision with its reason, and what was made of it. */
export function ModelPage(
  props: ModelStanding & {
    readonly answers: Answers
    readonly known: readonly { readonly slug: string; readonly title: string }[]
    readonly all: readonly MadePaper[]
    readonly keys: Keys
  },
) {
  const { model, version, made, filling } = props
  const shown: readonly FilledProvision[] = filling.kind === 'filled' ? filling.provisions : provisionsAt(model, version).map(unfilled)
  return (
    <div class="stack-l">
      <Crumbs items={[{ href: '/stukken', label: nl.home }]} />
      <PageHead title={model.title} over={fill(nl.model.version, { version })} lead={model.about} />
      <Alert tone="warn" title={nl.model.check}>
        {model.check}
      </Alert>
      {made && made.version < version ? <Changes {...props} before={made.version} /> : null}
      {filling.kind === 'missing' ? (
        <Card title={nl.model.missing} look="wait">
          <LinkList items={filling.questions.map((key) => ({ href: `/stukken/vragen/${partOf(key)}#${fieldId(key)}`, label: labelOf(key), icon: 'pencil' }))} />
        </Card>
      ) : (
        <Form action={`/stukken/${model.code}`} keys={props.keys}>
          <p class="soft">{nl.model.note}</p>
          <Actions>
            <Button>{made ? nl.model.makeAgain : nl.model.make}</Button>
          </Actions>
        </Form>
      )}
      {props.all.length > 0 ? (
        <Card title={nl.model.made}>
          <LinkList
            items={props.all.flatMap((paper) => [
              { href: `/stukken/gemaakt/${paper.id}/word`, label: nl.model.docx, note: madeWords(paper), icon: 'paper' as const },
              { href: `/stukken/gemaakt/${paper.id}/pdf`, label: nl.model.pdf, note: madeWords(paper), icon: 'paper' as const },
            ])}
          />
        </Card>
      ) : null}
      {props.known.length > 0 ? (
        <Card title={nl.model.known}>
          <LinkList items={props.known.map(({ slug, title }) => ({ href: `/kennis/${slug}`, label: title, icon: 'book' as const }))} />
        </Card>
      ) : null}
      <h2>{nl.model.text}</h2>
      {shown.map((provision) => (
        <ProvisionCard key={`${provision.key} ${provision.text}`} provision={provision} />
      ))}
    </div>
  )
}

function Changes({ model, version, before }: ModelStanding & { readonly before: number }) {
  return (
    <Card title={fill(nl.model.changes, { version })} look="lift">
      {model.versions
        .filter((each) => each.version > before && each.version <= version)
        .map((each) => (
          <p key={each.version}>{each.why}</p>
        ))}
      {changesBetween(model, before, version).map((each) => (
        <div class="stack" key={each.heading}>
          <h3>{each.heading}</h3>
          {each.before ? (
            <div>
              <p class="soft">{each.after ? nl.model.before : nl.model.gone}</p>
              <Words text={withQuestions(each.before)} />
            </div>
          ) : null}
          {each.after ? (
            <div>
              <p class="soft">{each.before ? nl.model.after : nl.model.added}</p>
              <Words text={withQuestions(each.after)} />
            </div>
          ) : null}
        </div>
      ))}
    </Card>
  )
}

function ProvisionCard({ provision }: { readonly provision: FilledProvision }) {
  const { heading, text, why, law, toCheck, blanks } = provision
  return (
    <Card title={heading} level={3}>
      <Words text={text} />
      {blanks.length > 0 ? <p class="soft">{fill(nl.model.blanks, { blanks: blanks.join('; ') })}</p> : null}
      <Fold summary={nl.model.why}>
        <p>{why}</p>
        <p class="soft">{law ? fill(toCheck ? nl.model.lawToCheck : nl.model.law, { law }) : nl.model.noLaw}</p>
      </Fold>
    </Card>
  )
}

function Words({ text }: { readonly text: string }) {
  return (
    <div class="stack">
      {partsOf(text).map((part) =>
        part.kind === 'text' ? (
          <p key={part.text}>{part.text}</p>
        ) : (
          <ul key={part.items.join()}>
            {part.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        ),
      )}
    </div>
  )
}

/** Before all answers are there, a place shows its question. */
function unfilled(provision: FilledProvision): FilledProvision {
  return { ...provision, text: withQuestions(provision.text) }
}

function withQuestions(text: string): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, key: string) => `[${labelOf((key === 'volledigeNaam' ? 'naam' : key) as QuestionKey)}]`)
}

function partOf(key: QuestionKey): string {
  return allQuestions.find((question) => question.key === key)?.part ?? ''
}

function leftIn(part: Part, answers: Answers): number {
  return allQuestions.filter(({ key, part: of, when = {} }) => of === part && holds(when, answers) && answers[key] === undefined).length
}

function madeWords({ madeAt, version }: MadePaper): string {
  return fill(nl.madeOn, { day: longDay(dayOf(madeAt)), version })
}

function counted(words: { readonly one: string; readonly more: string }, count: number): string {
  return count === 1 ? words.one : fill(words.more, { count })
}
