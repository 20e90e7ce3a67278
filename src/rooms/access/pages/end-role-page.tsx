import { fill, type Language } from '#kit/text.ts'
import { ActionButton, Actions, ButtonLink } from '#ui/fields.tsx'
import { Alert, Crumbs, PageHead } from '#ui/parts.tsx'
import { accessTextsOf } from '../access.en.ts'
import { casesInWords } from '../handing/cases.rules.ts'
import { handingTexts } from '../handing/handing.en.ts'
import { invitingTexts } from '../inviting/inviting.en.ts'
import type { StaffMember } from '../inviting/inviting.sql.ts'
import type { PersonId } from '../permit.ts'

/** Before a role ends: whom it leaves with nobody. */
export function EndRolePage(props: {
  readonly who: StaffMember
  readonly left: readonly { readonly subject: PersonId; readonly name: string | null }[]
  readonly keys: { readonly csrf: string; readonly key: string }
  readonly language: Language
}) {
  const { who, left, language } = props
  const words = handingTexts(language).end
  const named = { name: who.name, role: accessTextsOf(language).roles[who.role] }
  return (
    <div class="narrow stack-l">
      <Crumbs items={[{ href: '/medewerkers', label: invitingTexts(language).page.title }]} />
      <PageHead title={words.title} lead={fill(words.lead, named)} />
      {left.length > 0 ? (
        <Alert tone="warn" title={fill(words.peopleLeft, named)}>
          {left.every(({ name }) => name === null) ? (
            <p>{casesInWords(left.length, language)}</p>
          ) : (
            <ul>
              {left.map(({ subject, name }) => (
                <li key={subject}>{name}</li>
              ))}
            </ul>
          )}
          <p>{words.peopleLeftNext}</p>
        </Alert>
      ) : null}
      <Actions>
        {left.length > 0 ? <ButtonLink href={`/overdracht?wie=${who.person}`}>{words.handOver}</ButtonLink> : null}
        <ActionButton
          action={`/medewerkers/${who.person}/einde`}
          keys={props.keys}
          hidden={{ rol: who.role, toch: left.length > 0 ? 'ja' : '' }}
          look={left.length > 0 ? 'warn' : 'primary'}
        >
          {left.length > 0 ? words.anyway : words.end}
        </ActionButton>
        <ButtonLink href="/medewerkers" look="plain">
          {words.back}
        </ButtonLink>
      </Actions>
    </div>
  )
}
