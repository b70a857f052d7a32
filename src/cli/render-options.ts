/** The options about what outputs look like → the settings of renderers, and what does not go together. */
import { ReportError } from '../errors.js';
import { DEFAULT_SETTINGS, type Profile, type RenderSettings } from '../render/types.js';
import type { Paper } from '../theme/theme.js';
import { parseChoice } from './choice-option.js';
import type { OptionName } from './options.js';
import { isFolder, type OutputRequest } from './outputs-option.js';
import type { Tokens } from './read-tokens.js';
import { parseSize } from './size-option.js';

/** Reads an option's value: the default where it is not given, or wrong. */
export type ReadOption = <T>(name: OptionName, fallback: T, parse: (text: string) => T) => T;

/** The settings that the command line has; files are read later, `folder` and `taken` are each output's own, and the notation is everybody's. */
export type CommandSettings = Omit<
  RenderSettings,
  'templates' | 'theme' | 'themeFonts' | 'fonts' | 'logo' | 'folder' | 'taken' | 'notation'
>;

/** Reads the settings; what is wrong joins `problems`. */
export function readRenderSettings(
  read: ReadOption,
  { options, origins }: Pick<Tokens, 'options' | 'origins'>,
  outputs: readonly OutputRequest[],
  problems: ReportError[],
): CommandSettings {
  const wrong = (message: string, hint: string): void => {
    problems.push(new ReportError('usage', message, { hint }));
  };
  const settings: CommandSettings = {
    maxOutput: read('max-output', DEFAULT_SETTINGS.maxOutput, (text) => parseSize('max-output', text)),
    page: read<Paper | null>('page', DEFAULT_SETTINGS.page, (text) =>
      parseChoice<Paper>('page', text, ['A4', 'Letter']),
    ),
    attachments: !options.has('no-attachments'),
    assets: read('assets', DEFAULT_SETTINGS.assets, (text) => parseChoice('assets', text, ['inline', 'separate'])),
    fragment: options.has('fragment'),
    headingLevel: read('heading-level', DEFAULT_SETTINGS.headingLevel, parseLevel),
    profile: read<Profile | null>('profile', DEFAULT_SETTINGS.profile, (text) =>
      parseChoice<Profile>('profile', text, ['github', 'gitlab', 'confluence']),
    ),
  };
  if (settings.assets === 'separate' && outputs.some(({ file, format }) => file === '-' && format.name === 'html')) {
    wrong(
      '--assets separate writes files beside the page, and there is no place beside standard output.',
      'Name a file with -o.',
    );
  }
  if (settings.fragment && outputs.some(({ file }) => isFolder(file))) {
    wrong('--fragment writes one section, and a folder has pages.', 'Name a file, or leave --fragment out.');
  }
  if (options.has('heading-level') && !origins.has('heading-level') && !settings.fragment) {
    wrong('--heading-level is about a fragment, and --fragment was not given.', 'Add --fragment, or leave it out.');
  }
  for (const { option, value, formats, words, example } of HEEDED) {
    const isGiven = options.has(option) && (value === undefined || value.some((one) => one === settings.profile));
    // What a configuration says is for many commands, of which some have no use for it.
    if (
      isGiven &&
      !origins.has(option) &&
      outputs.length > 0 &&
      outputs.every((output) => !formats.includes(output.format.name))
    ) {
      wrong(
        `--${option}${value ? ` ${settings.profile ?? ''}` : ''} is about ${words}, and no output is.`,
        `Leave it out, or add -o ${example}.`,
      );
    }
  }
  if (
    settings.profile === 'confluence' &&
    (settings.fragment ||
      settings.assets === 'separate' ||
      options.has('templates') ||
      outputs.some(({ file }) => isFolder(file)))
  ) {
    wrong(
      '--profile confluence has neither style sheet nor page around it.',
      'Leave --fragment, --assets and --templates out, and name a file.',
    );
  }
  return settings;
}

/** A setting that nothing heeds is more often a slip than meant. */
const HEEDED: readonly {
  readonly option: OptionName;
  readonly value?: readonly Profile[];
  readonly formats: readonly string[];
  readonly words: string;
  readonly example: string;
}[] = [
  { option: 'assets', formats: ['html'], words: 'HTML', example: 'report.html' },
  { option: 'templates', formats: ['html'], words: 'HTML', example: 'report.html' },
  { option: 'fragment', formats: ['html'], words: 'HTML', example: 'report.html' },
  { option: 'font', formats: ['pdf'], words: 'the PDF', example: 'report.pdf' },
  { option: 'theme', formats: ['pdf', 'html'], words: 'PDF and HTML', example: 'report.pdf' },
  { option: 'accent', formats: ['pdf', 'html'], words: 'PDF and HTML', example: 'report.pdf' },
  { option: 'logo', formats: ['pdf', 'html'], words: 'PDF and HTML', example: 'report.pdf' },
  { option: 'profile', value: ['github', 'gitlab'], formats: ['markdown'], words: 'Markdown', example: 'report.md' },
  { option: 'profile', value: ['confluence'], formats: ['html'], words: 'HTML', example: 'page.html' },
];

function parseLevel(text: string): number {
  if (!/^[1-6]$/.test(text)) {
    throw new ReportError('usage', `--heading-level cannot be "${text}".`, { hint: 'HTML has the levels 1 to 6.' });
  }
  return Number(text);
}
