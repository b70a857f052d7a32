/** `verify`: a report and journals → whether the report was made of them, told on the terminal. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { count } from '../../document/words/quantity.js';
import { visibleLine } from '../../document/words/visible.js';
import { ReportError } from '../../errors.js';
import { findInputs, type Input } from '../find-inputs.js';
import { errorLines } from '../messages.js';
import type { Channels } from '../outcome.js';
import { systemError } from '../system-error.js';
import type { Terminal } from '../terminal.js';
import { compare, type Finding, type PresentFile } from './compare.js';
import { isNamed } from './recorded-name.js';
import { isStranger } from './is-stranger.js';
import { readManifest, type Manifest } from './manifest.js';
import { openReport } from './open-report.js';

/** What is to be verified. */
export interface VerifyCommand {
  readonly report: string;
  /** Files, folders and patterns. */
  readonly journals: readonly string[];
  /** Says nothing but errors. */
  readonly quiet: boolean;
}

type Style = Parameters<Terminal['paint']>[0];

const PAINT: Readonly<Record<Finding['state'], Style>> = {
  matches: 'good',
  changed: 'bad',
  missing: 'bad',
  'not in the report': 'caution',
};
const WIDTH = 'not in the report'.length + 2;

/** 0 where everything is as recorded, 1 where something could not be read, 3 where something differs. */
export async function verify({ report, journals, quiet }: VerifyCommand, channels: Channels): Promise<0 | 1 | 3> {
  const { terminal, stderr } = channels;
  const found = await openReport(report);
  const manifest = readManifest(found.bytes, found.file);
  const inputs = await findInputs(journals);
  const errors: ReportError[] = [...inputs.errors];
  const files: PresentFile[] = [];
  const recorded = new Set(manifest.sources.map(({ sha256 }) => sha256));
  let passedOver = 0;
  for (const input of inputs.files) {
    if (input.identity === found.identity) continue;
    try {
      const file = await fingerprint(input);
      const isNew = !recorded.has(file.sha256) && !manifest.sources.some((one) => isNamed(one.file, file.file));
      if (isNew && (await isStranger(input))) passedOver++;
      else files.push(file);
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      errors.push(error);
    }
  }
  const findings = compare(manifest.sources, files);
  const differ = findings.some(({ state }) => state !== 'matches') || manifest.attachments.some(isDifferent);
  if (!quiet) {
    const line = (state: string, role: Style, words: string): void => {
      terminal.write(`${terminal.paint(role, state)}${' '.repeat(WIDTH - state.length)}${words}\n`);
    };
    for (const finding of findings) line(finding.state, PAINT[finding.state], fileWords(finding));
    for (const attachment of manifest.attachments.filter(isDifferent)) {
      line(attachment.state, 'bad', `attachment ${visibleLine(attachment.name)}`);
    }
    terminal.write(`\n${summary(findings, manifest, passedOver).replaceAll('\u00a0', ' ')}\n`);
  }
  for (const error of errors) stderr.write(errorLines(error, stderr));
  return errors.length > 0 ? 1 : differ ? 3 : 0;
}

/** Of the bytes as they lie on the disk, packed or not, as they go by. */
async function fingerprint({ file }: Input): Promise<PresentFile> {
  const hash = createHash('sha256');
  try {
    for await (const part of file === '-' ? process.stdin : createReadStream(file)) hash.update(part as Uint8Array);
  } catch (error) {
    throw systemError(error, file);
  }
  return { file, sha256: hash.digest('hex') };
}

function isDifferent({ state }: Manifest['attachments'][number]): boolean {
  return state !== 'as recorded';
}

function fileWords(finding: Finding): string {
  const now = 'as' in finding && finding.as !== null ? ` (now ${visibleLine(finding.as)})` : '';
  return `${visibleLine(finding.file)}${now}`;
}

function summary(findings: readonly Finding[], { sources, attachments }: Manifest, passedOver: number): string {
  const of = (wanted: Finding['state']): number => findings.filter(({ state }) => state === wanted).length;
  const parts = [`Of ${count(sources.length, 'source')}, ${of('matches')} as recorded`];
  if (of('changed') > 0) parts.push(`${of('changed')} changed`);
  if (of('missing') > 0) parts.push(`${of('missing')} missing`);
  if (of('not in the report') > 0) parts.push(`${count(of('not in the report'), 'file')} not in the report`);
  if (attachments.length > 0) {
    const kept = attachments.filter((one) => !isDifferent(one)).length;
    parts.push(`of ${count(attachments.length, 'attachment')}, ${kept} as recorded`);
  }
  if (passedOver > 0)
    parts.push(`${count(passedOver, 'file')} in folders or patterns passed over, because no journal is in them`);
  return `${parts.join('; ')}.`;
}
