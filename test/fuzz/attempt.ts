/**
 * A file → what the command makes of it in every format, by its own reader, its two passes and its writer. Whatever is not a report
 * and no clear error is thrown.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstPass } from '../../src/cli/first-pass.js';
import { materialOf } from '../../src/cli/material.js';
import { errorLines } from '../../src/cli/messages.js';
import { terminalOn } from '../../src/cli/terminal.js';
import { writeOutputs, type Destined } from '../../src/cli/write-outputs.js';
import { DEFAULT_WORDS } from '../../src/document/compose.js';
import { ReportError } from '../../src/errors.js';
import { formatNamed, type FormatName } from '../../src/render/index.js';
import { DEFAULT_SETTINGS, type RenderSettings } from '../../src/render/types.js';
import { keepingEnds } from './keeping-ends.js';

/** A report in every format; one with a part of what the file holds; or the code of the error that said why not. */
export type Outcome = 'report' | 'in part' | ReportError['code'];

/** A file as it lies on a disk, and how it is read. */
export interface Attempted {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Whether every experiment is read again for the second pass, as those of many journals are. */
  readonly readAgain: boolean;
  /** As `--max-input`, in bytes. */
  readonly maxInput: number;
}

type Wanted = readonly [format: FormatName, settings: Partial<RenderSettings>, shape: RegExp];

/** Everything but the PDF. */
export const TEXT_FORMATS: readonly Wanted[] = [
  ['json', {}, /^\{"head".*\}\n$/s],
  ['html', {}, /^<!doctype html>[^]*<\/html>\s*$/i],
  ['html', { fragment: true, notation: 'json' }, /^<section [^]*<\/section>\s*$/],
  ['html', { profile: 'confluence' }, /./],
  ['markdown', {}, /^# /],
  ['markdown', { profile: 'github' }, /^# /],
  ['junit', {}, /^<\?xml [^]*<\/testsuites>\s*$/],
];

/** The PDF too. */
export const EVERY_FORMAT: readonly Wanted[] = [...TEXT_FORMATS, ['pdf', {}, /^%PDF-1\.\d[^]*%%EOF\s*$/]];

/** Reads, builds and renders in these formats. */
export async function attempt(formats: readonly Wanted[], { name, bytes, ...how }: Attempted): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'chaos-report-fuzz-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    return unharmed(await attemptFile(formats, file, how));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same, of a file that is there already. */
export async function attemptFile(
  formats: readonly Wanted[],
  file: string,
  { readAgain, maxInput }: Omit<Attempted, 'name' | 'bytes'>,
): Promise<Outcome> {
  const pass = await firstPass(
    { files: [{ file, found: false, identity: file, readableTwice: true, size: 0 }], folders: [], errors: [] },
    {
      title: null,
      generated: '2026-11-23T12:00:00Z',
      sort: 'severity',
      generator: { name: 'chaos-report', version: '0.0.0' },
    },
    { read: () => undefined, passedOver: () => undefined },
    { maxInput, ...(readAgain ? { built: 0 } : {}) },
  );
  for (const error of pass.errors) isClear(error, file);
  const [first] = pass.errors;
  if (pass.head.lines.length === 0) {
    if (first === undefined && pass.reports.length === 0) throw new Error('There is no report, and no error.');
    return unharmed(first?.code ?? 'no-journal');
  }
  await makesAll(formats, pass);
  return unharmed(first === undefined ? 'report' : 'in part');
}

async function makesAll(formats: readonly Wanted[], pass: Awaited<ReturnType<typeof firstPass>>): Promise<void> {
  const made = formats.map(([name, settings, shape], index) => {
    const format = formatNamed(name);
    if (format === undefined) throw new Error(`${name} is no format`);
    const target = keepingEnds();
    const request: Destined = { file: `${index} ${name}`, format, target: () => target, settings };
    return { request, target, shape, mayBeRefused: settings.profile === 'github' };
  });
  const material = materialOf(pass, DEFAULT_WORDS, DEFAULT_SETTINGS, { at: () => undefined });
  const requests = made.map(({ request }) => request);
  const written = await writeOutputs(requests, material, process.stdout);
  if (written.length !== made.length) throw new Error('An output was forgotten.');
  written.forEach((one, index) => {
    const output = made[index];
    if (output === undefined) return;
    const { request, target, shape, mayBeRefused } = output;
    if ('error' in one) {
      const { cause } = one.error;
      // What a renderer did not see coming is told as a mistake of ours, and is one.
      if (cause !== undefined && !(cause instanceof ReportError)) throw new Error(one.error.message, { cause });
      // A title alone can be longer than a comment may be.
      if (!mayBeRefused) throw new Error(`${request.file} was refused: ${one.error.message}`);
    } else if (!shape.test(target.ends())) {
      throw new Error(`${request.file} looks wrong: ${JSON.stringify(target.ends())}`);
    }
  });
}

const PLAIN = terminalOn(process.stderr, { NO_COLOR: '1' });

/** It names the file, and says so in lines that do nothing to a terminal. */
function isClear(error: ReportError, file: string): void {
  if (error.message === '' || error.place?.file !== file) throw error;
  const lines = errorLines(error, PLAIN);

  if (/[\0-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/.test(lines)) {
    throw new Error(`An unclear error: ${JSON.stringify(lines)}`);
  }
}

const KEYS_OF_OBJECTS = Object.getOwnPropertyNames(Object.prototype).length;

/** No key of a journal may become one of every object. */
function unharmed(outcome: Outcome): Outcome {
  if (Object.getOwnPropertyNames(Object.prototype).length === KEYS_OF_OBJECTS) return outcome;
  throw new Error('The prototype of all objects was changed.');
}
