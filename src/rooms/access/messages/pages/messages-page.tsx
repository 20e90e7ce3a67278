import { longInstant } from '#kit/day.ts'
import { fill, type Language } from '#kit/text.ts'
import { ActionButton } from '#ui/fields.tsx'
import { Icon } from '#ui/icons.tsx'
import { Empty, PageHead, Tag } from '#ui/parts.tsx'
import { messageTexts } from '../messages.en.ts'
import type { Message } from '../messages.sql.ts'

type Keys = { readonly csrf: string; readonly key: string }

/** What is new for somebody; opening is a button, so that looking at the list marks nothing as read. */
export function MessagesPage(props: { language: Language; messages: readonly Message[]; keys: Keys }) {
  const { language, messages, keys } = props
  const words = messageTexts(language)
  const unread = messages.some((each) => each.readAt === null)
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} lead={unread ? words.lead : messages.length > 0 ? words.noneNew : undefined} />
      {messages.length === 0 ? <Empty title={words.none} what={words.lead} /> : null}
      {messages.length > 0 ? (
        <ul class="list">
          {messages.map((each) => (
            <li class="row between" key={each.id}>
              <span>
                {each.readAt === null ? <b>{words.kinds[each.kind]}</b> : words.kinds[each.kind]}{' '}
                {each.readAt === null ? <Tag tone="info">{words.isNew}</Tag> : null}
                <br />
                <span class="soft">{longInstant(each.at, language)}</span>
              </span>
              <ActionButton action={`/berichten/${each.id}`} keys={keys} look="secondary" size="small">
                {words.open}
                <span class="vh">: {words.kinds[each.kind]}</span>
              </ActionButton>
            </li>
          ))}
        </ul>
      ) : null}
      {unread ? (
        <ActionButton action="/berichten/gelezen" keys={keys} look="secondary" icon="check">
          {words.readAll}
        </ActionButton>
      ) : null}
      <p>
        <a href="/mijn-account#mail">{words.choose}</a>
      </p>
    </div>
  )
}

/** On the home of each role: how much is new. */
export function MessagesLine(props: { language: Language; unread: number }) {
  const { line } = messageTexts(props.language)
  return (
    <a class="row" href="/berichten">
      <Icon name="bell" />
      {fill(props.unread === 1 ? line.one : line.more, { count: props.unread })}
    </a>
  )
}
