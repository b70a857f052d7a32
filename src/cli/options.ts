/** The options of the command as data: what parsing, help, suggestions and docs/cli.md are made of. */

/** One option. */
export interface Option {
  /** Without the dashes. */
  readonly name: string;
  /** One letter, without the dash. */
  readonly short?: string;
  /** What stands for its value in help; absent for a switch. */
  readonly value?: string;
  /** May be given more than once. */
  readonly repeatable?: boolean;
  readonly group: OptionGroup;
  /** What it does, a line of help for each element. */
  readonly help: readonly string[];
}

/** The headings of help, in order. */
export const OPTION_GROUPS = ['Output', 'Content', 'Pipelines', 'Running'] as const;
export type OptionGroup = (typeof OPTION_GROUPS)[number];

/** Every option, in the order of help. */
export const OPTIONS = [
  {
    name: 'output',
    short: 'o',
    value: 'FILE',
    repeatable: true,
    group: 'Output',
    help: [
      'Write the report to FILE, in the format of its',
      'extension; may be repeated. - is standard output,',
      'report/ a folder of HTML, a page an experiment.',
    ],
  },
  {
    name: 'format',
    value: 'NAME',
    group: 'Output',
    help: ['The format where no extension tells it: for -o -.'],
  },
  {
    name: 'theme',
    value: 'FILE',
    group: 'Output',
    help: ['Colours, sizes, margins and fonts (JSON or YAML); or', 'black-and-white, which comes with the command.'],
  },
  { name: 'accent', value: 'COLOUR', group: 'Output', help: ['Colour of the rules under titles: 1D5A9E.'] },
  {
    name: 'font',
    value: 'FILE',
    repeatable: true,
    group: 'Output',
    help: ['TTF or OTF for what the bundled fonts lack, in the', 'PDF; may be repeated.'],
  },
  { name: 'logo', value: 'FILE', group: 'Output', help: ['PNG or JPEG over the title of PDF and HTML.'] },
  { name: 'page', value: 'SIZE', group: 'Output', help: ['Paper of the PDF: A4 (default) or Letter.'] },
  {
    name: 'max-output',
    value: 'SIZE',
    group: 'Output',
    help: ['Longest output of one activity in the PDF: 100kB', '(default), 2MB, none. What is cut says so.'],
  },
  {
    name: 'no-attachments',
    group: 'Output',
    help: ['Leave the facts and the masked journals out of', 'the PDF, which otherwise carries them attached.'],
  },
  {
    name: 'assets',
    value: 'WHERE',
    group: 'Output',
    help: ['Style sheet and script of HTML: inline (default), or', 'separate: files beside it, for strict servers.'],
  },
  { name: 'fragment', group: 'Output', help: ['HTML as one section, to be put into a page.'] },
  {
    name: 'heading-level',
    value: 'N',
    group: 'Output',
    help: ['First heading of the fragment: 1 to 6 (default: 2).'],
  },
  {
    name: 'templates',
    value: 'DIR',
    group: 'Output',
    help: ['HTML made with the templates and the style sheet in', 'DIR, where it has them.'],
  },
  {
    name: 'profile',
    value: 'PLACE',
    group: 'Output',
    help: ['Fitted to a place: Markdown for github or gitlab,', 'HTML for confluence (its storage format).'],
  },
  {
    name: 'export-format',
    value: 'NAME',
    group: 'Output',
    help: ['As in "chaos report": the last argument is then', 'the file to write.'],
  },
  {
    name: 'title',
    value: 'TEXT',
    group: 'Content',
    help: ['Title (default: Chaos Engineering Report).'],
  },
  {
    name: 'classification',
    value: 'TEXT',
    group: 'Content',
    help: ['How confidential it is: CONFIDENTIAL. At the head', 'of pages in the PDF, at the top of HTML, Markdown.'],
  },
  {
    name: 'footer',
    value: 'TEXT',
    group: 'Content',
    help: ['A line for the foot of every page of the PDF, and', 'for the end of the HTML.'],
  },
  { name: 'author', value: 'TEXT', group: 'Content', help: ['Who answers for the report: in its metadata.'] },
  { name: 'subject', value: 'TEXT', group: 'Content', help: ['What it is about (default: the answer of page 1).'] },
  { name: 'keywords', value: 'LIST', group: 'Content', help: ['With commas between (default: the tags).'] },
  {
    name: 'date',
    value: 'DATE',
    group: 'Content',
    help: [
      'Date of the report: 2026-11-23 or',
      '2026-11-23T09:30:00Z (default: SOURCE_DATE_EPOCH',
      'of the environment, else now).',
    ],
  },
  {
    name: 'tz',
    value: 'ZONE',
    group: 'Content',
    help: ['Time zone of all times: Europe/Paris', '(default: UTC).'],
  },
  {
    name: 'notation',
    value: 'NAME',
    group: 'Content',
    help: ['How values are written: python (default), json.'],
  },
  {
    name: 'sort',
    value: 'ORDER',
    group: 'Content',
    help: ['Order of the experiments: severity (default,', 'worst first), time, name.'],
  },
  {
    name: 'sections',
    value: 'LIST',
    group: 'Content',
    help: [
      'Beside the summary only these, with commas between:',
      'runs, contributions, coverage, experiments (or parts',
      'of them: definition, result, outputs), appendix.',
    ],
  },
  {
    name: 'filter',
    value: 'CONDITIONS',
    repeatable: true,
    group: 'Content',
    help: [
      'Only experiments that meet them: tag=payments,',
      'verdict=deviated, since=2026-11-01, until=DATE.',
      'All must hold; equal ones are alternatives.',
    ],
  },
  {
    name: 'runs',
    value: 'WHICH',
    group: 'Content',
    help: ['Of several runs of one experiment: all (default),', 'or latest alone, the others listed.'],
  },
  {
    name: 'baseline',
    value: 'FILE',
    group: 'Content',
    help: ['The JSON of an earlier report: page 1 says what', 'changed since.'],
  },
  {
    name: 'var',
    value: 'NAME=VALUE',
    repeatable: true,
    group: 'Content',
    help: ['What ${NAME} is read as; NAME:int=VALUE gives it a', 'type (int, float, bool, json), as in "chaos run".'],
  },
  {
    name: 'var-file',
    value: 'FILE',
    repeatable: true,
    group: 'Content',
    help: ['More of them: JSON or YAML with configuration and', 'secrets, or a .env file of environment variables.'],
  },
  {
    name: 'meta',
    value: 'FILE',
    repeatable: true,
    group: 'Content',
    help: ['What people know besides: owner, follow-ups, … (else', 'chaos-report.yaml beside the journals, if any).'],
  },
  {
    name: 'redact',
    value: 'FILE',
    repeatable: true,
    group: 'Content',
    help: ['Rules of your own: what to mask beside what is', 'found, and what to leave (JSON or YAML).'],
  },
  {
    name: 'unmasked',
    group: 'Content',
    help: ['Mask nothing. The report then holds every secret', 'of the journals, and says so everywhere.'],
  },
  {
    name: 'evidence',
    value: 'DIR',
    group: 'Content',
    help: ['Files that activities wrote and name: results of', 'vegeta, k6 and Prometheus become metrics.'],
  },
  {
    name: 'env',
    group: 'Content',
    help: ['Read variables that the journal declares to be of', 'the environment from this environment.'],
  },
  {
    name: 'fail-on',
    value: 'LIST',
    repeatable: true,
    group: 'Pipelines',
    help: [
      'Exit with 3 where there is one of these, with commas',
      'between: verdicts (deviated, failed, not-tested),',
      'left-behind, finding:NAME.',
    ],
  },
  {
    name: 'require-experiments',
    value: 'N',
    group: 'Pipelines',
    help: ['Exit with 3 where the report has fewer.'],
  },
  {
    name: 'ci',
    value: 'NAME',
    group: 'Pipelines',
    help: [
      'Name the build on page 1, and show what the server',
      'can show: auto, github, gitlab, jenkins, azure,',
      'bitbucket, circleci, buildkite (default: none).',
    ],
  },
  {
    name: 'github-summary',
    group: 'Pipelines',
    help: ['In a step of GitHub Actions: its summary,', 'annotations and outputs.'],
  },
  {
    name: 'max-input',
    value: 'SIZE',
    group: 'Running',
    help: ['Longest input, unpacked: 512MB (default), 2GB, none.'],
  },
  {
    name: 'config',
    value: 'FILE',
    group: 'Running',
    help: ['Read options from FILE, JSON or YAML; else from the', 'nearest chaos-report.config.json, .yaml or .yml.'],
  },
  { name: 'no-config', group: 'Running', help: ['Look for no such file.'] },
  { name: 'strict', group: 'Running', help: ['Write nothing unless every journal can be read.'] },
  { name: 'quiet', short: 'q', group: 'Running', help: ['Say nothing but errors.'] },
  { name: 'verbose', short: 'v', group: 'Running', help: ['Say what is read, and all that is odd about it.'] },
  { name: 'version', short: 'V', group: 'Running', help: ['Show the version.'] },
  { name: 'help', short: 'h', group: 'Running', help: ['Show this help.'] },
] as const satisfies readonly Option[];

export type OptionName = (typeof OPTIONS)[number]['name'];
