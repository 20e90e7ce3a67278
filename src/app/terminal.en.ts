/** What the program says on a terminal: in English, for whoever runs it (decisions 10). */
export const terminal = {
  listening: 'Opbloei is running: {address}',
  filling: 'Making the demo world, an invented year: {percent}%',
  trial: 'This is the embedded database: for trial, not for real members.',
  locked: 'Opbloei already runs on this data ({dir}, process {pid}). Stop it first, or choose another folder with DATA_DIR.',
  portTaken: 'Something else listens on port {port}. Stop it first, or choose another port with PORT.',
  noDatabase: 'The database cannot be reached ({code}). Is PostgreSQL running, and is DATABASE_URL right?',
  migrationsMissing: 'The database is behind: {names}. Run this first: npx opbloei migrate',
  nothingEmbedded: 'There is no embedded database here yet. This makes one: npx opbloei start',
  ownsTables:
    'The role of DATABASE_URL owns tables or may bypass row security. Give migrate the owner in DATABASE_ADMIN_URL, and put an ordinary role in DATABASE_URL.',
  noMail: 'SMTP_URL is missing: no mail goes out, so nobody can sign in with a code.',
  realWorld: 'This database holds real people. The demo world never goes in there.',
  halfFilled: 'The demo world in this database was broken off. Make an empty database and start again.',
  workerEmbedded: 'The embedded database has room for one process, which does its own jobs. A worker needs DATABASE_URL.',
  foundNeeds: 'Give --kind cooperative, municipality or network, and --name with the name.',
  inviteNeeds: 'Give --organisation with the id (see opbloei list), --email, --role, and --until as YYYY-MM-DD.',
  invited: 'Invited. A mail is ready.',
  exportNotEmpty: 'The folder {dir} is not empty. Choose an empty one.',
  exportNeeds: 'Give --cooperative with the id (see opbloei list), and a folder.',
  exportPlain: 'The files will be readable by anybody who has them. Say that you want so with --plain.',
  simulateNeeds: '{option} FILE is missing.',
} as const
