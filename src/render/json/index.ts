/**
 * Facts → JSON: the head on the first line, then one experiment a line, so that a report of any length can be read back
 * piece by piece. `report.schema.json` describes it, docs/json.md says how versions go.
 */
import type { Renderer } from '../types.js';
import { factsText } from './facts-text.js';

/** The format that other programs read. */
export const json: Renderer = {
  format: 'json',
  async open({ head }, _settings, sink) {
    const utf8 = new TextEncoder();
    let separator = '';
    await sink.write(utf8.encode(`{"head":${factsText(head)},\n"experiments":[`));
    return {
      async experiment({ facts }) {
        await sink.write(utf8.encode(`${separator}\n${factsText(facts)}`));
        separator = ',';
      },
      async close() {
        await sink.write(utf8.encode('\n]}\n'));
      },
    };
  },
};
