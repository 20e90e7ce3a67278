import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { ActionButton, Actions, Button, ButtonLink, CheckCards, CheckField, DayField, Form, SelectField, TextField } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Fold, PageHead } from '#ui/parts.tsx'
import type { Version } from '../agreements.sql.ts'
import { articlesNl, templatesNl } from '../articles/articles.nl.ts'
import { type Article, rulesOf } from '../articles/articles.rules.ts'
import { TEMPLATES } from '../articles/templates.rules.ts'
import type { Problem } from '../bounds/validate.rules.ts'
import { BesideLinks, type Keys } from '../pages/agreement-page.tsx'
import { Example, type ExampleFacts } from '../pages/example.tsx'
import { officeNl } from '../pages/office.nl.ts'
import { pageTexts } from '../pages/pages.en.ts'
import { AgreementText, OriginLine } from '../pages/text-view.tsx'
import { ArticleFields } from './article-fields.tsx'
import { ADDABLE } from './editor-form.ts'
import { ArticleBox, Typed } from './inset.tsx'

const words = officeNl.editor

export type EditorProps = {
  readonly version: Pick<Version, 'id' | 'number' | 'title' | 'from' | 'until' | 'origin'>
  readonly articles: readonly Article[]
  readonly found: readonly Problem[]
  readonly outside: readonly string[]
  readonly people: ReadonlyMap<MemberId, string>
  readonly facts: ExampleFacts
  readonly mayPropose: boolean
  readonly keys: Keys
  readonly problems?: Problems | null
  /** What went wrong with proposing: a form of its own. */
  readonly proposing?: Problems | null
}

/** A draft: articles as sentences with fields, and beside them what one month would become. */
export function EditorPage(props: EditorProps) {
  const { version, articles, found } = props
  const address = `/afspraken/${version.id}`
  return (
    <div class="wrap stack stack-l">
      <Crumbs items={[{ href: '/afspraken', label: pageTexts.nl.title }]} />
      <PageHead
        title={fill(pageTexts.nl.full, { number: version.number })}
        lead={officeNl.draftLead}
        actions={<BesideLinks address={address} whatIf language="nl" />}
      />
      <OriginLine origin={version.origin} language="nl" />
      <Typed.Provider value={props.problems ?? null}>
        <Form action={address} keys={props.keys} problems={props.problems} live={`${address}/voorbeeld`} class="side wide-side">
          {/* Enter presses the first button of a form, and that must never be "Weghalen". */}
          <button class="vh" type="submit" tabIndex={-1} aria-hidden="true">
            {words.save}
          </button>
          <div class="stack stack-l">
            <Card class="stack">
              <TextField name="title" label={words.titleField} value={version.title} maxLength={120} />
              <DayField name="from" label={words.from} hint={words.fromHint} value={version.from} />
              <DayField name="until" label={words.until} value={version.until ?? ''} optional />
            </Card>
            {articles.map((article, i) => (
              <ArticleBox
                key={`${article.kind} ${i}`}
                number={String(i + 1)}
                title={titleOf(article)}
                prefix={`a${i}-`}
                problems={found.flatMap((problem) => (problem.article === String(i + 1) ? [problem.sentence] : []))}
                buttons={<MoveButtons place={i} />}
              >
                <ArticleFields article={article} articles={articles} prefix={`a${i}-`} />
              </ArticleBox>
            ))}
            <Card class="stack">
              <SelectField name="add" label={words.addKind} options={ADDABLE.map((value) => ({ value, label: words.kinds[value] }))} />
              <Actions>
                <Button look="secondary" icon="plus" name="act" value="add">
                  {words.add}
                </Button>
                <Button>{words.save}</Button>
              </Actions>
            </Card>
          </div>
          <aside class="stack sticky">
            <Example rules={found.length === 0 ? rulesOf(articles) : null} facts={props.facts} language="nl" compute={`${address}/voorbeeld`} />
            <div id="stand" data-live-part>
              <Findings {...props} />
            </div>
          </aside>
        </Form>
      </Typed.Provider>
      <Fold summary={pageTexts.nl.sign.text}>
        <AgreementText articles={articles} language="nl" />
      </Fold>
      {props.mayPropose && found.length === 0 ? (
        <Card title={officeNl.proposeTitle} class="stack">
          <p>{officeNl.proposeWhat}</p>
          <Form action={`${address}/voorlegging`} keys={props.keys} problems={props.proposing ?? null} ids="voor">
            {props.proposing?.fields.members ? <CheckField name="nobody" label={officeNl.proposeNobody} hint={officeNl.proposeNobodyHint} /> : null}
            <CheckCards name="members" label={officeNl.whom} columns={2} options={[...props.people].map(([value, label]) => ({ value, label }))} />
            <Button>{officeNl.propose}</Button>
          </Form>
        </Card>
      ) : null}
      <ActionButton action={`${address}/einde`} keys={props.keys} look="plain">
        {officeNl.drop}
      </ActionButton>
    </div>
  )
}

function Findings(props: EditorProps) {
  const { found, outside } = props
  const whole = found.filter((problem) => problem.article === null).map((problem) => problem.sentence)
  if (found.length === 0 && outside.length === 0) {
    return (
      <Alert tone="ok">
        <p>{words.all}</p>
      </Alert>
    )
  }
  const others = found
    .filter((problem) => problem.article !== null)
    .map((problem) => fill(words.problem, { number: problem.article ?? '', sentence: problem.sentence }))
  return (
    <Alert tone="warn" title={words.problems}>
      <ul>
        {[...whole, ...others, ...outside].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Alert>
  )
}

function MoveButtons(props: { place: number }) {
  return (
    <>
      {props.place > 0 ? (
        <Button look="plain" size="small" name="act" value={`up:${props.place}`}>
          {words.up}
        </Button>
      ) : null}
      <Button look="plain" size="small" name="act" value={`remove:${props.place}`}>
        {words.remove}
      </Button>
    </>
  )
}

function titleOf(article: Article): string {
  if (article.kind === 'free') return article.title
  return article.kind === 'weights' ? fill(articlesNl.titles.divide, { base: articlesNl.bases[article.base] }) : articlesNl.titles[article.kind]
}

/** Choosing where a new version begins: an example, or a version that is there already. */
export function NewPage(props: { versions: readonly Version[]; keys: Keys }) {
  return (
    <div class="wrap narrow stack stack-l">
      <Crumbs items={[{ href: '/afspraken', label: pageTexts.nl.title }]} />
      <PageHead title={officeNl.make} lead={officeNl.makeLead} />
      {props.versions.length > 0 ? (
        <Card title={officeNl.fromVersion} class="stack">
          {props.versions.slice(0, 3).map((version) => (
            <div class="row between" key={version.id}>
              <p>
                <b>{fill(pageTexts.nl.version, { number: version.number })}</b> {version.title}
              </p>
              <ActionButton action="/afspraken" keys={props.keys} hidden={{ begin: version.id }} look="secondary" size="small">
                {officeNl.begin}
              </ActionButton>
            </div>
          ))}
        </Card>
      ) : null}
      <p>
        <a href="/bibliotheek">{officeNl.library}</a>
      </p>
      <Card title={officeNl.fromTemplate} class="stack">
        {TEMPLATES.map(({ code }) => (
          <div class="row between" key={code}>
            <div>
              <p>
                <b>{templatesNl[code].name}</b>
              </p>
              <p>{templatesNl[code].about}</p>
              <p class="small soft">{templatesNl[code].source || officeNl.inventedFigures}</p>
            </div>
            <ActionButton action="/afspraken" keys={props.keys} hidden={{ begin: code }} look="secondary" size="small">
              {officeNl.begin}
            </ActionButton>
          </div>
        ))}
      </Card>
      <ButtonLink look="plain" href="/afspraken">
        {pageTexts.nl.sign.later}
      </ButtonLink>
    </div>
  )
}
