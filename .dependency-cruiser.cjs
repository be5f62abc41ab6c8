/** The walls between the rooms. Each rule says why it stands. Type-only imports are how rooms speak each other's vocabulary. */
const rooms = ['policies', 'rules', 'words', 'db', 'post', 'gateway', 'app']

/** A room may import itself, npm packages, and the rooms named. */
function wall(room, may, comment) {
  const closed = rooms.filter((other) => other !== room && !may.includes(other))
  return {
    name: `${room}-looks-only-where-it-may`,
    comment,
    severity: 'error',
    from: { path: `^${room}/` },
    to: { path: `^(${closed.join('|')})/` },
  }
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', comment: 'Data walks through the rooms in one direction.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-imports-test',
      comment: 'What runs for customers does not depend on what checks it.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    wall('policies', [], 'A landlord’s document is data: it knows no judgement, no words and no ledger.'),
    wall('rules', [], 'Judgement is pure: it sees the types of a pack and nothing that waits.'),
    wall('words', [], 'Words turn facts into sentences: they see the types of the rules and nothing else.'),
    wall('db', ['rules', 'policies', 'words', 'post'], 'The ledger keeps facts; what follows from them is done by other rooms, through jobs.'),
    wall('post', ['words', 'rules', 'policies', 'db'], 'What leaves is written from facts; it never decides.'),
    wall('gateway', ['rules', 'words', 'policies', 'db', 'post'], 'The front door knows everything but the pages.'),
    {
      name: 'pages-go-through-doors',
      comment: 'Authorising happens in the door, so only doors (and the entry point that opens the house) reach the ledger.',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/(doors/.*\\.server\\.ts|server\\.ts)$' },
      to: { path: '^(db|post|gateway)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-rooms-have-few-libraries',
      comment: 'policies/ may use zod, rules/ a calendar, words/ a message formatter: a library that waits or reads a clock has no place there.',
      severity: 'error',
      from: { path: '^(policies|rules|words)/' },
      to: {
        dependencyTypes: ['npm', 'core'],
        pathNot: 'node_modules/(zod|temporal-polyfill|temporal-utils|intl-messageformat)/',
      },
    },
  ],
  options: {
    tsPreCompilationDeps: false,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|node_modules)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
