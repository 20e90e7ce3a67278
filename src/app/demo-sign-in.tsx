import { Hono } from 'hono'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import {
  accessTexts,
  attachmentOfDemo,
  beginDemoSession,
  type Env,
  formKeys,
  mailsOfDemo,
  type OrganisationId,
  ownForm,
  type PersonId,
  show,
} from '#rooms/access'
import { ActionButton, Button } from '#ui/fields.tsx'
import { Face } from '#ui/layout.tsx'
import { Card, Fold, LinkList, PageHead } from '#ui/parts.tsx'
import { ComponentSheet, sheetTitle } from '#ui/sheet.tsx'
import { type CastMember, type Company, demoCast, meetFirst } from '../demo/cast.ts'
import { nl } from './app.nl.ts'
import { MailboxPage } from './demo-mailbox.tsx'

/** Ways in that exist in an invented world only; a real one does not mount them. */
export const signInRoutes = new Hono<Env>()

const words = nl.signIn
signInRoutes.get('/inloggen', async (c) => {
  const companies = await demoCast(c.var.world)
  return show(c, { title: words.title, face: 'public', body: <CastPage companies={companies} keys={formKeys(c)} /> })
})

signInRoutes.post('/demo/als/:person', async (c) => {
  await ownForm(c)
  await beginDemoSession(c, c.req.param('person') as PersonId)
  return c.redirect('/start', 303)
})

// A sheet of building blocks, to judge a change of the look by eye.
signInRoutes.get('/onderdelen', (c) => show(c, { title: sheetTitle, face: 'public', body: <ComponentSheet /> }))

signInRoutes.get('/demo/postvak', async (c) => {
  const asked = c.req.query('van') ?? null
  const { mails, senders } = await mailsOfDemo(c.var.world, asked, 40)
  return show(c, { title: nl.mailbox.title, body: <MailboxPage mails={mails} senders={senders} asked={asked} home={c.var.settings.baseUrl} /> })
})

signInRoutes.get('/demo/postvak/:organisation/:mail/:nr', async (c) => {
  const { organisation, mail, nr } = c.req.param()
  const known = isId(organisation) && isId(mail) && /^\d{1,3}$/.test(nr)
  const found = known ? await attachmentOfDemo(c.var.world, organisation as OrganisationId, mail, Number(nr)) : null
  if (!found) refuse(accessTexts.refusals.noSuchThing, {}, { kind: 'missing' })
  return new Response(new Uint8Array(found.bytes), {
    headers: {
      'Content-Type': found.type === 'application/pdf' ? found.type : 'application/octet-stream',
      'Content-Disposition': `${found.type === 'application/pdf' ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(found.name)}`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
})

type Keys = { readonly csrf: string; readonly key: string }

function CastPage(props: { companies: readonly Company[]; keys: Keys }) {
  const first = meetFirst(props.companies)
  return (
    <>
      <PageHead title={words.title} lead={words.demoIntro} />
      {first.length > 0 ? (
        <section class="stack">
          <h2>{words.begin}</h2>
          <ul class="grid3">
            {first.map((each) => (
              <li key={each.person}>
                <Card look="lift" level={3}>
                  <div class="row">
                    <Face name={each.name} big />
                    <div>
                      <p class="strong">{each.name}</p>
                      <p class="soft small">
                        {each.description} · {each.where}
                      </p>
                    </div>
                  </div>
                  <p>{words.questions[each.roles[0] ?? 'member']}</p>
                  <ActionButton action={`/demo/als/${each.person}`} keys={props.keys} after="arrow" wide>
                    {fill(words.enter, { name: firstName(each.name) })}
                  </ActionButton>
                </Card>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {props.companies.length > 0 ? (
        <section class="stack">
          <h2>{words.everybody}</h2>
          <Doors companies={props.companies.filter(({ wide }) => !wide)} csrf={props.keys.csrf} />
          {props.companies.some(({ wide }) => wide) ? (
            <Fold summary={words.wide}>
              <div class="stack">
                <p>{words.wideNote}</p>
                <Doors companies={props.companies.filter(({ wide }) => wide)} csrf={props.keys.csrf} />
              </div>
            </Fold>
          ) : null}
        </section>
      ) : null}
      <LinkList
        items={[
          { href: '/demo/postvak', label: words.mailbox, icon: 'letter', note: words.mailboxNote },
          { href: '/inloggen/e-mail', label: words.byMail, icon: 'lock', note: words.byMailNote },
        ]}
      />
    </>
  )
}

/** Everybody of some organisations, each behind a button of the same form. */
function Doors(props: { companies: readonly Company[]; csrf: string }) {
  return (
    <form method="post" class="grid2">
      <input type="hidden" name="_csrf" value={props.csrf} />
      {props.companies.map((company) => (
        <Card key={company.organisation} title={company.name} level={3} action={<span class="soft small">{words.kinds[company.kind]}</span>}>
          <ul class="list">
            {company.people.map((each) => (
              <Person key={each.person} each={each} />
            ))}
          </ul>
        </Card>
      ))}
    </form>
  )
}

function Person(props: { each: CastMember }) {
  const { each } = props
  return (
    <li class="row between">
      <span class="row">
        <Face name={each.name} />
        <span>
          <b>{each.name}</b>
          <br />
          <span class="soft small">{each.description}</span>
        </span>
      </span>
      <Button action={`/demo/als/${each.person}`} look="secondary" size="small">
        {fill(words.enter, { name: firstName(each.name) })}
      </Button>
    </li>
  )
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name
}
