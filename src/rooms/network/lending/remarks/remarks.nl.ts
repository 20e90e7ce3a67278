/** Words for telling a lender what was learned of its agreement. */
export const nl = {
  title: 'Wat leerden jullie ervan?',
  lead: 'Jullie begonnen met deze afspraak. Vertel het bestuur dat haar uitleent wat goed ging, en wat jullie anders deden. Alleen dat bestuur leest het.',
  words: 'Wat leerden jullie?',
  hint: 'Noem geen namen van leden.',
  named: 'Zet erbij dat het van {name} is',
  send: 'Vertel het',
  told: 'Dit vertelden jullie al',
  on: '{day}, als {name}',
  onUnnamed: '{day}, zonder jullie naam',
  ofLent: 'Wat anderen ervan leerden',
  by: '{name}, {day}',
  byUnnamed: 'Een coöperatie, {day}',
  refusals: {
    missing: {
      what: 'Jullie begonnen niet met deze afspraak, of er is niemand die haar uitleent.',
      next: 'Kies in de bibliotheek een afspraak en begin ermee.',
    },
    enough: {
      what: 'Jullie vertelden al vijf keer iets over deze afspraak.',
      next: 'Wil je meer vertellen? Vraag het netwerk om een kennismaking met die coöperatie.',
    },
  },
}
