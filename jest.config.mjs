/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // A test that hangs is to end; how long the others take on a busy machine, nobody knows.
  testTimeout: 300_000,
  // Jest leaves one core to itself, which is half of two.
  maxWorkers: '100%',
  // What a test file has loaded stays in the memory of its worker.
  workerIdleMemoryLimit: '1GB',
  globalSetup: '<rootDir>/build/jest-setup.mjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // Browser, PDF reader and conformance checks need more than Node: they have a config of their own.
  testPathIgnorePatterns: ['/node_modules/', '/test/external/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'] },
  transform: {
    '/templates/[^/]+\\.(hbs|css|js)$': '<rootDir>/build/handlebars-jest.mjs',
    '^.+\\.ts$': [
      '<rootDir>/build/typescript-jest.mjs',
      {
        jsc: {
          parser: { syntax: 'typescript' },
          target: 'es2023',
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
};
