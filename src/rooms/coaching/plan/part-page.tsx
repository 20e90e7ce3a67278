import type { Problems } from '#kit/form.ts'
import type { Language } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { Actions, Button, ButtonLink, Form, HiddenField, TextArea } from '#ui/fields.tsx'
import { Crumbs, PageHead } from '#ui/parts.tsx'
import { trackOf } from '../here.ts'
import { texts } from './plan.en.ts'
import { PLAN_PARTS, type PlanPart } from './plan.rules.ts'
import type { SavedPart } from './plan.sql.ts'

/** One part of the plan: one question, free words, saved by itself. */
export function PartPage(props: {
  readonly member: MemberId
  readonly part: PlanPart
  readonly saved: SavedPart | null
  readonly language: Language
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}) {
  const { part, saved, language } = props
  const words = texts[language]
  const [title = '', lead = ''] = words.parts[part]
  const address = `${trackOf(props.member)}/plan`
  const next = PLAN_PARTS[PLAN_PARTS.indexOf(part) + 1]
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: address, label: words.backToPlan }]} />
      <PageHead title={title} lead={lead} read />
      <Form action={`${address}/delen/${part}`} keys={props.keys} problems={props.problems} keep={`plan-${part}-${saved?.nr ?? 0}`}>
        <HiddenField name="seen" value={String(saved?.nr ?? 0)} />
        <TextArea name="words" label={words.words} hint={words.wordsHint} value={saved?.words ?? ''} rows={10} maxLength={6000} />
        <Button>{words.save}</Button>
      </Form>
      {next ? (
        <Actions>
          <ButtonLink href={`${address}/delen/${next}`} look="secondary">
            {words.next}
          </ButtonLink>
        </Actions>
      ) : null}
    </div>
  )
}
