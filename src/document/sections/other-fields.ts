/** Fields that nobody knows: of the experiment, of its hypothesis, of the journal. */
import type { JsonObject } from '../../json.js';
import type { Experiment } from '../../report/types.js';
import { partId } from '../ids.js';
import { inlines, paragraph } from '../inline.js';
import type { Notation } from '../settings.js';
import type { Section } from '../types.js';
import { fieldBlocks } from './fields.js';

/** Where two parts of the journal have some, each has its name: both may have the same field. */
export function otherSection(
  id: string,
  { definition, otherFields, hypothesis, source }: Experiment,
  notation: Notation,
): Section | null {
  const { file } = source;
  const runtime: JsonObject = definition.runtime === null ? {} : { runtime: definition.runtime };
  const parts = [
    ['Of the experiment:', { ...runtime, ...definition.otherFields }, '/experiment'],
    ['Of the hypothesis:', hypothesis?.otherFields ?? {}, '/experiment/steady-state-hypothesis'],
    ['Of the journal:', otherFields, ''],
  ] as const;
  const told = parts.flatMap(([title, values, pointer]) => {
    const blocks = fieldBlocks(values, { file, pointer }, notation);
    return blocks.length === 0 ? [] : [{ title, blocks }];
  });
  if (told.length === 0) return null;
  return {
    kind: 'section',
    name: 'other-fields',
    id: partId(id, 'other-fields'),
    title: inlines('Other fields'),
    blocks: told.flatMap(({ title, blocks }) => (told.length === 1 ? blocks : [paragraph(title, 'intro'), ...blocks])),
  };
}
