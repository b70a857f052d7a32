/** A command → its report: finds the inputs, makes the two passes, and hands what came of it to be told. */
import type { WordSettings } from '../document/settings.js';
import { visibleLine } from '../document/words/visible.js';
import { zoneOf } from '../document/words/zone.js';
import { ReportError } from '../errors.js';
import { trippedBy } from '../report/gate.js';
import { VERSION } from '../version.js';
import { azureView } from './ci/azure.js';
import { findContext, type Found } from './ci/context.js';
import { githubView } from './ci/github.js';
import type { View, ViewFacts } from './ci/view.js';
import { readAppearance } from './appearance.js';
import { openEvidence } from './evidence-folder.js';
import type { Inputs } from './find-inputs.js';
import { firstPass, type FirstPass } from './first-pass.js';
import { warningLine } from './messages.js';
import { partInputsFromOutputs } from './input-is-output.js';
import type { Channels } from './outcome.js';
import { materialOf } from './material.js';
import { progressOn } from './progress.js';
import { loadRedaction } from './redaction-files.js';
import { readBaseline } from './read-baseline.js';
import { loadVariables } from './variable-files.js';
import type { Command } from './command.js';
import { loadSidecars } from './sidecar-files.js';
import { noJournalMessage, tell } from './tell.js';
import { writeOutputs, type Written } from './write-outputs.js';

/** Reads, reports, writes and tells. 0 where all of it worked, 1 where something could not be read or written, 3 where the gate was tripped. */
export async function makeReport(command: Command, found: Inputs, channels: Channels): Promise<0 | 1 | 3> {
  const server = await findContext(command.ci, process.env);
  const view = await viewOf(command, server);
  const progress = progressOn(channels.stderr, command.loudness === 'normal', Date.now);
  const { settings, warnings } = await readAppearance(command);
  if (command.loudness !== 'quiet')
    for (const { place, message } of warnings) channels.stderr.write(warningLine(place, message, channels.stderr));
  const baseline = command.baseline === null ? null : await readBaseline(command.baseline);
  const variables = await loadVariables(command.variables, process.env);
  const masking = { off: command.unmasked, rules: await loadRedaction(command.redact) };
  const parted = await partInputsFromOutputs(found, command.outputs);
  const sidecars = await loadSidecars(command.meta, parted.inputs.files, parted.inputs.folders);
  const pass = await firstPass(
    parted.inputs,
    {
      title: command.title,
      generated: command.generated,
      sort: command.sort,
      runs: command.runs,
      latestFirst: command.sections.has('runs'),
      variables,
      masking,
      ...(command.evidence === null ? {} : { evidence: await openEvidence(command.evidence) }),
      ...(server ? { context: server.context } : {}),
      sidecars,
      ...(command.filter ? { filter: command.filter } : {}),
      ...(baseline ? { baseline } : {}),
      generator: { name: 'chaos-report', version: VERSION },
    },
    {
      read(file, done, total) {
        progress.at('Reading', done, total);
        if (command.loudness === 'verbose') channels.stderr.write(`reading ${visibleLine(file)}\n`);
      },
      passedOver({ place, message }) {
        if (command.loudness === 'verbose')
          channels.stderr.write(`passed over ${visibleLine(`${place?.file ?? ''}: ${message}`)}\n`);
      },
    },
    { maxInput: command.maxInput },
  );
  const errors = [...pass.errors, ...parted.errors];
  let written: readonly Written[] = [];
  if (pass.head.lines.length === 0) errors.push(new ReportError('no-journal', noJournalMessage(pass.head)));
  else if (command.strict && errors.length > 0) {
    errors.push(new ReportError('unwritable', 'Nothing was written, because of --strict.'));
  } else {
    try {
      const material = materialOf(pass, await wordSettings(command), settings, progress);
      written = await writeOutputs([...parted.outputs, ...(view?.outputs ?? [])], material, channels.stdout);
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      errors.push(error);
    }
  }
  progress.end();
  for (const one of written) if ('error' in one) errors.push(one.error);
  const trips = trippedBy(pass.head, command.gate);
  if (view) errors.push(...(await view.finish(viewFacts(pass, command, written), channels.stderr)));
  const leftOut = parted.leftOut.map(({ file }) => file);
  tell(
    { head: pass.head, leftOut, reports: pass.reports, strangers: pass.strangers, written, trips, errors },
    command,
    channels,
  );
  // A report that is not whole comes first: pipelines allow 3 as "the system deviated", and would not notice.
  return errors.length > 0 ? 1 : trips.length > 0 ? 3 : 0;
}

/** What the server shows: asked for by name, or because it was found. */
async function viewOf({ githubSummary, ci }: Command, found: Found | null): Promise<View | null> {
  if (githubSummary || found?.word === 'github')
    return githubView(process.env, githubSummary ? '--github-summary' : `--ci ${ci}`);
  return found?.word === 'azure' ? azureView(process.env) : null;
}

function viewFacts({ head }: FirstPass, { notation, gate }: Command, written: readonly Written[]): ViewFacts {
  const isGated = gate.rules.length > 0 || gate.experiments !== null;
  return {
    head,
    notation,
    trips: isGated ? trippedBy(head, gate).length : null,
    files: written.flatMap((one) => ('size' in one && one.file !== '-' ? one.file : [])),
  };
}

async function wordSettings(command: Command): Promise<WordSettings> {
  const { timeZone, notation, sections, classification, footer, author, subject, keywords } = command;
  const zone = await zoneOf(timeZone);
  if (!zone) throw new ReportError('usage', `The time zone ${timeZone} cannot be used.`);
  return {
    zone,
    notation,
    sections,
    ...(classification === null ? {} : { classification }),
    ...(footer === null ? {} : { footer }),
    ...(author === null ? {} : { author }),
    ...(subject === null ? {} : { subject }),
    ...(keywords === null ? {} : { keywords }),
  };
}
