/** The table of options → the text of `--help`. */
import { FORMATS, FORMAT_NAMES } from '../render/index.js';
import { OPTION_GROUPS, OPTIONS, type Option } from './options.js';

/** Common uses, with the words for each. */
const EXAMPLES: readonly (readonly [string, string])[] = [
  ['chaos-report', 'what ./journal.json says, on the terminal'],
  ['chaos-report journal.json -o report.pdf', 'one journal as a PDF'],
  ['chaos-report journals/ -o report.pdf -o report.html', 'all journals of a folder, in two formats'],
  ['chaos-report "runs/**/*.json" -o report.json', 'a pattern; the facts for other programs'],
  ['chaos-report journal.json -o - --format html > out.html', 'to standard output'],
  ['chaos-report *.json -o report.pdf --tz Europe/Paris --title "Game day"', 'local times and a title'],
];

/** Where the words of an option begin. */
const INDENT = 28;

/** The whole help text, for a terminal of 80 columns or more. */
export function helpText(): string {
  return [
    'Turns the run journals of chaos experiments into one Chaos Engineering Report.',
    '',
    'Usage: chaos-report [journal..] [-o FILE]..',
    '       chaos-report verify REPORT journal..',
    '       chaos-report completion bash|zsh|fish',
    '',
    'A journal is a file, a folder (searched for *.json) or a pattern. Without -o the',
    'verdicts are shown on the terminal and nothing is written. verify says whether a',
    'report (PDF, HTML or JSON) was made of these journals, byte for byte.',
    '',
    ...OPTION_GROUPS.flatMap((group) => [
      `${group}:`,
      ...OPTIONS.filter((option) => option.group === group).flatMap(optionLines),
      '',
    ]),
    'Formats:',
    ...FORMAT_NAMES.map((name) => {
      const { extensions, summary } = FORMATS[name];
      return row(`  ${extensions.map((extension) => `.${extension}`).join(', ')}`, summary);
    }),
    '',
    'Examples:',
    ...EXAMPLES.flatMap(([command, words]) => [`  ${command}`, `      ${words}`]),
    '',
    'Exit codes: 0 done; 1 something could not be read or written; 2 wrong usage;',
    '3 --fail-on or --require-experiments; 130 and 143 stopped by a signal.',
    '',
  ].join('\n');
}

function optionLines(option: Option): readonly string[] {
  const short = option.short === undefined ? '    ' : `-${option.short}, `;
  const [first = '', ...rest] = option.help;
  const value = option.value === undefined ? '' : ` ${option.value}`;
  return [row(`  ${short}--${option.name}${value}`, first), ...rest.map((line) => row('', line))];
}

function row(label: string, words: string): string {
  return `${label.padEnd(INDENT - 1)} ${words}`;
}
