import type { Day } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import type { Language } from '#kit/text.ts'
import { ThreadList } from '#rooms/threads'
import { Actions, Button, Form, TextArea } from '#ui/fields.tsx'
import { Card, Crumbs, PageHead } from '#ui/parts.tsx'
import { askingTexts } from './asking.en.ts'
import type { AskedRequest } from './asking.ts'

/** What both sides asked about a request, and a field to ask the other. */
export function AskingPage(props: {
  readonly asked: AskedRequest
  readonly today: Day
  readonly language: Language
  readonly keys: () => { readonly csrf: string; readonly key: string }
  readonly problems: Problems | null
}) {
  const { asked, language } = props
  const words = askingTexts(language)
  const side = asked.own === asked.request.municipality ? 'municipal' : 'others'
  const base = `/toestemmingen/${asked.request.id}/vragen`
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: `/toestemmingen/${asked.request.id}`, label: words.back }]} />
      <PageHead title={words.title} lead={words.lead[side]} read={side === 'others'} />
      {asked.threads.length === 0 ? <p class="soft">{words.none}</p> : null}
      {asked.threads.map((thread) => {
        const own = thread.asker === asked.own
        return <ThreadList {...props} threads={[thread]} base={base} may={{ answer: !own, close: own }} key={thread.id} />
      })}
      <Card>
        <Form action={base} keys={props.keys()} problems={props.problems}>
          <TextArea name="words" label={words.ask[side]} hint={words.hint} maxLength={2000} />
          <Actions>
            <Button>{words.send}</Button>
          </Actions>
        </Form>
      </Card>
    </div>
  )
}
