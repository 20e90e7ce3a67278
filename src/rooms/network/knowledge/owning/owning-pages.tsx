import { dayOf, longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { accessTexts } from '#rooms/access'
import { ActionButton, Actions, Button, ButtonLink, Form, SelectField } from '#ui/fields.tsx'
import { Alert, Card, Crumbs, Empty, PageHead, Tag } from '#ui/parts.tsx'
import { nl as attaching } from '../attaching/attaching.nl.ts'
import { mustBeReviewed } from '../knowledge.rules.ts'
import { nl } from './owning.nl.ts'
import { type KnowledgeOwner, OWNER_ROLES, ownerNow, ownerStanding } from './owning.rules.ts'
import type { keptByMe, ownersOf } from './owning.ts'

type Keys = () => { readonly csrf: string; readonly key: string }

/** What one is asked to keep, and what one keeps, with what must be looked at again on top. */
export function KeptByMePage(props: Awaited<ReturnType<typeof keptByMe>> & { readonly roles: readonly string[]; readonly keys: Keys }) {
  const { offers, today } = props
  const stale = (owner: KnowledgeOwner) => mustBeReviewed(owner.reviewOn, today)
  const kept = props.kept.toSorted((a, b) => (a.owner.reviewOn < b.owner.reviewOn ? -1 : 1))
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/kennis', label: nl.knowledge }]} />
      <PageHead title={nl.title} lead={nl.lead} />
      {offers.map((owner) => (
        <Card title={nl.offers} key={owner.id}>
          <p>
            <a href={`/kennis/${owner.slug}`}>{owner.title}</a>
          </p>
          <p class="soft">{nl.offersText}</p>
          <Actions>
            <ActionButton action={`/mijn-kennis/vragen/${owner.id}/antwoord`} keys={props.keys()} hidden={{ answer: 'ja' }}>
              {nl.accept}
            </ActionButton>
            <ActionButton action={`/mijn-kennis/vragen/${owner.id}/antwoord`} keys={props.keys()} hidden={{ answer: 'nee' }} look="secondary">
              {nl.decline}
            </ActionButton>
          </Actions>
        </Card>
      ))}
      {kept.length === 0 && offers.length === 0 ? (
        <Empty title={nl.none} what={nl.noneNext}>
          <ButtonLink href="/kennis" look="secondary">
            {nl.knowledge}
          </ButtonLink>
        </Empty>
      ) : null}
      {kept.map(({ owner, last }) => (
        <Card title={owner.title} key={owner.id}>
          <p>
            <Tag tone={stale(owner) ? 'warn' : 'ok'}>{stale(owner) ? nl.stale : nl.fresh}</Tag>{' '}
            {fill(stale(owner) ? nl.staleSince : nl.freshUntil, { day: longDay(owner.reviewOn) })}
          </p>
          {last && last.verdict === null ? <Alert tone="wait">{fill(nl.waits, { day: longDay(dayOf(last.writtenAt)) })}</Alert> : null}
          {last?.verdict && !last.verdict.published ? <Alert tone="warn">{fill(nl.sentBack, { reason: last.verdict.reason ?? '' })}</Alert> : null}
          <Actions>
            <ActionButton action={`/mijn-kennis/${owner.slug}/klopt`} keys={props.keys()} look={stale(owner) ? 'primary' : 'secondary'}>
              {nl.confirm}
            </ActionButton>
            {last && last.verdict === null ? (
              <ButtonLink href={`/mijn-kennis/${owner.slug}/bijlagen`} look="secondary">
                {attaching.change}
              </ButtonLink>
            ) : (
              <ButtonLink href={`/mijn-kennis/${owner.slug}/tekst`} look="secondary" icon="pencil">
                {nl.change}
              </ButtonLink>
            )}
            <ButtonLink href={`/kennis/${owner.slug}`} look="plain">
              {nl.look}
            </ButtonLink>
          </Actions>
          <p class="soft">{nl.confirmHint}</p>
          <Form action={`/mijn-kennis/${owner.slug}/overdracht`} keys={props.keys()} label={nl.handTitle} ids={`${owner.slug}-`}>
            <SelectField
              name="role"
              label={nl.hand}
              hint={nl.handHint}
              value={owner.role}
              options={props.roles.map((role) => ({ value: role, label: roleName(role) }))}
            />
            <Actions>
              <Button look="secondary">{nl.handGo}</Button>
            </Actions>
          </Form>
          <ActionButton action={`/mijn-kennis/${owner.slug}/teruggave`} keys={props.keys()} look="plain">
            {nl.give}
          </ActionButton>
        </Card>
      ))}
    </div>
  )
}

/** Who keeps one item, for the network: asking somebody outside, taking it back, and that it is still right. */
export function OwnersCard(props: Awaited<ReturnType<typeof ownersOf>> & { readonly slug: string; readonly keys: Keys; readonly problems: Problems | null }) {
  const { owners, slug, organisations } = props
  if (!props.shown) return null
  const now = ownerNow(owners)
  const name = (tenant: string) => organisations.find(({ id }) => id === tenant)?.name ?? ''
  const facts = (owner: KnowledgeOwner, at: KnowledgeOwner['offeredAt'] | null) => ({
    role: roleName(owner.role),
    organisation: name(owner.tenant),
    day: at ? longDay(dayOf(at)) : '',
  })
  const ended = owners.flatMap((owner) => {
    const standing = ownerStanding(owner)
    return standing === 'asked' || standing === 'keeps'
      ? []
      : [{ owner, words: fill(nl.network.ended[standing], facts(owner, owner.endedAt ?? owner.answeredAt)) }]
  })
  const [checked] = props.checks
  return (
    <Card title={nl.network.title}>
      {now ? (
        <p>{ownerStanding(now) === 'asked' ? fill(nl.network.asked, facts(now, now.offeredAt)) : fill(nl.network.keeps, facts(now, now.answeredAt))}</p>
      ) : (
        <p>{nl.network.none}</p>
      )}
      {ended.map(({ owner, words }) => (
        <p class="soft" key={owner.id}>
          {words}
        </p>
      ))}
      {checked ? <p class="soft">{fill(nl.network.checked, { day: longDay(dayOf(checked.at)), next: longDay(checked.reviewOn) })}</p> : null}
      <Actions>
        <ActionButton action={`/netwerk/kennis/${slug}/klopt`} keys={props.keys()} look="secondary">
          {nl.confirm}
        </ActionButton>
        {now ? (
          <ActionButton action={`/netwerk/kennis/${slug}/terugname`} keys={props.keys()} look="plain">
            {nl.network.take}
          </ActionButton>
        ) : null}
      </Actions>
      {now ? null : (
        <Form action={`/netwerk/kennis/${slug}/eigenaar`} keys={props.keys()} problems={props.problems} label={nl.network.ask}>
          <SelectField
            name="organisation"
            label={nl.network.organisation}
            value={organisations[0]?.id ?? ''}
            options={organisations.map(({ id, name: label }) => ({ value: id, label }))}
          />
          <SelectField name="role" label={nl.network.role} value="coach" options={OWNER_ROLES.map((role) => ({ value: role, label: roleName(role) }))} />
          <Actions>
            <Button look="secondary">{nl.network.askGo}</Button>
          </Actions>
        </Form>
      )}
    </Card>
  )
}

function roleName(role: string): string {
  return accessTexts.roles[role as keyof typeof accessTexts.roles] ?? role
}
