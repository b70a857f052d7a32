/** The tests that need more than Node: Chromium, poppler, qpdf, mupdf. `.ci/run` installs those and runs these. */
import config from './jest.config.mjs';

/** @type {import('jest').Config} */
export default {
  ...config,
  testMatch: ['<rootDir>/test/external/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
