/** Facts → JSON. `report.schema.json` describes it, docs/json.md says how versions go. */
import { TEXT_AFTER_EXPERIMENTS, textBeforeExperiments, textOfExperiment } from '../../report/report-text.js';
import { writePieces } from '../pieces.js';
import type { Renderer } from '../types.js';

/** The format that other programs read. */
export const json: Renderer = {
  format: 'json',
  async open({ head }, _settings, sink) {
    const utf8 = new TextEncoder();
    let first = true;
    await sink.write(utf8.encode(textBeforeExperiments(head)));
    return {
      async experiment({ facts }) {
        await writePieces(textOfExperiment(facts, first), (bytes) => sink.write(bytes));
        first = false;
      },
      async close() {
        await sink.write(utf8.encode(TEXT_AFTER_EXPERIMENTS));
      },
    };
  },
};
