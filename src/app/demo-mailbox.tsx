import type { ComponentChildren } from 'preact'
import { longInstant } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import type { DemoMail, OrganisationId } from '#rooms/access'
import { ButtonLink } from '#ui/fields.tsx'
import { Icon } from '#ui/icons.tsx'
import { Empty, Fold, PageHead, Tabs } from '#ui/parts.tsx'
import { nl } from './app.nl.ts'

const words = nl.mailbox

/** Every mail of the invented world, newest first. */
export function MailboxPage(props: {
  mails: readonly DemoMail[]
  senders: readonly { id: OrganisationId; name: string }[]
  asked: string | null
  home: string
}) {
  const tab = (value: string | null, label: string) => ({
    href: value === null ? '/demo/postvak' : `/demo/postvak?van=${value}`,
    label,
    current: value === props.asked,
  })
  return (
    <>
      <PageHead title={words.title} lead={words.intro} />
      <Tabs label={words.filter} items={[tab(null, words.all), tab('inloggen', words.signIn), ...props.senders.map((each) => tab(each.id, each.name))]} />
      {props.mails.length === 0 ? (
        <Empty title={words.emptyTitle} what={words.empty}>
          <ButtonLink href="/inloggen/e-mail">{words.toSignIn}</ButtonLink>
        </Empty>
      ) : (
        <ul class="list">
          {props.mails.map((mail, index) => (
            <li key={mail.id}>
              <Fold summary={mail.subject} open={index === 0}>
                <Letter mail={mail} home={props.home} />
              </Fold>
              <p class="soft small">
                {longInstant(mail.writtenAt)}, {mail.from ? `${fill(words.from, { from: mail.from })}, ` : ''}
                {fill(words.to, { to: mail.to })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Letter(props: { mail: DemoMail; home: string }) {
  const { mail } = props
  return (
    <div class="card stack-s">
      {mail.text
        .trim()
        .split(/\n{2,}/)
        .map((paragraph) => (
          <p key={paragraph}>
            {paragraph.split('\n').map((line) => (
              <>
                {linked(line, props.home)}
                <br />
              </>
            ))}
          </p>
        ))}
      {mail.attachments.length > 0 && mail.organisation ? (
        <ul class="links" aria-label={words.attached}>
          {mail.attachments.map((each) => (
            <li key={each.nr}>
              <a href={`/demo/postvak/${mail.organisation}/${mail.id}/${each.nr}`}>
                <Icon name="paper" />
                <span>{each.name}</span>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

/** Addresses of this house can be pressed, also those of a first start on another port; those of others stay words. */
function linked(line: string, home: string): ComponentChildren {
  return line.split(/(https?:\/\/\S+)/).map((part) => {
    const path = part.startsWith(`${home}/`) ? part.slice(home.length) : /^http:\/\/localhost:\d+(\/.*)$/.exec(part)?.[1]
    return path ? <a href={path}>{part}</a> : part
  })
}
