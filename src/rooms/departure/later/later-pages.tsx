import type { Problems } from '#kit/form.ts'
import { fill, type Language } from '#kit/text.ts'
import { ActionButton, Actions, Button, Form, RadioCards } from '#ui/fields.tsx'
import { Alert, Empty, PageHead } from '#ui/parts.tsx'
import { laterTexts } from './later.en.ts'
import { LATER_BENEFIT, LATER_FARING, LATER_WORK } from './later.rules.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** Three short questions to who left, for whoever holds the link. */
export function LaterPage(props: {
  readonly standing: 'open' | 'answered' | 'stopped' | 'over'
  readonly cooperative: string
  readonly path: string
  readonly keys: () => Keys
  readonly problems: Problems | null
  readonly language: Language
}) {
  const words = laterTexts(props.language)
  if (props.standing === 'over') return <Empty title={words.over} what={words.overNext} />
  if (props.standing === 'stopped') return <Empty title={words.stopped} what={words.stoppedNext} />
  const open = props.standing === 'open'
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={fill(words.lead, { cooperative: props.cooperative })} />
      {open ? null : (
        <Alert tone="ok" title={words.thanks}>
          <p>{words.thanksNext}</p>
        </Alert>
      )}
      {open ? (
        <Form action={props.path} keys={props.keys()} problems={props.problems}>
          <RadioCards name="work" label={words.work} options={LATER_WORK.map((value) => ({ value, label: words.works[value] }))} />
          <RadioCards name="benefit" label={words.benefit} options={LATER_BENEFIT.map((value) => ({ value, label: words.benefits[value] }))} />
          <RadioCards name="faring" label={words.faring} options={LATER_FARING.map((value) => ({ value, label: words.farings[value] }))} />
          <Actions>
            <Button size="big">{words.send}</Button>
          </Actions>
        </Form>
      ) : null}
      <p class="soft">{words.stopNote}</p>
      <ActionButton action={`${props.path}/stoppen`} keys={props.keys()} look="plain">
        {words.stop}
      </ActionButton>
    </div>
  )
}
