import { longDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import { ButtonLink } from '#ui/fields.tsx'
import { Card, LinkList, Tag, type Tone } from '#ui/parts.tsx'
import { type CooperationStanding, cooperationStanding } from '../cooperation/answers.rules.ts'
import type { CooperationAgreement } from '../cooperation/cooperation.sql.ts'
import { officeNl } from './office.nl.ts'

const words = officeNl.cooperation
const TONES: Readonly<Record<CooperationStanding, Tone>> = { signed: 'ok', waiting: 'wait', changeAsked: 'warn', declined: 'wrong' }

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
                <Tag tone={TONES[cooperationStanding(agreement)]}>{words.standings[cooperationStanding(agreement)]}</Tag>
              </>
            ),
          }))}
        />
      )}
    </Card>
  )
}
