/** The appendix of an experiment: what every activity returned, probes of the hypothesis included. */
import type { ActivityResult, Experiment, Outcome, Phase, ProbeCheck } from '../../report/types.js';
import { outputId, partId, placeId } from '../ids.js';
import { inlines, linkTo, paragraph, strong, text } from '../inline.js';
import { valueBlocks } from '../output.js';
import { keyOf } from '../output-key.js';
import type { WordSettings } from '../settings.js';
import { errorBlocks } from '../traceback.js';
import type { Block, Section } from '../types.js';
import { KIND_WORDS, kindNoun, named, PHASE_WORDS } from '../words/names.js';
import { metricsId } from './metrics.js';
import { restSections } from './metric-rest.js';
import { samplesSection } from './samples.js';

export function outputsSection(experiment: Experiment, settings: WordSettings): Section {
  const { id, hypothesis, run, rollbacks } = experiment;
  const { file } = experiment.source;
  // Probes return the same page again and again: a long output that was shown is named, and not shown twice.
  const shown = new Map<string, { readonly id: string; readonly title: string }>();
  const output = (result: ActivityResult, phase: Phase, index: number): Section =>
    outputSection(result, { experiment: id, phase, index, file, shown, drawnAt }, settings);
  const drawnAt = (phase: Phase, index: number): string | null => metricsId(experiment, phase, index);
  const probes = (checks: readonly ProbeCheck[], phase: Phase): Section[] =>
    checks.flatMap(({ result }, index) => (result ? [output(result, phase, index)] : []));
  const samples = hypothesis ? samplesSection(hypothesis.during, experiment, settings) : null;
  // The method first, as in the sample; then what the hypothesis saw around it.
  const sections = [
    ...run.map((result, index) => output(result, 'method', index)),
    ...rollbacks.flatMap(({ result }, index) => (result ? [output(result, 'rollback', index)] : [])),
    ...probes(hypothesis?.before.probes ?? [], 'before'),
    ...(samples ? [samples] : []),
    ...probes(hypothesis?.after.probes ?? [], 'after'),
    ...restSections(experiment, settings),
  ];
  return {
    kind: 'section',
    name: 'experiment-appendix',
    id: partId(id, 'appendix'),
    title: inlines('Appendix'),
    fold: 'closed',
    blocks: sections.length > 0 ? sections : [paragraph('Nothing was run, so there is no output.')],
  };
}

/** Where an output stands, and which long ones stand before it. */
interface OutputHome {
  readonly experiment: string;
  readonly phase: Phase;
  readonly index: number;
  readonly file: string;
  readonly shown: Map<string, { readonly id: string; readonly title: string }>;
  /** The id of the metrics that were read from an output; null where none were. */
  readonly drawnAt: (phase: Phase, index: number) => string | null;
}

function outputSection(result: ActivityResult, home: OutputHome, settings: WordSettings): Section {
  const { experiment, phase, index } = home;
  const name = named(result.name, kindNoun(result.kind));
  const where =
    phase === 'before' || phase === 'after' ? `, ${PHASE_WORDS[phase]}` : phase === 'rollback' ? ', as a rollback' : '';
  return {
    kind: 'section',
    name: 'output',
    id: outputId(experiment, phase, index),
    title: [text(`${KIND_WORDS[result.kind]} - `), strong(name), ...inlines(where)],
    blocks: outputBlocks(result, home, name, `${KIND_WORDS[result.kind]} - ${name}${where}`, settings),
  };
}

/** How what returned nothing came to its end. */
const ENDED: Readonly<Record<Exclude<Outcome, 'succeeded'>, string>> = {
  failed: 'failed',
  skipped: 'was skipped',
  aborted: 'was aborted',
  'no-end': 'was cut off',
  other: 'did not succeed',
};

/** The output; for a probe of the hypothesis also its error, which has no other place. */
function outputBlocks(
  result: ActivityResult,
  { experiment, phase, index, file, shown, drawnAt }: OutputHome,
  name: string,
  title: string,
  { notation }: WordSettings,
): Block[] {
  const { kind, output, exception, pointer } = result;
  const noun = kindNoun(kind);
  const back = placeId(experiment, phase, index);
  if (!result.hasOutput && exception === null)
    return [paragraph(inlines('The ', linkTo(back, noun), ' recorded no output.'))];
  const error =
    exception !== null && (phase === 'before' || phase === 'after')
      ? [
          paragraph(`The ${name} ${noun} raised the following error while running:`),
          ...errorBlocks(exception, name, { file, pointer: `${pointer}/exception` }),
        ]
      : [];
  const key = keyOf(output);
  const same = key === null ? undefined : shown.get(key);
  if (same) {
    const words = inlines(
      'The ',
      linkTo(back, noun),
      ' returned the same result as ',
      linkTo(same.id, same.title),
      '.',
    );
    return [...error, paragraph(words)];
  }
  if (key !== null) shown.set(key, { id: outputId(experiment, phase, index), title });
  const blocks = valueBlocks(output, { file, pointer: `${pointer}/output` }, notation);
  const drawn = drawnAt(phase, index);
  if (drawn === null)
    return [
      ...error,
      paragraph(
        output === null && result.outcome !== 'succeeded'
          ? inlines('The ', linkTo(back, noun), ` ${ENDED[result.outcome]} and returned nothing:`)
          : result.dry
            ? inlines('The ', linkTo(back, noun), ' was not carried out in this dry run; the journal has this result:')
            : inlines('The ', linkTo(back, noun), ' returned the following result:'),
        'intro',
      ),
      ...blocks,
    ];
  return [
    ...error,
    paragraph(
      inlines(
        'The ',
        linkTo(back, noun),
        ' returned the following result; its values are ',
        linkTo(drawn, 'among the metrics above'),
        ':',
      ),
      'intro',
    ),
    ...blocks.map((block) => (block.kind === 'code' ? { ...block, drawn: true } : block)),
  ];
}
