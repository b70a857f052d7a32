/**
 * Who may import whom. Downward only: cli → render → document → report → journal; errors, json, settings, chart and theme are leaves.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const layers = ['cli', 'render', 'document', 'report', 'journal'];

/** What each layer may not reach: everything above it. */
const downwardOnly = layers.slice(1).map((layer, index) => ({
  name: `${layer}-imports-downward`,
  severity: 'error',
  comment: `${layer} must not know what is made of it: a change above would reach down into it.`,
  from: { path: `^src/${layer}/` },
  to: { path: `^src/(${layers.slice(0, index + 1).join('|')})/` },
}));

/** Each dependency has one importing place, so that it can be replaced there. */
const oneHome = [
  ['pdfkit', '^src/render/pdf/', 'PDFKit paints; layout is pure and tested without it.'],
  ['fontkit', '^src/render/pdf/paint/', 'Text is shaped when it is painted or measured, and fontkit is slow to load.'],
  ['handlebars', '^src/render/html/|^templates/|^build/', 'Templates are a matter of HTML alone.'],
  ['marked', '^src/document/', 'Markdown becomes blocks in the document, so that no renderer parses it again.'],
  ['luxon', '^src/', 'Times are put into words in one file.'],
  ['empathic', '^src/cli/config/', 'Only the command looks for a configuration.'],
  ['ci-info', '^src/cli/ci/', 'Only the command knows where it runs.'],
  ['tinyglobby', '^src/cli/', 'Only the command looks for files.'],
  ['re2js', '^src/cli/', 'Patterns of people are compiled in one place; masking gets functions.'],
  ['fastest-levenshtein', '^src/suggest\\.ts$', 'What was meant is guessed in one file, the same way everywhere.'],
  [
    'yaml',
    '^src/(settings|journal|yaml)/',
    'People write settings in YAML, and some their journals: two readers, for mistakes and for digits, and what they share.',
  ],
].map(([library, home, reason]) => ({
  name: `${library}-has-one-home`,
  severity: 'error',
  comment: reason,
  from: { pathNot: home },
  to: { path: `^node_modules/${library}/` },
}));

/** Libraries that exactly one file may import. */
const oneFile = ['marked', 'luxon'].map((library) => ({
  name: `${library}-in-one-file`,
  severity: 'error',
  comment: `${library} stands behind one file of ours: what we rely on of it is visible there.`,
  module: { path: `^node_modules/${library}/`, numberOfDependentsMoreThan: 1 },
  from: {},
}));

export default {
  forbidden: [
    ...downwardOnly,
    ...oneHome,
    ...oneFile,
    {
      name: 'renderers-do-not-know-each-other',
      severity: 'error',
      comment: 'A format can be changed or taken out without looking at the others.',
      from: { path: '^src/render/([^/]+)/' },
      to: { path: '^src/render/[^/]+/', pathNot: '^src/render/$1/' },
    },
    {
      name: 'renderers-do-not-read-journals',
      severity: 'error',
      comment: 'Nothing after the report holds a secret: what is rendered comes from masked facts and words.',
      from: { path: '^src/render/' },
      to: { path: '^src/journal/' },
    },
    {
      name: 'json-and-errors-are-leaves',
      severity: 'error',
      comment: 'Everybody imports them, so they import nobody.',
      from: { path: '^src/((json|json-escapes|errors|version|suggest|text-parts|own-text)\\.ts$|yaml/)' },
      to: { path: '^src/' },
    },
    {
      name: 'chart-and-theme-are-leaves',
      severity: 'error',
      comment: 'They draw from data: the names of types is all they know of report and document.',
      from: { path: '^src/(chart|theme)/' },
      to: { path: '^src/(cli|render|document|report|journal)/', pathNot: '^src/(document|report)/types\\.ts$' },
    },
    {
      name: 'settings-is-a-leaf',
      severity: 'error',
      comment:
        'It reads files that people wrote, whatever they are about: what they mean is known where they are used.',
      from: { path: '^src/settings/' },
      to: { path: '^src/', pathNot: '^src/(settings/|yaml/|(json|errors|suggest)\\.ts$)' },
    },
    {
      name: 'only-the-command-reads-and-writes',
      severity: 'error',
      comment: 'The library works on bytes in memory. Fonts, which belong to the package, are the one exception.',
      from: { path: '^src/', pathNot: '^src/(cli/|render/pdf/)' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(buffer|crypto|url|util|path|zlib|string_decoder)$' },
    },
    {
      name: 'no-network-no-children',
      severity: 'error',
      comment: 'A report is made of untrusted data: nothing is fetched and nothing is run.',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['core'],
        path: '^(node:)?(http|https|http2|net|tls|dgram|dns|child_process|vm|cluster)(/|$)',
      },
    },
    {
      name: 'one-thread-for-long-runs',
      severity: 'error',
      comment: 'The command runs itself in a thread, so that signals are heeded. Nothing else needs one.',
      from: { path: '^src/', pathNot: '^src/cli/(in-thread|thread)\\.ts$' },
      to: { dependencyTypes: ['core'], path: '^(node:)?worker_threads$' },
    },
    {
      name: 'nothing-imports-the-command',
      severity: 'error',
      comment: 'The library must work without the command.',
      from: { path: '^src/(?!cli/)' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment:
        'Two files that need each other are one idea, or have a third one between them. Types may refer to each other.',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      comment: 'An import that leads nowhere is a mistake, and hides from every other rule.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'dependencies-are-declared',
      severity: 'error',
      comment: 'What is imported stands in package.json; it must not be there by accident of another package.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Imports of types count too: a layer that knows a type of the layer above depends on it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['node', 'import', 'default'] },
    exclude: { path: '\\.(hbs|css|client\\.js)$' },
  },
};
