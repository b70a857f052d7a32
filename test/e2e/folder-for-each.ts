/** An empty folder for each test of a file, which is gone after it. */
import { readdirSync } from 'node:fs';
import { afterEach, beforeEach } from '@jest/globals';
import { emptyFolder, type Folder } from './command.js';

/** The folder of the test at hand. */
export interface TestFolder extends Folder {
  /** The names of what is in it, or in a folder of it, in order. */
  names(inside?: string): readonly string[];
}

/** Begins and ends it with every test. `prepare` puts into it what each of them needs. */
export function folderForEach(prepare: (folder: Folder) => void = () => undefined): TestFolder {
  let folder: Folder;
  beforeEach(() => {
    folder = emptyFolder();
    prepare(folder);
  });
  afterEach(() => folder.remove());
  return {
    get path() {
      return folder.path;
    },
    at: (name) => folder.at(name),
    fixture: (name, as) => folder.fixture(name, as),
    run: (...args) => folder.run(...args),
    runWith: (env, ...args) => folder.runWith(env, ...args),
    start: (...args) => folder.start(...args),
    remove: () => folder.remove(),
    names: (inside = '.') => readdirSync(folder.at(inside)).sort(),
  };
}
