import { addDays, dayOf, longDay } from '#kit/day.ts'
import { type Problems, typedValue } from '#kit/form.ts'
import { fill, type Language, list } from '#kit/text.ts'
import type { MemberId } from '#rooms/access'
import { LawFold } from '#rooms/law'
import { ActionButton, Actions, Button, CheckField, Form, TextArea } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Empty, PageHead, Quoted } from '#ui/parts.tsx'
import { texts as shared } from '../coaching.en.ts'
import { trackOf } from '../here.ts'
import { askedAbout } from './asked.ts'
import { texts } from './needs.en.ts'
import type { Need } from './needs.sql.ts'

type Props = {
  readonly member: MemberId
  readonly name: string
  readonly need: Need | null
  readonly language: Language
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}

/** The member's own page: free words, a kind question when they may tell of health, and who reads them. */
export function OwnNeedPage(props: Props) {
  const { need, language, member } = props
  const words = texts[language]
  const found = props.problems ? askedAbout(typedValue(props.problems, 'words'), false) : []
  const told = list(found, language === 'nl' ? 'en' : 'and')
  // Something else may be wrong with the same words, such as a BSN: that comes first.
  const asked = props.problems?.fields.words === fill(words.refusals.health.what, { words: told })
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: trackOf(member), label: shared[language].ownBack }]} />
      <PageHead title={words.title} lead={words.lead} read />
      {asked ? (
        <Alert tone="warn" title={words.healthTitle}>
          <p>{fill(words.health, { words: told })}</p>
          <p>{words.healthFree}</p>
        </Alert>
      ) : null}
      <Form action={`${trackOf(member)}/nodig`} keys={props.keys} problems={asked ? null : props.problems} typed={props.problems?.typed ?? null}>
        <TextArea name="words" label={words.words} hint={words.hint} value={need?.words ?? ''} rows={6} maxLength={2000} />
        <CheckField name="shared" label={words.share} hint={words.shareHint} checked={need?.shared ?? false} />
        <Actions>
          <Button>{words.save}</Button>
          {asked ? (
            <Button look="secondary" name="anyway" value="ja">
              {words.saveAnyway}
            </Button>
          ) : null}
        </Actions>
      </Form>
      {need ? (
        <Card>
          <p>
            {need.shared ? words.sharedNow : words.secretNow} {fill(words.keptUntil, { day: longDay(addDays(dayOf(need.writtenAt), 365), language) })}
          </p>
          <ActionButton action={`${trackOf(member)}/nodig/weg`} keys={props.keys} look="secondary">
            {words.forget}
          </ActionButton>
        </Card>
      ) : null}
      <Card title={words.examples}>
        <ul>
          {Object.values(words.exampleList).map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </Card>
      <LawFold screen="needs" />
    </div>
  )
}

/** What a coach reads: only what is shared. */
export function SharedNeedPage(props: Props) {
  const { need, name, language } = props
  const words = texts[language]
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: trackOf(props.member), label: shared[language].back }]} />
      <PageHead title={fill(words.titleOf, { name })} />
      {need ? (
        <Card>
          <Quoted source={fill(words.writtenOn, { day: longDay(dayOf(need.writtenAt), language) })}>{need.words}</Quoted>
        </Card>
      ) : (
        <Empty title={fill(words.notShared, { name })} what={words.notSharedText} />
      )}
      <LawFold screen="needs" />
      <p class="soft">{words.careful}</p>
    </div>
  )
}
