/** Puts a finished file in its place. Windows refuses that for a moment while another program looks at the old one. */
import { rename as move } from 'node:fs/promises';

/** What Windows says while a virus scanner, an indexer or a viewer has the file open. */
const IN_USE: ReadonlySet<string | undefined> = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** Milliseconds before each new try: a second in all. */
const PAUSES = [10, 30, 60, 100, 300, 500];

/** Renames a file, and tries again on Windows where it is in use. */
export async function rename(
  from: string,
  to: string,
  { platform = process.platform, act = move }: { platform?: NodeJS.Platform; act?: typeof move } = {},
): Promise<void> {
  for (const pause of platform === 'win32' ? PAUSES : []) {
    try {
      await act(from, to);
      return;
    } catch (error) {
      if (!IN_USE.has((error as NodeJS.ErrnoException).code)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  await act(from, to);
}
