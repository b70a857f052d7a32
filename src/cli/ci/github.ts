/** A step of GitHub Actions: its summary, its annotations, its outputs. */
import { appendFile, stat } from 'node:fs/promises';
import { annotations } from '../../document/annotations.js';
import { ReportError } from '../../errors.js';
import { formatNamed } from '../../render/index.js';
import type { OutputTarget } from '../output-file.js';
import { writeError } from '../system-error.js';
import { annotationCommand, ANNOTATIONS_OF_A_STEP } from './github-annotation.js';
import { stepOutputs, stepOutputText } from './github-outputs.js';
import type { Environment } from './context.js';
import type { View } from './view.js';

/**
 * @param option The option that asked for it, for the message.
 * @throws ReportError `usage` where the environment is not that of a step.
 */
export async function githubView(
  { GITHUB_STEP_SUMMARY: summary = '', GITHUB_OUTPUT: output = '' }: Environment,
  option: string,
): Promise<View> {
  const missing = [...(summary === '' ? ['GITHUB_STEP_SUMMARY'] : []), ...(output === '' ? ['GITHUB_OUTPUT'] : [])];
  if (missing.length > 0) {
    throw new ReportError(
      'usage',
      `This is not a step of GitHub Actions: ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set.`,
      {
        hint: `Leave ${option} out elsewhere; -o report.md --profile github writes Markdown to a file.`,
      },
    );
  }
  // The limit is that of the step, not of one command.
  const taken = await stat(summary).then(
    ({ size }) => size,
    () => 0,
  );
  const format = formatNamed('markdown');
  return {
    outputs: format
      ? [{ file: summary, format, target: () => appendingTo(summary), settings: { profile: 'step-summary', taken } }]
      : [],
    async finish(facts, log) {
      for (const one of annotations(facts.head, facts.notation, ANNOTATIONS_OF_A_STEP)) {
        log.command(annotationCommand(one));
      }
      const files = facts.files.filter((file) => file !== summary);
      try {
        await append(output, stepOutputText(stepOutputs({ ...facts, files })));
      } catch (error) {
        if (error instanceof ReportError) return [error];
        throw error;
      }
      return [];
    },
  };
}

/** Keeps what is written, a megabyte at most, and adds it to the file when all of it is there. */
function appendingTo(file: string): OutputTarget {
  const parts: Uint8Array[] = [];
  let size = 0;
  return {
    size: () => size,
    write(bytes) {
      parts.push(bytes);
      size += bytes.length;
      return Promise.resolve();
    },
    commit: () => append(file, Buffer.concat(parts)),
    discard: () => void parts.splice(0),
  };
}

async function append(file: string, text: string | Uint8Array): Promise<void> {
  await appendFile(file, text).catch((error: unknown) => {
    throw writeError(error, file);
  });
}
