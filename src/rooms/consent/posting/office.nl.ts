/** Words of a decision that was posted on paper; only the municipality sees them. */
export const postingOffice = {
  title: 'Besluit op papier over {member} overnemen',
  lead: 'Het besluit is al per post verstuurd. Schrijf hier over wat erin staat. Er gaat geen nieuwe brief uit.',
  asFilled: 'Zo staat het als de toestemming wordt gegeven voor de dagen die nu zijn ingevuld.',
  reference: 'Kenmerk op de brief',
  on: 'Dag waarop de brief echt is verstuurd',
  onHint: 'Vanaf de dag erna loopt de termijn voor bezwaar.',
  button: 'Bekijk wat wordt vastgelegd',
  way: {
    title: 'Zo gaat deze brief',
    mail: 'De brief komt in Opbloei te staan. {member} koos op {day} voor mail en krijgt een mail dat er iets klaarstaat. De termijn voor bezwaar loopt vanaf de dag erna.',
    post: 'De brief gaat per post. Print de pdf als hij weg mag, en vul daarna in op welke dag je hem op de post deed.',
  },
  toPost: {
    title: 'Nog te posten',
    lead: 'Print de brief en doe hem op de post. De termijn voor bezwaar loopt vanaf de dag erna.',
    print: 'Open de brief en de pdf',
    letter: 'Brief van {day}: {kind}',
    on: 'Op welke dag ging de brief op de post?',
    button: 'De brief is op de post',
  },
  sent: { portal: 'Brief van {day}: in Opbloei gezet op {on}.', post: 'Brief van {day}: op de post gedaan op {on}.' },
  refusals: {
    posted: { what: 'Deze brief is al op de post gedaan.', next: 'Kijk bij de aanvraag op welke dag.' },
    postedInFuture: { what: 'Deze dag moet nog komen.', next: 'Vul de dag in waarop je de brief echt op de post deed.' },
    postedBefore: { what: 'De brief is pas gemaakt op {day}.', next: 'Vul die dag in, of een dag erna.' },
    reference: { what: 'Het kenmerk van de brief ontbreekt.', next: 'Schrijf over wat op de brief staat. Zo is hij terug te vinden.' },
  },
}
