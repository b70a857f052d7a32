/**
 * Inputs and outputs → both without the files that are in both. `chaos-report *.json -o report.json`, run twice, finds
 * its own report among the journals: that one is left out. A journal is never overwritten.
 */
import { realpath } from 'node:fs/promises';
import { ReportError } from '../errors.js';
import type { Input, Inputs } from './find-inputs.js';
import { readEnds } from './open-source.js';
import { isSameOrBelow } from './same-place.js';
import { isFolder, type OutputRequest } from './outputs-option.js';

/** What is left to read and write, and why something is missing. */
export interface Parted {
  readonly inputs: Inputs;
  readonly outputs: readonly OutputRequest[];
  /** Reports of ours that are not read, because they are written. */
  readonly leftOut: readonly Input[];
  readonly errors: readonly ReportError[];
}

/** Parts what would be read and written at once. */
export async function partInputsFromOutputs(inputs: Inputs, requests: readonly OutputRequest[]): Promise<Parted> {
  const leftOut: Input[] = [];
  const outputs: OutputRequest[] = [];
  const errors: ReportError[] = [];
  for (const request of requests) {
    const identity = request.file === '-' ? undefined : await realpath(request.file).catch(() => undefined);
    const input = identity === undefined ? undefined : await firstIn(identity, inputs);
    if (input && isFolder(request.file)) {
      errors.push(
        new ReportError('output-is-input', `The input ${input.file} is in this folder, and would be lost.`, {
          place: { file: request.file },
          hint: 'Name another folder.',
        }),
      );
    } else if (!input) outputs.push(request);
    else if (isOurReport(await readEnds(input.file, END).catch(() => new Uint8Array()))) {
      leftOut.push(input);
      outputs.push(request);
    } else {
      errors.push(
        new ReportError('output-is-input', 'This file is an input too, and would be overwritten.', {
          place: { file: request.file },
          hint: 'Give the output another name.',
        }),
      );
    }
  }
  return {
    inputs: { ...inputs, files: inputs.files.filter((input) => !leftOut.includes(input)) },
    outputs,
    leftOut,
    errors,
  };
}

/** The first input that is this file, or is in this folder. */
async function firstIn(identity: string, { files }: Inputs): Promise<Input | undefined> {
  for (const input of files) {
    if (input.readableTwice && (await isSameOrBelow(input.identity, identity))) return input;
  }
  return undefined;
}

/** How much of a file is looked at, at its beginning and at its end. */
const END = 65_536;

/** True for what chaos-report wrote, in any of its formats: each names its generator, near its beginning or its end. */
function isOurReport(bytes: Uint8Array): boolean {
  const latin1 = new TextDecoder('latin1');
  const ends = latin1.decode(bytes);
  return (
    /^\{"head":\{"schemaVersion":"[\d.]+","generator":\{"name":"chaos-report"/.test(ends) ||
    /<meta name="generator" content="chaos-report/.test(ends) ||
    (ends.startsWith('%PDF-') && /chaos-report/.test(ends))
  );
}
