import { day } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { camtFile } from '../../src/demo/bank.ts'
import { allQuestions } from '../../src/rooms/network/papers/questions.nl.ts'
import type { Form } from '../crawl.ts'

export type Answers = Readonly<Record<string, string | readonly string[] | File>>

/** What a careful person fills in where the plain answer of the walk is refused, by route; the rest of the form stays as it came. */
const CAREFUL: Readonly<Record<string, (form: Form) => Answers>> = {
  'POST /schatting': firstMonth,
  'POST /leden/:member/schatting': firstMonth,
  'POST /wet/nieuw': () => ({ code: 'giftCap', value: '1250', until: '' }),
  'POST /besluiten': (form) => resolution(form),
  'POST /besluiten/:resolution': (form) => resolution(form),
  'POST /trajecten/:track': (form) => stepsOf(form),
  'POST /leden/:member/traject/uren': () => ({ hours: '0,1', on: '2026-11-20', kind: 'language' }),
  'POST /leden/:member/traject/uren/weg': () => ({ pipOn: '2026-01-15' }),
  'POST /leden/:member/traject/uren/oordeel': (form) => ({ ...ticked(form), reason: 'Dit klopt niet.' }),
  'POST /leden/:member/traject/voorwaarden': ticked,
  'POST /leden/:member/traject/geldhulp': () => ({ from: '2027-01-01' }),
  'POST /leden/:member/traject/geldhulp/:bewind/akkoord': () => ({ until: '2027-03-01', file: new File([DOT], 'akkoord.png', { type: 'image/png' }) }),
  'POST /leden/:member/traject/geldhulp/:bewind/einde': () => ({ on: '2027-02-01' }),
  'POST /leden/:member/traject/plan/delen/:part': (form) => ({ words: `Dit deel na ${form.fields.find(({ name }) => name === 'seen')?.value} keer bewaren.` }),
  'POST /organisatie/logo': () => ({ logo: new File([DOT], 'logo.png', { type: 'image/png' }) }),
  'POST /bestedingen': () => ({ parts: '' }),
  'POST /spullen': (form) => ({ name: `Spul ${form.fields.find(({ name }) => name === 'request')?.value.slice(-6)}` }),
  'POST /offerte/:token/akkoord': ticked,
  'POST /afspraken/:version': () => ({ until: '' }),
  'POST /afspraken/:version/voorlegging': ticked,
  'POST /afspraken/:version/leden': ticked,
  'POST /afspraken/:version/handtekeningen': ticked,
  'POST /afspraken/gemeenten': () => ({ until: '', 'b1-receiver': '', 'b2-receiver': '', 'b3-receiver': '' }),
  'POST /afspraken/gemeenten/:cooperation/handtekeningen': ticked,
  'POST /eigen-regels': () => ({ ownWeeks: '', backdateDays: '', longestSuspensionWeeks: '', seenDays: '' }),
  'POST /teams/:team/sluiting': () => ({ to: 'nobody' }),
  'POST /toestemmingen/:request/advies': () => ({ answerBefore: '' }),
  'POST /toestemmingen/:request/vraag': () => ({ answerBefore: '' }),
  'POST /toestemmingen/:request/schorsing': () => ({ from: '2026-12-01', until: '2026-12-31' }),
  'POST /toestemmingen/:request/uitstel': () => ({ until: '2027-03-01' }),
  'POST /toestemmingen/:request/verzuim': () => ({ answerBefore: '2027-01-15' }),
  'POST /toestemmingen/:request/verder-uitstel': () => ({ until: '2027-06-01', ground: 'procedure' }),
  'POST /toestemmingen/:request/meer-tijd': () => ({ until: '2027-06-01' }),
  'POST /toestemmingen/:request/verbetering': () => ({ until: '2028-03-31' }),
  'POST /verwijzen': ticked,
  'POST /iets-voor-mij/aanmelden': () => ({ along: 'ja' }),
  'POST /stukken/vragen/:part': partOf,
  'POST /uitlenen': () => ({ title: 'Een afspraak', crafts: ['food'], reach: 'public', named: 'nee' }),
  'POST /vermelding': () => ({ place: 'Wilgendam', website: '', crafts: ['food'] }),
  'POST /netwerk/teksten/:page/:language/nieuw': () => ({ title: 'Een andere titel' }),
  'POST /klantmanager-uitnodigen': ticked,
  'POST /leden/:member/verhuizing': () => ({ to: 'elders', on: '2027-03-01', benefit: 'unknown' }),
  'POST /meekijkers': (form) => ({ ...ticked(form), pieces: form.unticked.find(({ name }) => name === 'pieces')?.value ?? '' }),
  'POST /plan-van-aanpak/tekenen': ticked,
  'POST /leden/:member/plan-van-aanpak/tekenen': ticked,
  'POST /toestemmingen/:request/plan-van-aanpak/tekenen': ticked,
  'POST /tekenen/:token': ticked,
  'POST /opgaven/ontvangst': ticked,
  'POST /bank/afschriften': () => ({ bestand: STATEMENT, rekening: 'on' }),
  'POST /bank/boekingsregels': () => ({ iban: '', words: 'contributie buurthuis', way: 'out', kind: 'ownCost', member: '', vat: '0', least: '', most: '' }),
  'POST /steekproeven': () => ({ size: '2', percent: '' }),
  'POST /voorwaarden': () => CONDITION,
  'POST /voorwaarden/teksten/:condition': () => ({ ...CONDITION, words: 'Zo staat {bedrag}, {uren} en {dag} er nu.' }),
  'POST /voorwaarden/kosten': () => ({ kinds: ['material'], from: '2026-12-01' }),
  'POST /taken': () => ({ title: 'Kast opruimen', onDay: '', from: '2026-11' }),
  'POST /bonnen/goedkeuring': ticked,
  'POST /facturen/versturen': ticked,
  'POST /mijn-aanbod': ticked,
  'POST /mijn-werk': workPhoto,
  'POST /mijn-aanbod/:offering/fotos': workPhoto,
  'POST /vragen-van-klanten/:question/offerte': (form) => ({ ...ticked(form), price: '12,50', workOn: '2026-12-20' }),
  'POST /netwerk/aanvragen/:inquiry/presentatie': () => ({ on: '2027-02-09', starts: '10:30' }),
  'POST /klussen/:job/keuze': ticked,
  'POST /klussen': () => ({ workOn: '2026-12-20', answerUntil: '2026-12-12', needed: '2' }),
  'POST /bank/regels/:line/koppeling': () => ({ nummers: '2026-0001' }),
  'POST /leden/nieuw': () => ({ trialFrom: '', trialUntil: '', memberSince: '2026-01-01', number: '', source: 'none', email: '' }),
  'POST /leden/inlezen': () => ({ lines: REGISTER }),
  'POST /grootboek/memoriaal': () => MEMORIAL,
  'POST /grootboek/memoriaal/controle': () => MEMORIAL,
  'POST /afspraken/:version/voorbeeld': () => ({ until: '' }),
  'POST /vertrek/:departure/bevestiging': ticked,
  'POST /vertrek/:departure/potten': () => ({ pot: 'business', receiver: 'cooperative', cents: '0,01' }),
  'POST /vertrek/:departure/vraag/:question/antwoord': answered,
  'POST /vertrekvragen/:question/antwoord': answered,
  'POST /beginstand': () => ({ on: '2026-11-01', lines: OPENING }),
}

/** A photo of own work, as a browser sends it. */
function workPhoto(): Answers {
  return { photo: new File([DOT], 'werk.png', { type: 'image/png' }), seen: 'Een punt', madeOn: '2026-11-02' }
}

/** The steps of a track as they stand, the first called after the version that it makes; none is added. */
function stepsOf(form: Form): Answers {
  const value = (name: string) => form.fields.find((each) => each.name === name)?.value ?? ''
  const steps = Array.from({ length: 14 }, (_, index) => `s${index + 1}`)
  const none = steps.filter((step) => value(`${step}-key`) === '').map((step) => [`${step}-title`, ''])
  return { ...Object.fromEntries(none), 's1-title': `Stap na versie ${value('seen')}` }
}

/** A condition of whatever kind: the form takes what its kind needs. */
const CONDITION: Answers = {
  words: 'Hoogstens {bedrag} in {uren} uur tot {dag}.',
  hours: '8',
  amount: '500',
  until: '2027-06-30',
  costKinds: ['material'],
  warn: '14',
}

/** An estimate of a pay-out in the month that comes first. */
function firstMonth(form: Form): Answers {
  const month = form.fields.find(({ name }) => /^\d{4}-\d{2}$/.test(name))?.name ?? ''
  return { [month]: '100' }
}

/** A decision that is not about the accounts, with no paper. */
function resolution(form: Form): Answers {
  const on = form.fields.find(({ name }) => name === 'on')?.value ?? ''
  return { on, organ: 'assembly', about: '', aboutYear: '', months: '', inFavour: '5', against: '0', abstained: '0' }
}

/** The smallest picture there is. */
const DOT = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

/** A first statement of the account of a village, with a line that nothing in it explains. */
const STATEMENT = new File(
  [
    new Uint8Array(
      camtFile('NL91ABNA0417164300', { from: day('2026-11-03'), until: day('2026-11-20') }, cents(0), [
        { on: day('2026-11-10'), cents: cents(3711), name: 'Iemand', iban: null, text: 'bedankt', reference: 'NOTPROVIDED' },
        { on: day('2026-11-12'), cents: cents(2500), name: 'Nog iemand', iban: null, text: 'alsjeblieft', reference: 'NOTPROVIDED' },
      ]),
    ),
  ],
  'afschrift.xml',
  { type: 'application/xml' },
)

/** Somebody who was a member before; the columns are those of the example on the page. */
const REGISTER = ['naam;lid sinds', 'Oud Lid;01-05-2021'].join('\n')

/** An entry by hand that balances, on accounts that may be moved by hand. */
const MEMORIAL = { what: 'Verschil uitgezocht', account1: 'suspense', debit1: '1', credit1: '', account2: 'creditors', debit2: '', credit2: '1' }

/** An opening position that balances: what is at the bank is the cooperative's own. */
const OPENING = ['soort;lid;wat;nummer;dag;tot en met;bedrag;btw', 'rekening;;bank;;;;100,00;', 'rekening;;eigen vermogen;;;;100,00;'].join('\n')

/** A written answer with its letter; per month nothing is filled in, for all of it is allowed. */
function answered(form: Form): Answers {
  const months = form.fields.filter(({ name }) => /^(?:business|development)-/.test(name)).map(({ name }) => [name, ''] as const)
  return { ...Object.fromEntries(months), verdict: 'allowed', letter: new File([DOT], 'brief.png', { type: 'image/png' }) }
}

/** Every box of the form ticked. */
function ticked(form: Form): Answers {
  return Object.fromEntries(form.unticked.map(({ name }) => [name, form.unticked.filter((each) => each.name === name).map(({ value }) => value)]))
}

/** The fields of a form as they are sent on a route. */
export function fieldsOf(form: Form, route: string): Answers {
  const plain = Object.fromEntries(form.fields.map(({ name, value }) => [name, value]))
  return { ...plain, ...CAREFUL[route]?.(form) }
}

/** The same for a municipality. */
const TOWN: Answers = { afdeling: 'Sociaal domein', jaren: '4', maandenProef: '4', wieHost: 'Hostwerk' }

/** One question of each part behind the papers; what is left empty stays as it was, so that one sending adds one answer. */
function partOf(form: Form): Answers {
  const typed: Answers = {
    naam: 'Coöperatie Anders',
    proef: '4',
    bestuurders: '5',
    oproep: '21',
    looptijd: '4',
    host: 'Hostwerk',
    onderwerp: 'een oven',
    ...TOWN,
  }
  const choices = new Set(allQuestions.flatMap(({ key, options }) => (options ? [key as string] : [])))
  const open = form.fields.filter(({ name }) => !name.startsWith('_') && !choices.has(name))
  return Object.fromEntries(open.map(({ name }) => [name, typed[name] ?? '']))
}
