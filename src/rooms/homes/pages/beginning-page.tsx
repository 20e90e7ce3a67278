import type { Problems } from '#kit/form.ts'
import { fill, list } from '#kit/text.ts'
import { type Action, accessTexts, ROLES, scopeOf } from '#rooms/access'
import { Actions, Button, ButtonLink, Form, MoneyField, TextField } from '#ui/fields.tsx'
import { Alert, Card, PageHead, Steps, Tag } from '#ui/parts.tsx'
import { nl } from '../beginning/beginning.nl.ts'
import { ACTIONS, ADDRESSES, type Beginning, type BeginStep } from '../beginning/beginning.rules.ts'

type Props = {
  readonly beginning: Beginning
  readonly organisation: string
  /** What the role one acts in may do. */
  readonly mine: ReadonlySet<Action>
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}

/** From a founded cooperative to one that works: each step with its state, and one to do now. */
export function BeginningPage(props: Props) {
  const { steps, next } = props.beginning
  return (
    <div class="narrow stack-l">
      <PageHead title={fill(nl.title, { organisation: props.organisation })} lead={nl.lead} />
      {next === null ? (
        <Alert tone="ok">
          <p>{nl.done}</p>
          <ButtonLink href="/start" look="secondary">
            {nl.doneGo}
          </ButtonLink>
        </Alert>
      ) : null}
      <Card>
        <Steps
          steps={steps.map(({ step, done }) => ({
            label: nl.steps[step].label,
            state: done ? 'done' : step === next ? 'now' : 'later',
            note: (
              <>
                <Tag tone={done ? 'ok' : step === next ? 'wait' : 'plain'}>{done ? nl.state.done : nl.state.open}</Tag>
                <p>{nl.steps[step].note}</p>
                {step === next ? <Now {...props} step={step} /> : null}
              </>
            ),
          }))}
        />
      </Card>
    </div>
  )
}

function Now(props: Props & { readonly step: BeginStep }) {
  const { step } = props
  if (!props.mine.has(ACTIONS[step])) return <p class="strong">{fill(nl.whoDoes, { roles: rolesThatMay(ACTIONS[step]) })}</p>
  if (step === 'number') return <NumberForm {...props} />
  const { missing } = props.beginning
  return (
    <>
      {step === 'people' ? <p>{fill(nl.missing, { roles: list(missing.map((role) => accessTexts.roles[role])) })}</p> : null}
      <Actions>
        <ButtonLink href={ADDRESSES[step]} after="arrow">
          {nl.steps[step].go}
        </ButtonLink>
      </Actions>
      {step === 'members' ? (
        <p>
          {nl.oneMember} <a href="/leden/nieuw">{nl.oneMemberGo}</a>
        </p>
      ) : null}
    </>
  )
}

function NumberForm(props: Props) {
  return (
    <Form action="/beginnen/factuurnummer" keys={props.keys} problems={props.problems}>
      <TextField name="next" label={nl.next} hint={nl.nextHint} value="1" inputMode="numeric" size={6} />
      <MoneyField name="sold" label={nl.sold} hint={nl.soldHint} optional />
      <Actions>
        <Button>{nl.save}</Button>
      </Actions>
    </Form>
  )
}

/** On a home, as long as the cooperative has not begun: the next step and the way there. */
export function BeginningCard(props: { readonly next: BeginStep | null }) {
  if (props.next === null) return null
  return (
    <Card title={nl.card} look="lift">
      <p>{fill(nl.cardText, { step: nl.steps[props.next].label })}</p>
      <ButtonLink href="/beginnen" after="arrow">
        {nl.cardGo}
      </ButtonLink>
    </Card>
  )
}

function rolesThatMay(action: Action): string {
  return ROLES.filter((role) => scopeOf(action, role))
    .map((role) => accessTexts.roles[role])
    .join(nl.or)
}
