import { describe, expect, test } from 'vitest'
import { type Action, PERMISSIONS } from '#rooms/access'
import { type KnownRoute, routesInSources } from '../routes.ts'
import { house, planted, readSources } from './sources.ts'

const reads = [/^src\/.*(?<!\.test)\.tsx?$/]

/** Pages of one thing that open no file of a person, each with its reason. */
const NO_FILE: Readonly<Record<string, string>> = {
  'GET /afspraken/gemeenten/:cooperation': 'between organisations',
  'GET /afspraken/:version/wat-als': 'the months of all beside each other, like the close of a month; a member sees only the own',
  'GET /vertrek/:departure/gegevens': 'one’s own data',
  'GET /mijn-werk/:photo/foto': 'one’s own photo',
  'GET /mijn-aanbod/:offering': 'what oneself shows to anybody',
  'GET /aanbod-van-leden/:offering': 'what a member shows to anybody',
  'GET /vragen-van-klanten/:question/offerte': 'a question of a customer, who does not sign in',
  'GET /kalender/abonnement/:token': 'days and tasks of the cooperative, without names of people',
  'GET /bezig/:errand': 'own work in the background',
  'GET /bank/bestanden/:file': 'the books of the cooperative',
  'GET /bank/boekingsregels/:rule': 'the books of the cooperative',
  'GET /bank/boeking/:booking': 'sends on to the bank line',
  'GET /facturen/boeking/:entry': 'sends on to the invoice, whose opening is written down',
  'GET /grootboek/boeking/:entry': 'the books of the cooperative',
  'GET /bank/regels/:line': 'the books of the cooperative',
  'GET /facturen/:id/aanpassen': 'reached from the invoice, whose opening is written down',
  'GET /dagstaten/:id/aanpassen': 'reached from the day sheet, whose opening is written down',
  'GET /facturen/:id/afboeking': 'reached from the invoice, whose opening is written down',
  'GET /facturen/:id/deel': 'a share of oneself',
  'GET /facturen/:id/herinnering': 'reached from the invoice, whose opening is written down',
  'GET /offertes/:quote/aanpassen': 'reached from the quote, whose opening is written down',
  'GET /grootboek/:account': 'the books of the cooperative',
  'GET /besluiten/:resolution': 'a decision of the members or the board',
  'GET /besluiten/:resolution/stuk': 'the paper of a decision',
  'GET /klanten/:customer': 'a customer, who does not sign in',
  'GET /klussen/:job': 'a notice to all members, on which those who join have a trade name or first name',
  'GET /maand/:month': 'the close of a month: a list of the day',
  'GET /kennis/:slug': 'an answer of the public site, with lessons that name nobody',
  'GET /en/kennis/:slug': 'the same',
  'GET /mijn-kennis/:slug/bijlagen': 'files of an answer of the public site, that one keeps',
  'GET /mijn-kennis/:slug/bijlagen/:attachment': 'the same',
  'GET /netwerk/kennis/versie/:version/bijlagen': 'files of an answer of the public site',
  'GET /netwerk/kennis/versie/:version/bijlagen/:attachment': 'the same',
  'GET /mijn-kennis/:slug/tekst': 'an answer of the public site, that one keeps',
  'GET /kennisvragen/:question': 'between people at work, by role and organisation, with no name',
  'GET /kennismaken/:peer': 'an organisation, with no name of a person',
  'GET /kennismakingen/:introduction': 'between organisations, with names at work only',
  'GET /meekijken/:token': 'asks for the code; the look is written down once the pieces are shown',
  'GET /medewerkers/:person/einde': 'staff: name and role only',
  'GET /organisatie/logo/:digest': 'the logo of an organisation, which is public',
  'GET /wet/dagen/:entry': 'a day of the law',
  'GET /netwerk/aanvragen/:inquiry': 'what somebody without an account asked the network',
  'GET /netwerk/aanvragen/kwartaal/:quarter': 'counts by kind',
  'GET /netwerk/teksten/:page/:language': 'a text of the public site',
  'GET /netwerk/teksten/:page/:language/nieuw': 'a text of the public site',
  'GET /netwerk/teksten/versie/:version/nakijken': 'a text of the public site',
  'GET /netwerk/kennis/:slug': 'versions of an answer on the public site',
  'GET /netwerk/kennis/:slug/tekst': 'an answer of the public site',
  'GET /netwerk/kennis/versie/:version/nakijken': 'an answer of the public site',
  'GET /bibliotheek/:slug': 'an agreement that is lent, without names',
  'GET /uitlenen/:edition': 'the own agreement as others will read it, without names',
  'GET /netwerk/afspraken/:slug': 'an agreement that is lent, without names',
  'GET /startpad/:step': 'a step of the organisation, with what it asked the network',
  'GET /stukken/:model': 'a paper of the cooperative, which names no member',
  'GET /stukken/gemaakt/:paper/:file': 'a paper of the cooperative, which names no member',
  'GET /stukken/vragen/:part': 'questions about the cooperative',
  'GET /teams/:team': 'a team of the municipality: names of staff',
  'GET /trajecten/:track': 'the steps of the cooperative, of no person',
  'GET /wet/voorstellen/:entry': 'an amount of the law',
  'GET /wie-keek/:look': 'a look at oneself',
}

describe('every page that opens the file of a person writes the look down', () => {
  test('holds in this house', () => {
    const routes = routesInSources(readSources(house, reads))
    expect(routes.filter(({ looked }) => looked).length, 'a gate that reads nothing praises everything').toBeGreaterThan(8)
    expect(unseen(routes)).toEqual([])
  })
  test('each exception exists and gives a reason', () => {
    const names = routesInSources(readSources(house, reads)).map(name)
    expect(Object.entries(NO_FILE).filter(([route, reason]) => reason.length < 5 || !names.includes(route))).toEqual([])
  })
  test('is awake: what was planted is found', () => {
    expect(unseen(routesInSources(readSources(`${planted}/looks`, reads)))).toEqual(['GET /unsaid/:one', 'GET /unseen/:one'])
  })
})

/** Pages of one thing whose action says that it opens a file while no look is written, and pages of which nobody said that they open none. */
function unseen(routes: readonly KnownRoute[]): string[] {
  return routes
    .filter(({ method, path }) => method === 'GET' && path.includes(':'))
    .filter((route) => !Object.hasOwn(NO_FILE, name(route)) && (route.actions.some(opens) ? !route.looked : route.actions.length > 0))
    .map(name)
    .toSorted()
}

function opens(action: Action): boolean {
  return 'looks' in PERMISSIONS[action]
}

function name({ method, path }: { method: string; path: string }): string {
  return `${method} ${path}`
}
