import type { Problems } from '#kit/form.ts'
import { fill, type Language, list } from '#kit/text.ts'
import type { Cooperative } from '#rooms/organisations'
import { Actions, Button, ButtonLink, CheckCards, Form, RadioCards, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Alert, Empty, Facts, PageHead, Progress } from '#ui/parts.tsx'
import { before, QUESTIONS, type Question } from '../application/questions.rules.ts'
import { BENEFIT_SOURCES } from '../benefit.rules.ts'
import { texts } from '../members.en.ts'
import { type Application, SUPPORT_KINDS } from '../members.types.ts'

type Base = { readonly language: Language; readonly keys: { readonly csrf: string; readonly key: string } }
type Props = Base & { readonly application: Application; readonly cooperative: Cooperative; readonly token: string; readonly problems: Problems | null }

/** So many cooperatives are shown one beneath the other; more are a list to choose from. */
const FEW = 6

/** Where an application begins: which cooperative, one button. Nothing is chosen for anybody, unless there is one or they come from its page. */
export function ApplyPage(
  props: Base & { readonly cooperatives: readonly Cooperative[]; readonly chosen: string | undefined; readonly problems: Problems | null },
) {
  const words = texts[props.language].apply
  const { cooperatives } = props
  if (cooperatives.length === 0) return <Empty title={words.title} what={words.nowhere} />
  const field = { name: 'cooperative', label: words.choose, value: props.chosen ?? (cooperatives.length === 1 ? cooperatives[0]?.id : undefined) }
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={words.lead} read />
      <Form action="/aanmelden" keys={props.keys} problems={props.problems}>
        {cooperatives.length > FEW ? (
          <SelectField
            {...field}
            empty={words.chooseOne}
            options={cooperatives.map((each) => ({ value: each.id, label: `${each.tradeName}, ${each.city}` }))}
          />
        ) : (
          <RadioCards {...field} options={cooperatives.map((each) => ({ value: each.id, label: each.tradeName, hint: each.city }))} />
        )}
        <Actions>
          <Button size="big" after="arrow">
            {words.start}
          </Button>
        </Actions>
      </Form>
      <p>
        {words.near} <a href={props.language === 'en' ? '/en/cooperaties' : '/cooperaties'}>{words.nearLink}</a>
      </p>
    </div>
  )
}

/** One question, one button, and "weet ik niet". */
export function QuestionPage(props: Props & { readonly question: Question }) {
  const { question, token, language } = props
  const words = texts[language].apply
  const step = QUESTIONS.indexOf(question) + 1
  const back = before(question)
  return (
    <div class="narrow stack-l">
      <Progress label={fill(words.step, { step })} value={step} max={QUESTIONS.length} />
      <PageHead title={words[question].question} read />
      <Form action={`/aanmelden/${token}/${question}`} keys={props.keys} problems={props.problems}>
        <Field {...props} />
        <Actions>
          <Button size="big" after="arrow">
            {words.next}
          </Button>
          <Button look="plain" name="unsure" value="ja">
            {words.unsure}
          </Button>
          {back ? (
            <ButtonLink href={`/aanmelden/${token}/${back}`} look="plain">
              {words.back}
            </ButtonLink>
          ) : null}
        </Actions>
      </Form>
      <p class="small soft">{words.kept}</p>
    </div>
  )
}

function Field(props: Props & { readonly question: Question }) {
  const { application, language } = props
  const words = texts[language]
  const { apply } = words
  switch (props.question) {
    case 'naam':
      return (
        <TextField
          name="firstName"
          label={apply.naam.label}
          hint={apply.naam.hint}
          value={application.firstName ?? ''}
          autocomplete="given-name"
          maxLength={60}
        />
      )
    case 'bereik':
      return <TextField name="reach" label={apply.bereik.label} hint={apply.bereik.hint} value={application.reach ?? ''} autocomplete="email" maxLength={120} />
    case 'idee':
      return <TextArea name="idea" label={apply.idee.label} hint={apply.idee.hint} value={application.idea ?? ''} rows={4} maxLength={1000} />
    case 'uitkering':
      return (
        <RadioCards
          name="benefit"
          label={apply.uitkering.label}
          hint={apply.uitkering.hint}
          value={application.benefit ?? undefined}
          options={BENEFIT_SOURCES.filter((source) => source !== 'unknown').map((value) => ({ value, label: words.sources[value] }))}
        />
      )
    case 'hulp':
      return (
        <>
          <CheckCards
            name="help"
            label={apply.hulp.label}
            hint={apply.hulp.hint}
            values={application.help}
            options={SUPPORT_KINDS.map((value) => ({ value, label: words.support[value] }))}
          />
          <TextArea name="note" label={apply.hulp.note} hint={apply.hulp.noteHint} value={application.note ?? ''} rows={3} maxLength={1000} optional />
        </>
      )
  }
}

/** Everything that was answered, before it goes to the coach. */
export function WholePage(props: Props) {
  const { application, language, token } = props
  const words = texts[language]
  const { klaar } = words.apply
  const said = (question: Question, value: string | null) => (application.unsure.includes(question) ? klaar.unsure : value || klaar.empty)
  const change = (question: Question) => (
    <a href={`/aanmelden/${token}/${question}`}>
      {klaar.edit}
      <span class="vh">: {words.apply[question].question}</span>
    </a>
  )
  const row = (question: Question, value: string | null) => ({
    label: words.apply[question].question,
    value: (
      <>
        {said(question, value)} {change(question)}
      </>
    ),
  })
  const help = list(
    application.help.map((kind) => words.support[kind]),
    language === 'en' ? 'and' : 'en',
  )
  return (
    <div class="narrow stack-l">
      <PageHead title={klaar.question} lead={fill(klaar.lead, { cooperative: props.cooperative.tradeName })} read />
      <Facts
        items={[
          row('naam', application.firstName),
          row('bereik', application.reach),
          row('idee', application.idea),
          row('uitkering', application.benefit && words.sources[application.benefit]),
          row('hulp', [help, application.note].filter(Boolean).join('. ')),
          ...(application.brought ? [{ label: klaar.brought, value: application.brought.split('\n').map((line) => <p key={line}>{line}</p>) }] : []),
        ]}
      />
      <Form action={`/aanmelden/${token}/klaar`} keys={props.keys} problems={props.problems}>
        <Actions>
          <Button icon="send" size="big">
            {klaar.send}
          </Button>
        </Actions>
      </Form>
    </div>
  )
}

export function SentPage(props: Props) {
  const { sent } = texts[props.language].apply
  return (
    <div class="narrow stack-l">
      <PageHead title={sent.title} />
      <Alert tone="ok">
        <p>{fill(sent.lead, { name: props.application.firstName ?? '', cooperative: props.cooperative.tradeName })}</p>
        <p>{sent.next}</p>
      </Alert>
    </div>
  )
}
