/**
 * The law of imports. `a <- b` reads "b imports a"; what would turn back becomes a value handed in.
 *
 *   emotion <- capture <- inference <- reading
 *   inference <- timeline <- report
 *   emotion, capture <- dataset <- training <- evaluation <- registry <- inference
 *   emotion, dataset, training, evaluation <- study
 *   capture <- recording, how a video file is taken apart;
 *   security <- dataset, which seals found faces, report and registry, which sign what they write; store and security know
 *   only emotion;
 *   tables, how any table is written, is for whoever writes one (dataset, report), and alone knows the library;
 *   words, the catalogue of texts, is for whoever writes for people: the report, the renderer, and what names a reason
 *   why it refuses (dataset, engine, training, registry; what store and security refuse the service puts into words).
 *   jobs import core and contract; service imports core, contract and jobs; hosts import service and jobs; the renderer
 *   imports contract and core.
 *   Within jobs: dataset <- predict <- train <- compare, evaluate <- study.
 *   Within the live screen: shared <- vision <- picture <- coach; shared <- entries <- recorder, plan; readout <- recorder;
 *   vision <- video; coach, recorder, video <- session <- baseline, room <- screen; picture, recorder, screen <- recording <- films.
 */
const CORE_MAY_IMPORT = {
  emotion: [],
  tables: ['words'],
  capture: ['emotion'],
  engine: ['emotion', 'words'],
  dataset: ['emotion', 'capture', 'engine', 'tables', 'words', 'security'],
  training: ['emotion', 'dataset', 'engine', 'words'],
  evaluation: ['emotion', 'dataset', 'engine', 'training'],
  study: ['emotion', 'dataset', 'engine', 'training', 'evaluation'],
  registry: ['emotion', 'dataset', 'engine', 'training', 'evaluation', 'words', 'security'],
  inference: ['emotion', 'capture', 'engine', 'training', 'registry'],
  reading: ['emotion', 'capture', 'inference'],
  recording: ['capture', 'words'],
  timeline: ['emotion', 'inference'],
  // Its library is fetched as an engine's is.
  lsl: ['emotion', 'timeline', 'engine'],
  report: ['emotion', 'timeline', 'registry', 'tables', 'words', 'security'],
  words: ['emotion'],
  security: ['emotion'],
  store: ['emotion', 'security'],
};

const JOBS_MAY_IMPORT = {
  dataset: [],
  predict: ['dataset'],
  read: [],
  train: ['dataset', 'predict'],
  compare: ['dataset', 'predict', 'train'],
  evaluate: ['dataset', 'predict', 'train'],
  study: ['dataset', 'predict', 'train'],
  index: ['dataset', 'predict'],
  federated: ['dataset', 'train'],
  // Names every job of the lab's worker process.
  lab: ['dataset', 'predict', 'train', 'compare', 'evaluate', 'study', 'index'],
};

const LIVE_MAY_IMPORT = {
  shared: [],
  readout: [],
  vision: ['shared'],
  picture: ['vision'],
  coach: ['shared', 'vision', 'picture'],
  entries: ['shared'],
  plan: ['entries'],
  streams: [],
  recorder: ['shared', 'readout', 'entries'],
  video: ['vision'],
  session: ['shared', 'readout', 'vision', 'coach', 'recorder', 'video'],
  baseline: ['session'],
  recording: ['shared', 'readout', 'vision', 'picture', 'recorder', 'screen'],
  films: ['shared', 'vision', 'recording'],
  room: ['readout', 'session'],
  screen: [
    'readout',
    'vision',
    'picture',
    'coach',
    'entries',
    'plan',
    'streams',
    'recorder',
    'video',
    'session',
    'baseline',
    'room',
  ],
};

/**
 * One rule a folder of `root`: what it may import of its neighbours.
 *
 * @param within Of which part of our sources the rules speak.
 * @param besides What every one of them may import beside its neighbours, by its path in src.
 */
function rulesOf(name, root, mayImport, { within = '^src/', besides = [] } = {}) {
  return Object.entries(mayImport).map(([folder, allowed]) => ({
    name: `${name}-${folder}`,
    comment: `${root}/${folder} may import ${[...besides, ...allowed].join(', ') || 'nothing'} of ours.`,
    severity: 'error',
    from: { path: `^${root}/${folder}/`, pathNot: '\\.test\\.ts$' },
    to: {
      path: within,
      pathNot: [`^${root}/(${[folder, ...allowed].join('|')})/`, ...besides.map((path) => `^src/${path}/`)],
    },
  }));
}

const coreRules = rulesOf('core', 'src/core', CORE_MAY_IMPORT);
const jobsRules = rulesOf('jobs', 'src/jobs', JOBS_MAY_IMPORT, { besides: ['core', 'contract'] });
const LIVE = 'src/renderer/features/live';
const liveRules = rulesOf('live', LIVE, LIVE_MAY_IMPORT, { within: `^${LIVE}/` });

export default {
  forbidden: [
    ...coreRules,
    ...jobsRules,
    ...liveRules,
    {
      name: 'tables-are-written-in-one-place',
      comment: 'Only src/core/tables knows how to quote a cell.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/core/tables/|\\.test\\.ts$|/testing/' },
      to: { path: 'node_modules/csv-stringify/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'contract-has-no-behaviour',
      severity: 'error',
      from: { path: '^src/contract/' },
      to: { path: '^src/', pathNot: '^src/(contract|core)/' },
    },
    {
      name: 'service-over-core-contract-and-jobs',
      severity: 'error',
      from: { path: '^src/service/' },
      to: { path: '^src/', pathNot: '^src/(service|jobs|contract|core)/' },
    },
    {
      name: 'service-runtime-knows-no-topic',
      comment:
        'What lasts between calls knows none of the rooms that answer them; only the query thread knows its list of tasks.',
      severity: 'error',
      from: { path: '^src/service/runtime/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/service/', pathNot: '^src/service/(runtime/|query-tasks\\.ts$)' },
    },
    {
      name: 'hosts-know-no-renderer',
      severity: 'error',
      from: { path: '^src/hosts/' },
      to: { path: '^src/renderer/' },
    },
    {
      name: 'renderer-knows-contract-and-core',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: '^src/', pathNot: '^src/(renderer|contract|core)/' },
    },
    {
      name: 'renderer-uses-no-node-file',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: '\\.node\\.ts$' },
    },
    {
      name: 'features-never-import-features',
      severity: 'error',
      from: { path: '^src/renderer/features/([^/]+)/' },
      to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
    },
    {
      name: 'nothing-below-imports-the-app',
      severity: 'error',
      from: { path: '^src/renderer/(features|ui|client)/' },
      to: { path: '^src/renderer/app/' },
    },
    {
      name: 'only-tests-import-tests',
      severity: 'error',
      from: { pathNot: '\\.test\\.tsx?$' },
      to: { path: '\\.test\\.tsx?$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  },
};
