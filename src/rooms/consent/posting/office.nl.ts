/** Words of a decision that was posted on paper; only the municipality sees them. */
export const postingOffice = {
  title: 'Besluit op papier over {member} overnemen',
  lead: 'Het besluit is al per post verstuurd. Schrijf hier over wat erin staat. Er gaat geen nieuwe brief uit.',
  asFilled: 'Zo staat het als de toestemming wordt gegeven voor de dagen die nu zijn ingevuld.',
  reference: 'Kenmerk op de brief',
  on: 'Dag waarop de brief echt is verstuurd',
  onHint: 'Vanaf de dag erna loopt de termijn voor bezwaar.',
  button: 'Bekijk wat wordt vastgelegd',
  refusals: { reference: { what: 'Het kenmerk van de brief ontbreekt.', next: 'Schrijf over wat op de brief staat. Zo is hij terug te vinden.' } },
}
