import { fill } from '#kit/text.ts'
import { ActionButton, Actions, ButtonLink } from '#ui/fields.tsx'
import { Alert, Crumbs, PageHead } from '#ui/parts.tsx'
import { nl as accessTexts } from '../access.nl.ts'
import { nl } from '../handing/handing.nl.ts'
import { nl as inviting } from '../inviting/inviting.nl.ts'
import type { StaffMember } from '../inviting/inviting.sql.ts'
import type { PersonId } from '../permit.ts'

/** Before a role ends: whom it leaves with nobody. */
export function EndRolePage(props: {
  readonly who: StaffMember
  readonly left: readonly { readonly subject: PersonId; readonly name: string }[]
  readonly keys: { readonly csrf: string; readonly key: string }
}) {
  const { who, left } = props
  const named = { name: who.name, role: accessTexts.roles[who.role] }
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/medewerkers', label: inviting.page.title }]} />
      <PageHead title={nl.end.title} lead={fill(nl.end.lead, named)} />
      {left.length > 0 ? (
        <Alert tone="warn" title={fill(nl.end.peopleLeft, named)}>
          <ul>
            {left.map(({ subject, name }) => (
              <li key={subject}>{name}</li>
            ))}
          </ul>
          <p>{nl.end.peopleLeftNext}</p>
        </Alert>
      ) : null}
      <Actions>
        {left.length > 0 ? <ButtonLink href={`/overdracht?wie=${who.person}`}>{nl.end.handOver}</ButtonLink> : null}
        <ActionButton
          action={`/medewerkers/${who.person}/einde`}
          keys={props.keys}
          hidden={{ rol: who.role, toch: left.length > 0 ? 'ja' : '' }}
          look={left.length > 0 ? 'warn' : 'primary'}
        >
          {left.length > 0 ? nl.end.anyway : nl.end.end}
        </ActionButton>
        <ButtonLink href="/medewerkers" look="plain">
          {nl.end.back}
        </ButtonLink>
      </Actions>
    </div>
  )
}
