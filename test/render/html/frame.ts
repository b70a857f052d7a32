/** The place at the top of a page, for tests of what is inside. */
import { templatesWith } from '../../../src/render/html/blocks.js';
import type { Frame } from '../../../src/render/html/frame.js';
import { SAMPLE } from './sample.js';

export const TOP: Frame = {
  head: SAMPLE.head,
  experiment: null,
  outermost: true,
  level: 1,
  rank: 0,
  prefix: '',
  page: null,
  alone: true,
  parts: null,
  render: await templatesWith(new Map()),
};
