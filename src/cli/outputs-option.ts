/** `-o FILE`, `--format`, and the `--export-format` of "chaos report" → the outputs to write, each with its format. */
import { resolve, sep } from 'node:path';
import { ReportError } from '../errors.js';
import { extensionOf, FORMAT_NAMES, formatNamed, formatOfFile, knownExtensions, type Format } from '../render/index.js';
import { suggestion } from '../suggest.js';

/** One output that was asked for. `file` is `-` for standard output; a folder ends with a slash. */
export interface OutputRequest {
  readonly file: string;
  readonly format: Format;
}

/** What the command line says of outputs. */
export interface OutputArguments {
  readonly files: readonly string[];
  /** The value of `--format`. */
  readonly format: string | undefined;
  /** The value of `--export-format`. */
  readonly exportFormat: string | undefined;
  readonly positionals: readonly string[];
}

/** The outputs, what is left of the positional arguments, and what is wrong. */
export interface Outputs {
  readonly outputs: readonly OutputRequest[];
  readonly inputs: readonly string[];
  readonly problems: readonly ReportError[];
}

/** Gives each output its format: by its extension, else by `--format`. */
export function readOutputs({ files, format, exportFormat, positionals }: OutputArguments): Outputs {
  const problems: ReportError[] = [];
  const named = (option: string, name: string | undefined): Format | undefined => {
    const found = name === undefined ? undefined : (formatNamed(name) ?? formatOfFile(`x.${name.replace(/5$/, '')}`));
    if (name !== undefined && !found) problems.push(unknownFormat(`--${option} "${name}" is not a format.`, name));
    return found;
  };
  const given = named('format', format);
  const exported = named('export-format', exportFormat);

  if (exportFormat !== undefined) {
    const file = positionals.at(-1);
    if (files.length > 0)
      problems.push(
        usage('--export-format and -o were both given.', 'Use -o FILE alone: its extension names the format.'),
      );
    else if (positionals.length < 2 || file === undefined) {
      problems.push(
        usage(
          '--export-format needs the journals and then the file to write.',
          'chaos-report --export-format=pdf journal.json report.pdf',
        ),
      );
    }
    if (exported && exported.name !== 'html' && file !== undefined && isFolder(file)) {
      problems.push(usage(`The output ${file} is a folder, and a folder is HTML.`, 'Name a file.'));
    }
    const outputs = exported && file !== undefined ? [{ file, format: exported }] : [];
    return { outputs, inputs: positionals.slice(0, -1), problems };
  }

  const html = formatNamed('html');
  const byExtension = (file: string): Format | undefined => (file === '-' ? undefined : formatOfFile(file));
  const outputs = files.flatMap((file): OutputRequest[] => {
    if (html && isFolder(file)) return [{ file, format: html }];
    const known = byExtension(file);
    if (known) return [{ file, format: known }];
    if (format !== undefined) return given ? [{ file, format: given }] : [];
    if (file === '-') problems.push(usage('-o - needs a format.', `Add --format, one of ${FORMAT_NAMES.join(', ')}.`));
    else problems.push(unknownExtension(file));
    return [];
  });
  if (
    given &&
    !(given.name === 'html' && files.some(isFolder)) &&
    files.every((file) => byExtension(file) ?? isFolder(file))
  ) {
    problems.push(
      files.length === 0
        ? usage(
            '--format was given, but no output.',
            `Add -o - to write to standard output, or -o report.${given.extensions[0] ?? ''}.`,
          )
        : usage(
            files.some(isFolder)
              ? `--format ${given.name} was given, but a folder is HTML: an index and a page an experiment.`
              : `--format ${given.name} was given, but every output has an extension that says its format.`,
            'Leave it out.',
          ),
    );
  }
  problems.push(...inReplacedFolders(outputs));
  const seen = new Set<string>();
  for (const { file } of outputs) {
    const path = file === '-' ? '-' : resolve(file);
    if (seen.has(path)) problems.push(usage(`The output ${file} was given twice.`, 'Give it once.'));
    seen.add(path);
  }
  return { outputs, inputs: positionals, problems };
}

/** Whether an output is a folder: its name ends with a slash. */
export function isFolder(file: string): boolean {
  return /[/\\]$/.test(file);
}

/** A folder is replaced as a whole, and with it what another output has put there. */
function inReplacedFolders(outputs: readonly OutputRequest[]): readonly ReportError[] {
  const folders = outputs.filter(({ file }) => isFolder(file));
  return outputs.flatMap(({ file }) => {
    const around = folders.find((folder) => file !== '-' && resolve(file).startsWith(`${resolve(folder.file)}${sep}`));
    return around
      ? [usage(`The output ${file} is in ${around.file}, which is replaced as a whole.`, 'Put it beside the folder.')]
      : [];
  });
}

function unknownExtension(file: string): ReportError {
  const extension = extensionOf(file);
  if (extension === '')
    return usage(
      `The output ${file} has no extension, so its format is not known.`,
      `Write ${file}.pdf, or add --format.`,
    );
  return unknownFormat(`No format has the extension .${extension} (${file}).`, extension);
}

function unknownFormat(message: string, word: string): ReportError {
  const meant = suggestion(word, knownExtensions());
  const all = `Formats: ${FORMAT_NAMES.join(', ')}.`;
  return new ReportError('unknown-format', message, { hint: meant ? `Did you mean ${meant}? ${all}` : all });
}

function usage(message: string, hint: string): ReportError {
  return new ReportError('usage', message, { hint });
}
