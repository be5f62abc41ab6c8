/** The walls between the rooms. Each rule says why it stands. */
const rooms = ['policies', 'rules', 'words', 'db', 'post', 'gateway', 'app']

/** A room may import itself, npm packages and the rooms in `may`; of those in `types`, only their vocabulary. */
function wall(room, { may = [], types = [] }, comment) {
  const closed = rooms.filter((other) => other !== room && !may.includes(other) && !types.includes(other))
  const rules = [
    {
      name: `${room}-looks-only-where-it-may`,
      comment,
      severity: 'error',
      from: { path: `^${room}/`, pathNot: '^db/demonstration' },
      to: { path: `^(${closed.join('|')})/` },
    },
  ]
  if (types.length > 0) {
    rules.push({
      name: `${room}-borrows-only-types`,
      comment: `${comment} From ${types.join(' and ')} it takes types only.`,
      severity: 'error',
      from: { path: `^${room}/` },
      to: { path: `^(${types.join('|')})/`, dependencyTypesNot: ['type-only'] },
    })
  }
  return rules
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Data walks through the rooms in one direction. Two files that need each other are one file.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-imports-test',
      comment: 'What runs for customers does not depend on what checks it.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'nothing-imports-the-commands',
      comment: 'bin/ starts the house. The house does not know how it was started.',
      severity: 'error',
      from: { pathNot: '^(bin|test)/' },
      to: { path: '^bin/' },
    },
    ...wall('policies', {}, 'A landlord’s document is data: it knows no judgement, no words and no ledger.'),
    ...wall('rules', { types: ['policies'] }, 'Judgement is pure: it sees a pack and nothing that waits.'),
    ...wall('words', { types: ['rules', 'policies'] }, 'Words turn facts into sentences; they never judge.'),
    ...wall(
      'db',
      { may: ['rules', 'policies'] },
      'The ledger keeps facts; other rooms act on them, through jobs.',
    ),
    {
      name: 'the-demonstration-also-speaks',
      comment:
        'Its made-up notices are stored in the words that customers read. Of the rest it sees no more than db/ does.',
      severity: 'error',
      from: { path: '^db/demonstration' },
      to: { path: '^(post|gateway|app)/' },
    },
    ...wall(
      'post',
      { may: ['words', 'rules', 'policies', 'db'] },
      'What leaves is written from facts; it never decides.',
    ),
    ...wall(
      'gateway',
      { may: ['rules', 'words', 'policies', 'db', 'post'] },
      'The front door knows everything but the pages.',
    ),
    {
      name: 'pages-go-through-doors',
      comment:
        'Authorising happens in the door, so only doors (and the entry point that opens the house) reach the ledger, the post and the gateway.',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/(doors/.*\\.server\\.ts|server\\.ts)$' },
      to: { path: '^(db|post|gateway)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pages-use-the-one-path',
      comment:
        'Of the gateway, the portal uses receive.ts, the one path that every contact walks, and throttle.ts, so that floods are counted in one way.',
      severity: 'error',
      from: { path: '^app/' },
      to: {
        path: '^gateway/',
        pathNot: '^gateway/(receive|throttle)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pure-rooms-are-handed-everything',
      comment:
        'Settings, the clock and the open house are handed in by entry points, never fetched by a pure room.',
      severity: 'error',
      from: { path: '^(policies|rules|words)/' },
      to: { path: '^(settings|clock|house)\\.ts$' },
    },
    {
      name: 'pure-rooms-have-few-libraries',
      comment:
        'policies/ may use zod, rules/ a calendar, words/ a message formatter: a library that waits or reads a clock has no place there.',
      severity: 'error',
      from: { path: '^(policies|rules|words)/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core'],
        pathNot: 'node_modules/(zod|temporal-polyfill|temporal-spec|intl-messageformat)/',
      },
    },
    {
      name: 'what-runs-is-installed',
      comment:
        'The production image leaves development packages out. Vite is for npm run dev, behind an import() of its own.',
      severity: 'error',
      from: { path: '^(app|db|gateway|policies|post|rules|words|[a-z]+\\.ts$)', pathNot: '\\.config\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'dynamic-import'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|node_modules/[.])' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
