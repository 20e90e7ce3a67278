/** A role a person has at an organisation; `system` is the program itself, in jobs. */
export const ROLES = ['member', 'coach', 'treasurer', 'board', 'administrator', 'caseManager', 'policyAdviser', 'network'] as const
export type Role = (typeof ROLES)[number] | 'system'

/**
 * How far a role reaches: `own` is the person alone, `related` the own members of a coach or the own cases
 * of a case manager, `organisation` everyone in it.
 */
export type Scope = 'own' | 'related' | 'organisation'

type Rule = {
  readonly may: Partial<Readonly<Record<Role, Scope>>>
  /** What it lets somebody do, in Dutch, to follow on "mag": the page /toegang reads it. */
  readonly words: string
  /** It books money: only such a permit opens the ledger. */
  readonly money?: true
  /** It opens a person's file: the look is recorded for that person to read. */
  readonly looks?: true
}

const rules = <const T extends Record<string, Rule>>(table: T): T => table

/** The one table of who may do what. A page asks it whether to show a button; `act` asks it whether to open the door. */
export const PERMISSIONS = rules({
  // access
  'access.see': {
    may: {
      member: 'own',
      coach: 'own',
      treasurer: 'own',
      board: 'own',
      administrator: 'own',
      caseManager: 'own',
      policyAdviser: 'own',
      network: 'own',
      system: 'organisation',
    },
    words: 'de eigen rollen en de tabel met rechten zien',
  },
  'looks.read': {
    may: { member: 'own', coach: 'own', treasurer: 'own', board: 'own', administrator: 'own', caseManager: 'own', policyAdviser: 'own', network: 'own' },
    words: 'zien wie in de eigen gegevens keek',
  },
  'looks.ask': {
    may: { member: 'own', coach: 'own', treasurer: 'own', board: 'own', administrator: 'own', caseManager: 'own', policyAdviser: 'own', network: 'own' },
    words: 'vragen waarom iemand in de eigen gegevens keek',
  },
  'person.invite': { may: { administrator: 'organisation', policyAdviser: 'organisation', system: 'organisation' }, words: 'iemand een rol geven' },
  'export.make': { may: { system: 'organisation' }, words: 'alles van een coöperatie in open formaten wegschrijven' },
  'organisation.found': { may: { system: 'organisation' }, words: 'een organisatie beginnen' },

  // organisations
  'organisation.read': {
    may: {
      member: 'own',
      coach: 'organisation',
      treasurer: 'organisation',
      board: 'organisation',
      administrator: 'organisation',
      caseManager: 'organisation',
      policyAdviser: 'organisation',
      system: 'organisation',
    },
    words: 'de gegevens van de eigen organisatie zien',
  },
  'organisation.edit': {
    may: { treasurer: 'organisation', board: 'organisation', administrator: 'organisation', policyAdviser: 'organisation', system: 'organisation' },
    words: 'de gegevens van de eigen organisatie aanpassen',
  },
  'customer.read': { may: { member: 'own', coach: 'related', treasurer: 'organisation', system: 'organisation' }, words: 'klanten zien' },
  'customer.edit': { may: { member: 'own', treasurer: 'organisation', system: 'organisation' }, words: 'klanten toevoegen en aanpassen' },

  // members
  'application.write': { may: { system: 'organisation' }, words: 'een aanmelding van iemand zonder account bewaren' },
  'application.read': { may: { coach: 'organisation', board: 'organisation', administrator: 'organisation' }, words: 'nieuwe aanmeldingen zien' },
  'application.take': { may: { coach: 'organisation' }, words: 'een aanmelding oppakken en een dossier beginnen' },
  'member.read': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', board: 'organisation', administrator: 'organisation', system: 'organisation' },
    words: 'het ledenregister zien',
  },
  'member.file': { may: { member: 'own', coach: 'related', board: 'organisation' }, words: 'het dossier van een lid openen', looks: true },
  'member.edit': { may: { member: 'own', coach: 'related', system: 'organisation' }, words: 'naam, contact, bedrijf en gekozen hulp van een lid aanpassen' },
  'member.trial': { may: { coach: 'related', board: 'organisation', system: 'organisation' }, words: 'iemand op proef laten meedoen' },
  'member.admit': { may: { board: 'organisation', system: 'organisation' }, words: 'iemand als lid toelaten' },
  'member.leave': { may: { coach: 'related', board: 'organisation', system: 'organisation' }, words: 'opschrijven dat een lid vertrekt of terugkomt' },
  'benefit.change': { may: { member: 'own', coach: 'related', system: 'organisation' }, words: 'opschrijven waar een uitkering vandaan komt' },

  // consent
  'consent.read': {
    may: {
      member: 'own',
      coach: 'related',
      treasurer: 'organisation',
      board: 'organisation',
      caseManager: 'organisation',
      system: 'organisation',
    },
    words: 'zien welke toestemmingen er zijn',
  },
  'consent.file': { may: { member: 'own', coach: 'related', caseManager: 'related' }, words: 'een aanvraag om toestemming openen', looks: true },
  'consent.prepare': { may: { member: 'own', coach: 'related', system: 'organisation' }, words: 'een aanvraag om toestemming voorbereiden' },
  'consent.send': { may: { member: 'own', system: 'organisation' }, words: 'de eigen aanvraag om toestemming versturen' },
  'consent.sendFor': { may: { coach: 'related' }, words: 'een aanvraag versturen met een machtiging op papier' },
  'consent.answer': { may: { member: 'own', coach: 'related' }, words: 'een vraag van de gemeente over een aanvraag beantwoorden' },
  'consent.takeBack': { may: { member: 'own' }, words: 'de eigen aanvraag intrekken' },
  'consent.take': { may: { caseManager: 'organisation' }, words: 'een nieuwe aanvraag oppakken' },
  'consent.ask': { may: { caseManager: 'related' }, words: 'om meer gegevens bij een aanvraag vragen' },
  'consent.decide': { may: { caseManager: 'related' }, words: 'over toestemming besluiten' },
  'consent.tell': { may: { system: 'organisation' }, words: 'een lid mailen dat er iets met de toestemming gebeurde' },
  'consent.change': { may: { caseManager: 'related' }, words: 'een toestemming schorsen, hervatten of intrekken' },

  // agreements
  'agreement.read': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', board: 'organisation', administrator: 'organisation', system: 'organisation' },
    words: 'afspraken met leden lezen',
  },
  'agreement.draft': {
    may: { board: 'organisation', treasurer: 'organisation', system: 'organisation' },
    words: 'een nieuwe versie van de ledenovereenkomst schrijven',
  },
  'agreement.propose': { may: { board: 'organisation', system: 'organisation' }, words: 'een versie van de ledenovereenkomst voorleggen aan leden' },
  'agreement.signFor': { may: { board: 'organisation' }, words: 'de ledenovereenkomst tekenen namens de coöperatie' },
  'agreement.sign': { may: { member: 'own' }, words: 'de eigen ledenovereenkomst tekenen' },
  'agreement.notify': { may: { board: 'organisation' }, words: 'opschrijven dat leden bericht kregen van een voorbehouden wijziging' },
  'agreement.tell': { may: { system: 'organisation' }, words: 'een lid mailen dat er afspraken klaarliggen' },
  'cooperationAgreement.read': {
    may: {
      treasurer: 'organisation',
      board: 'organisation',
      administrator: 'organisation',
      caseManager: 'organisation',
      policyAdviser: 'organisation',
      system: 'organisation',
    },
    words: 'de afspraak tussen coöperatie en gemeente lezen',
  },
  'cooperationAgreement.propose': { may: { board: 'organisation' }, words: 'een afspraak voorleggen aan een gemeente' },
  'cooperationAgreement.sign': { may: { board: 'organisation', policyAdviser: 'organisation' }, words: 'de afspraak tussen coöperatie en gemeente tekenen' },

  // spending
  'receipt.read': { may: { member: 'own', coach: 'related', treasurer: 'organisation', system: 'organisation' }, words: 'bonnen zien' },
  'receipt.send': { may: { member: 'own', coach: 'related', treasurer: 'organisation' }, words: 'een bon insturen' },
  'receipt.answer': { may: { member: 'own', coach: 'related' }, words: 'een vraag over een bon beantwoorden' },
  'receipt.judge': {
    may: { coach: 'related', treasurer: 'organisation', board: 'organisation' },
    money: true,
    words: 'een bon van een ander goedkeuren, afwijzen of terugvragen',
  },
  'spending.read': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', board: 'organisation', system: 'organisation' },
    words: 'verzoeken zien om een bestedingsbudget te gebruiken',
  },
  'spending.ask': { may: { member: 'own', coach: 'related' }, words: 'vragen om een bestedingsbudget te gebruiken' },
  'spending.decide': {
    may: { coach: 'related', treasurer: 'organisation', board: 'organisation' },
    words: 'beslissen over het bestedingsbudget van een ander',
  },
  'spending.book': { may: { treasurer: 'organisation' }, money: true, words: 'een aankoop uit een bestedingsbudget boeken' },

  // ledger
  'ledger.read': { may: { treasurer: 'organisation', board: 'organisation', system: 'organisation' }, words: 'het grootboek lezen' },
  'ledger.correct': { may: { treasurer: 'organisation' }, money: true, words: 'een memoriaalpost boeken of terugdraaien' },
  'ledger.seal': { may: { system: 'organisation' }, words: 'het grootboek verzegelen' },
  'ledger.verify': { may: { system: 'organisation', treasurer: 'organisation', board: 'organisation' }, words: 'het grootboek controleren' },

  // invoicing
  'invoice.read': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', board: 'organisation', system: 'organisation' },
    words: 'facturen bekijken',
  },
  'invoice.request': { may: { member: 'own', coach: 'related', treasurer: 'organisation', system: 'organisation' }, words: 'om een factuur vragen' },
  'invoice.return': { may: { treasurer: 'organisation' }, words: 'een factuur teruggeven aan het lid om te verbeteren' },
  'invoice.send': {
    may: { member: 'own', treasurer: 'organisation', system: 'organisation' },
    money: true,
    words: 'een factuur versturen (een lid alleen met vertrouwen van de penningmeester)',
  },
  'invoice.credit': { may: { treasurer: 'organisation', system: 'organisation' }, money: true, words: 'een creditnota maken' },
  'invoice.remind': { may: { treasurer: 'organisation', system: 'organisation' }, words: 'een klant herinneren' },
  'invoice.proposeWriteOff': { may: { treasurer: 'organisation', board: 'organisation' }, words: 'voorstellen om een factuur af te boeken' },
  'invoice.writeOff': { may: { treasurer: 'organisation', board: 'organisation' }, money: true, words: 'een afboeking van een ander goedkeuren' },
  'invoice.release': { may: { treasurer: 'organisation', system: 'organisation' }, words: 'geld dat op een besluit wachtte vrijgeven' },
  'invoice.trust': { may: { treasurer: 'organisation', board: 'organisation', system: 'organisation' }, words: 'een lid zelf facturen laten versturen' },
  'invoice.begin': { may: { treasurer: 'organisation', board: 'organisation', system: 'organisation' }, words: 'het eerste factuurnummer instellen' },
  'invoice.mail': { may: { system: 'organisation' }, words: 'een verstuurde factuur mailen' },

  // settlement
  'month.see': {
    may: { treasurer: 'organisation', board: 'organisation', system: 'organisation' },
    words: 'zien hoe een maand ervoor staat en wordt verdeeld',
  },
  'month.close': { may: { treasurer: 'organisation', system: 'organisation' }, money: true, words: 'een maand verdelen en afsluiten' },
  'opening.book': { may: { treasurer: 'organisation', administrator: 'organisation', system: 'organisation' }, money: true, words: 'de beginstand boeken' },
  'month.open': {
    may: { treasurer: 'organisation', administrator: 'organisation', system: 'organisation' },
    words: 'invullen wat vóór Opbloei al verdeeld was',
  },
  'split.read': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation' },
    words: 'zien waar het geld van een lid heen ging',
    looks: true,
  },
  'pots.read': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', system: 'organisation' },
    words: 'de bestedingsbudgetten van leden zien',
  },
  'statement.list': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', caseManager: 'related', system: 'organisation' },
    words: 'zien welke maandopgaven er zijn',
  },
  'statement.read': {
    may: { member: 'own', coach: 'related', treasurer: 'organisation', caseManager: 'related' },
    words: 'een maandopgave openen',
    looks: true,
  },
  'statement.release': { may: { member: 'own' }, words: 'de eigen maandopgave naar de gemeente versturen' },
  'statement.ask': { may: { member: 'own', coach: 'related' }, words: 'een vraag stellen over een maandopgave' },
  'statement.answer': { may: { member: 'own', coach: 'related', treasurer: 'organisation' }, words: 'een vraag over een maandopgave beantwoorden' },
  'statement.remind': { may: { system: 'organisation' }, words: 'een lid herinneren aan de maandopgave' },
  'statement.receive': { may: { caseManager: 'related' }, words: 'bij een maandopgave laten weten: geen vragen, of een vraag' },

  // banking
  'bank.read': { may: { treasurer: 'organisation', board: 'organisation', system: 'organisation' }, words: 'de bank en wat er nog geboekt moet worden zien' },
  'bank.import': { may: { treasurer: 'organisation', system: 'organisation' }, words: 'een afschrift van de bank inlezen' },
  'payment.match': {
    may: { treasurer: 'organisation', system: 'organisation' },
    money: true,
    words: 'bankregels aan facturen koppelen en voorstellen aannemen',
  },
  'bank.book': { may: { treasurer: 'organisation', system: 'organisation' }, money: true, words: 'een bankregel boeken' },
  'bank.undo': { may: { treasurer: 'organisation', system: 'organisation' }, money: true, words: 'de boeking van een bankregel terugdraaien' },

  // homes
  'home.member': { may: { member: 'own' }, words: 'de eigen startpagina openen' },
  'home.coach': { may: { coach: 'related' }, words: 'zien welke eigen leden iets nodig hebben' },
  'home.treasurer': { may: { treasurer: 'organisation' }, words: 'zien wat er in de boekhouding wacht' },
  'home.caseManager': { may: { caseManager: 'organisation' }, words: 'zien wat er op een besluit van de gemeente wacht' },
})

export type Action = keyof typeof PERMISSIONS

/** The actions that may book money, read from the table. */
export type MoneyAction = { [A in Action]: (typeof PERMISSIONS)[A] extends { readonly money: true } ? A : never }[Action]

/** Whether a word names an action of the table. */
export function isAction(name: string): name is Action {
  return Object.hasOwn(PERMISSIONS, name)
}

/** How far this role reaches with this action; null when it may not. */
export function scopeOf(action: Action, role: Role): Scope | null {
  const rule: Rule = PERMISSIONS[action]
  return rule.may[role] ?? null
}

/** Whether the action opens a person's file. */
export function looks(action: Action): boolean {
  const rule: Rule = PERMISSIONS[action]
  return rule.looks ?? false
}

/** Whether the action books money. */
export function movesMoney(action: Action): boolean {
  const rule: Rule = PERMISSIONS[action]
  return rule.money ?? false
}
