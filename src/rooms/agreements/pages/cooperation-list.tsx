import { longDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { ButtonLink } from '#ui/fields.tsx'
import { Card, LinkList, Tag } from '#ui/parts.tsx'
import type { CooperationAgreement } from '../cooperation/cooperation.sql.ts'
import { officeNl } from './office.nl.ts'

const words = officeNl.cooperation

export function CooperationList(props: { agreements: readonly CooperationAgreement[]; mayPropose: boolean }) {
  return (
    <Card
      title={words.title}
      action={
        props.mayPropose ? (
          <ButtonLink look="secondary" icon="plus" href="/afspraken/gemeenten/nieuw">
            {words.make}
          </ButtonLink>
        ) : null
      }
    >
      <p class="soft">{words.leadMunicipality}</p>
      {props.agreements.length === 0 ? (
        <p>
          {words.none} {words.noneWhat}
        </p>
      ) : (
        <LinkList
          items={props.agreements.map((agreement) => ({
            href: `/afspraken/gemeenten/${agreement.id}`,
            icon: 'townhall' as const,
            label: fill(words.full, { cooperative: agreement.cooperativeName, municipality: agreement.municipalityName, number: agreement.number }),
            note: (
              <>
                {fill(words.since, { from: longDay(agreement.from) })}{' '}
                <Tag tone={isSigned(agreement) ? 'ok' : 'wait'}>{isSigned(agreement) ? words.signed : words.notSigned}</Tag>
              </>
            ),
          }))}
        />
      )}
    </Card>
  )
}

export function isSigned(agreement: CooperationAgreement): boolean {
  return new Set(agreement.signatures.map((signature) => signature.party)).size === 2
}
