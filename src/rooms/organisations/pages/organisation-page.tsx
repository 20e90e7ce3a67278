import { longDay } from '#kit/day.ts'
import type { Problems } from '#kit/form.ts'
import { fill } from '#kit/text.ts'
import { ActionButton, Actions, Button, ButtonLink, DayField, FieldGroup, FileField, Form, TextField } from '#ui/fields.tsx'
import { Alert, Card, Facts, Fold, PageHead } from '#ui/parts.tsx'
import { legalNameWarnings } from '../checks.rules.ts'
import { nl } from '../organisations.nl.ts'
import type { Cooperative, Municipality } from '../organisations.types.ts'

const words = nl.organisation

export type OrganisationLink = 'customers' | 'beginning' | 'opening' | 'pots' | 'tips'

const ADDRESSES: Readonly<Record<OrganisationLink, string>> = {
  customers: '/klanten',
  beginning: '/beginnen',
  opening: '/beginstand',
  pots: '/organisatie/potten',
  tips: '/organisatie/fooi',
}

type Base = { readonly mayEdit: boolean; readonly keys: { readonly csrf: string; readonly key: string }; readonly problems: Problems | null }

/** What stands on every invoice, with a warning where the law asks for more, and the form to change it. */
export function CooperativePage(
  props: Base & {
    readonly cooperative: Cooperative | null
    readonly name: string
    readonly links: readonly OrganisationLink[]
    readonly hasLogo: boolean
    readonly logoProblems: Problems | null
  },
) {
  const { cooperative } = props
  const warnings = cooperative ? legalNameWarnings(cooperative.legalName) : []
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} over={props.name} lead={words.intro} />
      {warnings.length > 0 ? (
        <Alert tone="warn" title={words.warningsTitle}>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{nl.nameWarnings[warning]}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      {props.links.length > 0 ? (
        <Actions>
          {props.links.map((link) => (
            <ButtonLink href={ADDRESSES[link]} look="secondary" key={link}>
              {words.links[link]}
            </ButtonLink>
          ))}
        </Actions>
      ) : null}
      {cooperative ? (
        <Card>
          <Facts
            items={[
              { label: words.legalName, value: cooperative.legalName },
              { label: words.tradeName, value: cooperative.tradeName },
              { label: words.kvk, value: cooperative.kvk },
              { label: words.vatId, value: cooperative.vatId ?? words.none },
              { label: words.iban, value: <span class="mail">{cooperative.iban ?? words.none}</span> },
              { label: words.street, value: `${cooperative.street}, ${cooperative.postCode} ${cooperative.city}` },
              { label: words.email, value: cooperative.email ?? words.none },
              { label: words.korSince, value: cooperative.korSince ? longDay(cooperative.korSince) : words.none },
              { label: words.termDays, value: String(cooperative.settings.invoiceTermDays) },
            ]}
          />
        </Card>
      ) : null}
      {props.mayEdit ? (
        <Fold summary={words.edit} open={props.problems !== null || cooperative === null}>
          <CooperativeForm {...props} />
        </Fold>
      ) : null}
      {cooperative && (props.hasLogo || props.mayEdit) ? (
        <Card title={words.logo}>
          {props.hasLogo ? <img src="/organisatie/logo" alt={cooperative.tradeName} height={72} /> : null}
          {props.mayEdit ? (
            <Form action="/organisatie/logo" keys={props.keys} problems={props.logoProblems} files>
              <FileField name="logo" label={words.logo} hint={words.logoHint} accept="image/png" />
              <Button look="secondary">{words.logoSave}</Button>
            </Form>
          ) : null}
        </Card>
      ) : null}
    </div>
  )
}

function CooperativeForm(props: Base & { readonly cooperative: Cooperative | null }) {
  const { cooperative } = props
  return (
    <Form action="/organisatie" keys={props.keys} problems={props.problems}>
      <TextField name="legalName" label={words.legalName} hint={words.legalNameHint} value={cooperative?.legalName} maxLength={160} />
      <TextField name="tradeName" label={words.tradeName} value={cooperative?.tradeName} maxLength={80} />
      <TextField name="kvk" label={words.kvk} value={cooperative?.kvk} inputMode="numeric" size={10} />
      <TextField name="vatId" label={words.vatId} hint={words.vatIdHint} value={cooperative?.vatId ?? ''} size={18} optional />
      <TextField name="iban" label={words.iban} value={cooperative?.iban ?? ''} size={26} optional />
      <TextField name="street" label={words.street} value={cooperative?.street} />
      <TextField name="postCode" label={words.postCode} value={cooperative?.postCode} size={8} />
      <TextField name="city" label={words.city} value={cooperative?.city} />
      <TextField name="email" label={words.email} type="email" value={cooperative?.email ?? ''} optional />
      <TextField name="phone" label={words.phone} type="tel" value={cooperative?.phone ?? ''} optional />
      <TextField name="website" label={words.website} type="url" value={cooperative?.website ?? ''} optional />
      <FieldGroup legend={words.korLegend} hint={words.korHint}>
        <DayField name="korSince" label={words.korSince} value={cooperative?.korSince ?? ''} optional />
        <DayField name="korUntil" label={words.korUntil} value={cooperative?.korUntil ?? ''} optional />
      </FieldGroup>
      <TextField name="invoiceTermDays" label={words.termDays} value={String(cooperative?.settings.invoiceTermDays ?? 14)} inputMode="numeric" size={4} />
      <TextField name="trialMonths" label={words.trialMonths} value={String(cooperative?.settings.trialMonths ?? 3)} inputMode="numeric" size={4} />
      <TextField name="cashTermDays" label={words.cashTermDays} value={String(cooperative?.settings.cashTermDays ?? 14)} inputMode="numeric" size={4} />
      <TextField
        name="formerMonths"
        label={words.formerMonths}
        hint={words.formerMonthsHint}
        value={String(cooperative?.settings.formerMonths ?? 24)}
        inputMode="numeric"
        size={4}
      />
      <Actions>
        <Button>{words.save}</Button>
      </Actions>
    </Form>
  )
}

export function MunicipalityPage(
  props: Base & {
    readonly municipality: Municipality | null
    readonly name: string
    readonly townLogo: string | null
    readonly logoProblems: Problems | null
  },
) {
  const { municipality } = props
  return (
    <div class="narrow stack-l">
      <PageHead title={words.title} over={props.name} lead={words.introMunicipality} />
      {municipality ? (
        <Card>
          <Facts
            items={[
              { label: words.code, value: municipality.code },
              { label: words.department, value: municipality.department },
              { label: words.street, value: `${municipality.street}, ${municipality.postCode} ${municipality.city}` },
              { label: words.email, value: municipality.email ?? words.none },
            ]}
          />
        </Card>
      ) : null}
      {municipality && (props.townLogo || props.mayEdit) ? <TownLogo {...props} municipality={municipality} /> : null}
      {props.mayEdit ? (
        <Fold summary={words.edit} open={props.problems !== null || municipality === null}>
          <Form action="/organisatie" keys={props.keys} problems={props.problems}>
            <TextField name="code" label={words.code} hint={words.codeHint} value={municipality?.code} size={8} />
            <TextField name="name" label={words.nameMunicipality} value={municipality?.name ?? props.name} />
            <TextField name="department" label={words.department} value={municipality?.department} />
            <TextField name="street" label={words.street} value={municipality?.street} />
            <TextField name="postCode" label={words.postCode} value={municipality?.postCode} size={8} />
            <TextField name="city" label={words.city} value={municipality?.city} />
            <TextField name="email" label={words.email} type="email" value={municipality?.email ?? ''} optional />
            <Actions>
              <Button>{words.save}</Button>
            </Actions>
          </Form>
        </Fold>
      ) : null}
    </div>
  )
}

/** The logo on letters, and where there is one the way to take it off. */
function TownLogo(props: Base & { readonly municipality: Municipality; readonly townLogo: string | null; readonly logoProblems: Problems | null }) {
  const { townLogo } = props
  return (
    <Card title={words.townLogo}>
      {townLogo ? (
        <img src={`/organisatie/logo/${townLogo}`} alt={fill(words.logoAlt, { name: props.municipality.name })} height={72} />
      ) : (
        <p>{words.noTownLogo}</p>
      )}
      {props.mayEdit ? (
        <>
          <Form action="/organisatie/logo" keys={props.keys} problems={props.logoProblems} files>
            <FileField name="logo" label={words.logo} hint={words.townLogoHint} accept="image/png" />
            <Button look="secondary">{words.logoSave}</Button>
          </Form>
          {townLogo ? (
            <ActionButton action="/organisatie/logo/weg" keys={props.keys} look="plain">
              {words.logoDrop}
            </ActionButton>
          ) : null}
        </>
      ) : null}
    </Card>
  )
}
