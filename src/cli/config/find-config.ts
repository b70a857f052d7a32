/** The folder that the command runs in → the configuration that holds there: in it, or in the nearest folder above. */
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { up } from 'empathic/walk';
import { isFile } from '../is-file.js';

/** The key in a `package.json`. */
export const PACKAGE_KEY = 'chaos-report';

/** In the order in which they are looked for. */
const NAMES = ['chaos-report.config.json', 'chaos-report.config.yaml', 'chaos-report.config.yml'] as const;

/** The file; null where there is none up to the home folder, or to the root. */
export async function findConfig(from: string): Promise<string | null> {
  for (const folder of up(from, { cwd: from, last: homedir() })) {
    for (const name of NAMES) if (await isFile(join(folder, name))) return join(folder, name);
    const manifest = join(folder, 'package.json');
    if (await hasOurKey(manifest)) return manifest;
  }
  return null;
}

/** A `package.json` that is broken, or without our key, is none of ours. */
async function hasOurKey(manifest: string): Promise<boolean> {
  const text = await readFile(manifest, 'utf8').catch(() => '');
  if (!text.includes(`"${PACKAGE_KEY}"`)) return false;
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === 'object' && content !== null && PACKAGE_KEY in content;
  } catch {
    return false;
  }
}
