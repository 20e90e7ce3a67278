/** Routes that ask for no permit, each with its reason. Every other route names an action of the permission table. */
export const OPEN: Readonly<Record<string, string>> = {
  'GET /': 'the public front page',
  'GET /gezondheid': 'for the watch of whoever runs this',
  'GET /start': 'sends on to the home of one’s role',
  'GET /inloggen': 'signing in',
  'POST /inloggen': 'signing in',
  'POST /demo/als/:person': 'signing in as an invented person, refused in a real database',
  'POST /rol': 'choosing one of one’s own roles',
  'POST /uitloggen': 'signing out',
  'POST /taal': 'choosing a language',
  'GET /bestanden/:name': 'style, script and font',
}
