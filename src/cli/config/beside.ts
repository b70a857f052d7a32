/** A path in a configuration file, which is beside that file → the same path from the folder that the command runs in. */
import * as path from 'node:path';

/** A slash at the end says that it is a folder. */
export function beside(
  file: string,
  named: string,
  cwd: string,
  paths: Pick<typeof path, 'dirname' | 'relative' | 'resolve'> = path,
): string {
  if (named === '-') return named;
  const from = paths.relative(cwd, paths.resolve(paths.dirname(file), named)) || '.';
  return /[/\\]$/.test(named) ? `${from}/` : from;
}
