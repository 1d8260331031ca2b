// The arrows between the rooms (docs/architecture.md). They run one way: app → components → lib/client → lib/shared, and
// app → lib/server → lib/shared. There is no list of exceptions, and there shall be none.

const TESTS = '(\\.test\\.tsx?|/test-[\\w-]+\\.tsx?|-suite\\.ts|/attack-files\\.ts)$'
const STORES =
  '^lib/server/(accounts|prices|images|prompts|tasks|finding|posters|keeping|settings|safekeeping|seeding)/([\\w-]+-store\\.ts$|store/|[\\w-]+/store/)'
/** What starts as a process of its own closes the database; opening it has a room, which is the same for all. */
const PROGRAMS =
  '^lib/server/((front-door|worker)/(main|worker-alone)|opening/check-database)\\.ts$'

const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

/** The rooms of lib/server, lowest first. A room imports those below it, never its neighbours or those above. */
const FLOORS = [
  ['env', 'log', 'lifetime', 'milestone', 'secret', 'sentences', 'studio-file', 'epoch-file'],
  ['db', 'upstream', 'storage'],
  ['accounts', 'prices'],
  ['images'],
  ['tasks'],
  ['finding', 'posters'],
  ['keeping', 'prompts', 'settings'],
  ['doctor', 'opening'],
  ['http', 'worker', 'front-door', 'safekeeping', 'seeding'],
]
const rooms = (names) => `^lib/server/(${names.join('|')})(/|\\.)`
const floorRules = FLOORS.flatMap((floor, level) => {
  const above = FLOORS.slice(level + 1).flat()
  const upward = forbid(
    `${floor.join('-')}-looks-up`,
    'A room never imports one above it.',
    { path: rooms(floor) },
    { path: rooms(above) },
  )
  // On the ground floor log reads env; higher up, neighbours do not know each other.
  const sideways = floor.map((room) =>
    forbid(
      `${room}-looks-sideways`,
      'Rooms of one floor do not know each other.',
      { path: rooms([room]), pathNot: TESTS },
      { path: rooms(floor.filter((other) => other !== room)) },
    ),
  )
  return [...(above.length > 0 ? [upward] : []), ...(level > 0 && floor.length > 1 ? sideways : [])]
})

module.exports = {
  forbidden: [
    forbid('no-circular', 'Two files that need each other are one.', {}, { circular: true }),
    forbid('resolves', 'An import leads somewhere.', {}, { couldNotResolve: true }),
    forbid(
      'runs-without-test-tools',
      'npm run up installs no devDependencies; npm run dev does.',
      { path: '^(app|components|lib)/(?!cli/dev/)', pathNot: TESTS },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),

    forbid('nothing-imports-app', 'app is routing only.', { pathNot: '^app/' }, { path: '^app/' }),
    forbid(
      'pages-ask-the-domain',
      'Pages and layouts know no other room of the server.',
      { path: '^app/(?!api/)' },
      {
        path: '^lib/(server/(?!accounts/|prices/|images/|tasks/|finding/|keeping/|settings/)|simulator/|cli/)',
      },
    ),
    forbid(
      'routes-stay-thin',
      'A handler parses, asks accounts, calls one function, presents.',
      { path: '^app/api/' },
      {
        path: '^(components/|lib/)',
        pathNot:
          '^lib/(shared/|server/(http|accounts|prices|tasks|finding|keeping|images|prompts|settings|doctor)/|server/(log|lifetime)\\.ts$)',
      },
    ),
    forbid(
      'stores-stay-in-their-room',
      'Only the verbs of a room use its store.',
      { path: '^app/' },
      { path: STORES },
    ),

    forbid(
      'components-know-the-browser-side',
      'Components reach the server through lib/client alone.',
      { path: '^components/', pathNot: TESTS },
      { path: '^lib/(?!client/|shared/)' },
    ),
    forbid(
      'component-tests-hear-the-gateway',
      'What the form makes is held against what the gateway would say to it; nothing more than that.',
      { path: '^components/' },
      {
        path: '^lib/(?!client/|shared/|simulator/page-rules\\.ts$|server/upstream/(gateway-body|contract)\\.ts$)',
      },
    ),
    forbid(
      'ui-knows-nothing-of-tasks',
      'Primitives could be used in another product.',
      { path: '^components/ui/' },
      { path: '^(components/(?!ui/)|lib/)' },
    ),
    forbid(
      'client-knows-shared',
      'lib/client is data access, without pictures of it.',
      { path: '^lib/client/' },
      { path: '^(components/|lib/(?!client/|shared/))' },
    ),
    forbid(
      'shared-is-a-leaf',
      'lib/shared runs anywhere.',
      { path: '^lib/shared/' },
      { path: '^(components/|lib/(?!shared/))' },
    ),
    forbid(
      'shared-needs-zod-only',
      'lib/shared runs anywhere.',
      { path: '^lib/shared/', pathNot: TESTS },
      {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-peer'],
        pathNot: '(^|/)node_modules/zod/',
      },
    ),

    forbid(
      'server-knows-shared',
      'The server knows nothing of the browser side, the simulator or the scripts.',
      { path: '^lib/server/', pathNot: TESTS },
      { path: '^(components/|lib/(?!server/|shared/))' },
    ),
    forbid(
      'server-tests-may-start-the-simulator',
      'Nothing more than that.',
      { path: '^lib/server/' },
      { path: '^(components/|lib/(?!server/|shared/|simulator/))' },
    ),
    ...floorRules,
    forbid(
      'generated-client-in-stores',
      'Only db and the stores know the models.',
      { pathNot: `^lib/server/db/|${STORES}|${TESTS}` },
      { path: '^lib/server/db/generated/' },
    ),
    forbid(
      'database-in-stores',
      'Only the stores ask the database; a program opens and closes it.',
      { pathNot: `^lib/server/db/|${STORES}|${PROGRAMS}|${TESTS}` },
      { path: '^lib/server/db/(database|connection|migrate|assert-pragmas|pragmas|sql)\\.ts$' },
    ),
    forbid(
      'prisma-in-db',
      'Prisma has one room.',
      { pathNot: '^lib/server/db/' },
      { path: '(^|/)node_modules/(@prisma|\\.prisma|@libsql|libsql)/' },
    ),
    forbid(
      'gateway-through-tasks',
      'Nothing else knows the gateway.',
      {
        path: '^lib/server/',
        pathNot: `^lib/server/(upstream|tasks|images|settings|doctor|worker)/|${TESTS}`,
      },
      { path: '^lib/server/upstream/' },
    ),
    forbid(
      'images-fetch-guarded',
      'Pictures need only to know what may be fetched, and to fetch it.',
      { path: '^lib/server/images/', pathNot: TESTS },
      {
        path: '^lib/server/upstream/',
        pathNot: '^lib/server/upstream/(local-gateway|guarded-get)\\.ts$',
      },
    ),
    forbid(
      'tasks-store-in-tasks',
      'The rows of tasks change only by the verbs of tasks.',
      { pathNot: `^lib/server/tasks/|${TESTS}` },
      { path: '^lib/server/tasks/([\\w-]+-store\\.ts$|store/|[\\w-]+/store/)' },
    ),
    forbid(
      'http-for-routes',
      'http is the routes’ own.',
      { pathNot: '^(app/api/|lib/server/http/)' },
      { path: '^lib/server/http/' },
    ),
    forbid(
      'programs-are-started',
      'The worker and the front door are programs: nobody imports them.',
      { pathNot: '^lib/server/(worker|front-door)/' },
      { path: '^lib/server/(worker|front-door)/' },
    ),

    forbid(
      'doctor-is-asked',
      'As a program it is started; whoever else wants to know calls diagnose.',
      { pathNot: '^lib/server/doctor/main\\.ts$' },
      { path: '^lib/server/doctor/main\\.ts$' },
    ),
    forbid(
      'simulator-stands-alone',
      'A mistake on one side is to be seen on the other.',
      { path: '^lib/simulator/' },
      { path: '^(components/|lib/(?!simulator/))' },
    ),
    forbid(
      'simulator-is-a-program',
      'The studio knows it over HTTP only; tests may start it.',
      { pathNot: `^lib/simulator/|${TESTS}` },
      { path: '^lib/simulator/' },
    ),
    forbid(
      'optics-sees-frames-only',
      'What measures the moves takes nothing from what draws them, nor the other way round.',
      { path: '^lib/simulator/render/optics/', pathNot: TESTS },
      { path: '^(app|components|lib)/(?!simulator/render/optics/)' },
    ),
    forbid(
      'optics-is-for-tests',
      'The simulator draws; whether it is seen is for the tests to say.',
      { pathNot: `^lib/simulator/render/optics/|${TESTS}` },
      { path: '^lib/simulator/render/optics/' },
    ),
    forbid(
      'cli-stands-alone',
      'The scripts run before anything is installed or built.',
      { path: '^lib/cli/' },
      { path: '^(components/|lib/(?!cli/))' },
    ),
    forbid(
      'cli-needs-node-only',
      'Only the build and what dev runs need packages, when they are installed.',
      { path: '^lib/cli/', pathNot: `^lib/cli/(build\\.mjs$|dev/)|${TESTS}` },
      { dependencyTypes: ['npm', 'npm-dev', 'npm-peer'] },
    ),
    forbid(
      'cli-is-run',
      'Nobody imports the scripts.',
      { pathNot: '^lib/cli/' },
      { path: '^lib/cli/' },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '^lib/server/db/generated/'] },
    exclude: { path: '\\.(css|json|svg)$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
}
