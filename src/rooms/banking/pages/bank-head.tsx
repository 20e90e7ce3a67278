import { KeptFilters } from '#rooms/access'
import { PageHead, Tabs } from '#ui/parts.tsx'
import { nl } from '../banking.nl.ts'
import { nl as ruling } from '../ruling/booking-rules.nl.ts'

const words = nl.bank

/** The head of every list of the bank, with the way to the others. */
export function BankHead(props: { now: 'open' | 'booked' | 'statements' | 'cash' | 'rules'; intro?: string | undefined }) {
  return (
    <>
      <PageHead title={words.title} lead={props.intro} />
      <Tabs
        label={words.tabs}
        items={[
          { href: '/bank', label: words.open, current: props.now === 'open' },
          { href: '/bank?toon=geboekt', label: words.booked, current: props.now === 'booked' },
          { href: '/bank?toon=afschriften', label: words.statements, current: props.now === 'statements' },
          { href: '/bank/kas', label: nl.cash.title, current: props.now === 'cash' },
          { href: '/bank/boekingsregels', label: ruling.title, current: props.now === 'rules' },
        ]}
      />
      <KeptFilters />
    </>
  )
}
