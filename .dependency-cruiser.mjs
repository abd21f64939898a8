// What may import what: `npm run lint`. An import of types counts like any other.
const notFrom = (room, ...rooms) => ({
  name: `${room} stays below`,
  comment: 'core ← hosts ← elements; core ← locales ← elements; simulator ← hosts, core',
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: `^src/(${rooms.join('|')})/` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no circle',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'only elements know lit',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/elements/' },
      to: { path: 'node_modules/(lit|@lit)' },
    },
    notFrom('core', 'hosts', 'elements', 'events', 'locales', 'simulator'),
    notFrom('hosts', 'elements', 'events', 'locales', 'simulator'),
    notFrom('(locales|simulator|events)', 'elements'),
    notFrom('elements', 'simulator'),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
