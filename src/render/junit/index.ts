/** The JUnit format: test results for servers of continuous integration, a suite an experiment. docs/junit.md describes it. */
import { testComposer } from '../../document/tests/compose.js';
import { ReportError } from '../../errors.js';
import type { Renderer } from '../types.js';
import { FILE_LIMIT, roomOf } from './fit.js';
import { suiteElement } from './suite.js';
import { attribute } from './xml.js';

const END = '</testsuites>\n';

export const junit: Renderer = {
  format: 'junit',
  async open({ head, front }, { notation }, sink) {
    const utf8 = new TextEncoder();
    const name = [front.title, ...(head.masking.unmasked ? [front.classification ?? ''] : [])].join(' · ');
    const room = roomOf(FILE_LIMIT);
    const suiteOf = testComposer(head, notation);
    let toCome = head.lines.length;
    room.take(END);
    await sink.write(
      utf8.encode(room.take(`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attribute('name', name)}>\n`)),
    );
    return {
      async experiment({ facts }) {
        toCome -= 1;
        await sink.write(utf8.encode(room.suite(suiteOf(facts), toCome, suiteElement)));
      },
      async close() {
        await sink.write(utf8.encode(END));
        if (room.isOver()) {
          throw new ReportError('unwritable', 'Not even the verdicts of this report fit into a file of test results.', {
            hint: 'Report fewer journals at once, in several files.',
          });
        }
      },
    };
  },
};
