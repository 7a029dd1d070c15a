/**
 * The second net: which floor may import what. tests/nett/imports.test.ts shows that it bites.
 *
 * Floors, lowest first: domain · sync, report · data, server · app. What is not listed as allowed in a rule is forbidden.
 * Each rule's comment says what to do instead.
 */

/**
 * Everything of ours outside the named folders, and every package but the named ones.
 * @param {{ floors: string[], packages?: string[] }} allowed
 */
const only = ({ floors, packages = [] }) => ({
  pathNot: [
    ...floors.map((floor) => `^src/${floor}(/|$)`),
    ...packages.map((name) => `(^|/)node_modules/${name}(/|$)`),
  ],
})

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'domain-stands-alone',
    comment:
      'The trade knows only itself and valibot. Take what you need as an argument (the day, an id, rows), and let the floor above fetch it.',
    severity: 'error',
    from: { path: '^src/domain/' },
    to: only({ floors: ['domain'], packages: ['valibot'] }),
  },
  {
    name: 'sync-knows-domain',
    comment:
      'What is said between device and server: messages and pure rules. Put I/O in data or server, and the trade in domain.',
    severity: 'error',
    from: { path: '^src/sync/' },
    to: only({ floors: ['sync', 'domain'], packages: ['valibot', 'node-diff3'] }),
  },
  {
    name: 'report-knows-domain',
    comment: 'Reports are written from domain values alone. Let the page in app fetch the rows and hand them in.',
    severity: 'error',
    from: { path: '^src/report/' },
    to: only({ floors: ['report', 'domain'], packages: ['valibot', 'docx', 'write-excel-file'] }),
  },
  {
    name: 'data-is-the-device',
    comment:
      'The device imports domain, sync, Dexie and (for hand-over) hpke. What a screen needs goes out by device.ts; what the server does is its own.',
    severity: 'error',
    from: { path: '^src/data/' },
    to: only({ floors: ['data', 'sync', 'domain'], packages: ['valibot', 'dexie', 'hpke'] }),
  },
  {
    name: 'server-is-the-server',
    comment:
      'The server imports domain, sync and report. What both sides need goes down to sync (said between them), report (handed to others) or domain (the trade).',
    severity: 'error',
    from: { path: '^src/server/' },
    to: { path: '^(src|tests|scripts)/', pathNot: '^src/(server|sync|report|domain)/' },
  },
  {
    name: 'app-imports',
    comment:
      'Screens import domain, report and data. sync is behind data/device.ts, and the server is behind the network.',
    severity: 'error',
    from: { path: '^src/app/' },
    to: { path: '^(src|tests|scripts)/', pathNot: '^src/(app|domain|report|data)/' },
  },
  {
    name: 'one-door-to-the-device',
    comment:
      'Screens use data/device.ts (types) and the composables. Only main.ts and stores/ start a device or read data/ otherwise.',
    severity: 'error',
    from: { path: '^src/app/', pathNot: '^src/app/([^/]+\\.ts$|stores/|composables/)' },
    to: { path: '^src/data/', pathNot: '^src/data/device\\.ts$' },
  },
  {
    name: 'ui-knows-no-trade',
    comment:
      'ui/ takes values and emits events: hand the text or the number in as a prop. A part that knows the trade belongs in felles/ or in its screen.',
    severity: 'error',
    from: { path: '^src/app/ui/' },
    to: {
      path: '^src/',
      pathNot: ['^src/app/(ui|composables|texts|styles)/', '^src/app/[^/]+\\.ts$'],
    },
  },
  {
    name: 'a-screen-keeps-to-itself',
    comment:
      'A screen never imports another screen. Move what two of them need to felles/ (knows the trade) or ui/ (does not).',
    severity: 'error',
    from: { path: '^src/app/([^/]+)/', pathNot: '^src/app/(ui|felles|stores|composables|texts|styles)/' },
    to: { path: '^src/app/[^/]+/', pathNot: '^src/app/($1|ui|felles|stores|composables|texts|styles)/' },
  },
  {
    name: 'the-kit-knows-no-screen',
    comment:
      'Parts, stores and composables serve every screen and know none. Take what differs as a prop, a slot or an argument.',
    severity: 'error',
    from: { path: '^src/app/(ui|felles|stores|composables|texts)/' },
    to: { path: '^src/app/[^/]+/', pathNot: '^src/app/(ui|felles|stores|composables|texts|styles)/' },
  },
  {
    name: 'dexie-only-in-data',
    comment: 'Read by useRows, useRow or useLive, and write by device.write.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/data/' },
    to: { path: '(^|/)node_modules/dexie/' },
  },
  {
    name: 'server-packages-only-in-server',
    comment: 'Databases, accounts and routes are the server’s. The app asks by the messages of sync, or by /api.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/server/' },
    to: {
      path: '(^|/)node_modules/(kysely|hono|@hono/|pg|@photostructure/)|(^|/)node_modules/(@better-auth|better-auth)/',
    },
  },
  {
    name: 'no-node-below-the-server',
    comment: 'Only the server and the tests run on Node. In the browser, use what the browser has.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/server/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'no-tests-in-the-product',
    comment: 'Nothing imports tests. Move what the product needs into src/.',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^tests/' },
  },
  {
    name: 'no-circular',
    comment: 'Two files that need each other are one file, or lack a third below them. Move the shared part down.',
    severity: 'error',
    from: { pathNot: '^node_modules' },
    to: { circular: true },
  },
  {
    name: 'not-found',
    comment: 'The file or the package is not there. Write the file ending; declare the package in package.json.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'only-declared-packages',
    comment:
      'The package is there only because another one wants it, and may go with it. Declare it in package.json, or do without.',
    severity: 'error',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\?raw$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'module', 'node', 'default', 'types'],
      extensions: ['.ts', '.vue', '.mjs', '.js', '.json'],
    },
  },
}
