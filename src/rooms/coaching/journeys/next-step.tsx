import type { Day } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { ActionButton, Button, ButtonLink, DayField, Form, HiddenField } from '#ui/fields.tsx'
import { Card } from '#ui/parts.tsx'
import { trackOf } from '../here.ts'
import { texts } from './journeys.en.ts'
import type { NextStep } from './journeys.rules.ts'

type Props = {
  readonly next: NextStep
  readonly member: MemberId
  readonly today: Day
  readonly language: Language
  readonly keys: () => { readonly csrf: string; readonly key: string }
}

/** The next step of a member on the own home: done there where a day and a yes are enough, else a link that says where and for how long. */
export function NextStepCard(props: Props) {
  const { next, language } = props
  const words = texts[language].home
  const step = next.step[language]
  return (
    <Card title={words.title}>
      <p class="strong">{step.title}</p>
      <p>{step.why}</p>
      {step.help ? <p>{step.help}</p> : null}
      <Doing {...props} />
      <p class="soft">
        {fill(words.progress, { track: texts[language].tracks[next.track].name, done: next.done, of: next.of })} <a href="/mijn-traject">{words.all}</a>
      </p>
    </Card>
  )
}

function Doing({ next, member, today, language, keys }: Props) {
  const words = texts[language].home
  const action = `${trackOf(member)}/stap`
  const mark = { key: next.step.key, done: 'ja', from: 'thuis' }
  if (next.doing === 'wait') return <p>{fill(words.wait, { who: texts[language].who[next.step.who] })}</p>
  if (next.doing === 'here')
    return (
      <Form action={action} keys={keys()} ids="stap">
        {Object.entries(mark).map(([name, value]) => (
          <HiddenField name={name} value={value} key={name} />
        ))}
        <DayField name="on" label={texts[language].page.doneOn} value={today} max={today} />
        <Button icon="check">{texts[language].page.done}</Button>
      </Form>
    )
  return (
    <>
      <ButtonLink href={`${trackOf(member)}/${next.doing.tool}`} after="arrow">
        {fill(words.go, { minutes: next.doing.minutes })}
      </ButtonLink>
      <ActionButton action={action} keys={keys()} hidden={{ ...mark, on: today }} look="plain">
        {words.didThis}
      </ActionButton>
    </>
  )
}
