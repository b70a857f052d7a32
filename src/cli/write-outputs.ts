/** Head and experiments → every output, side by side: the second of the two passes. One that fails leaves the others alone. */
import { ReportError } from '../errors.js';
import type { Opening, Chapter, Rendering, RenderSettings } from '../render/types.js';
import { openOutputFile, type OutputTarget } from './output-file.js';
import { openOutputFolder } from './output-folder.js';
import { isFolder, type OutputRequest } from './outputs-option.js';
import { openStandardOutput } from './standard-output.js';

/** An output to write, where it is no file of its own: what its bytes go to, and what its renderer is told. */
export interface Destined extends OutputRequest {
  readonly target?: () => OutputTarget;
  readonly settings?: Partial<RenderSettings>;
}

/** What became of one output. */
export type Written =
  { readonly file: string; readonly size: number } | { readonly file: string; readonly error: ReportError };

/** What the outputs are made of. */
export interface Material {
  readonly opening: Opening;
  readonly settings: RenderSettings;
  /** False where chapters were not asked for: formats made of facts have the experiments all the same. */
  readonly withChapters: boolean;
  /** In the order of the head's lines. May throw a ReportError, and then nothing is written. */
  readonly chapters: () => AsyncIterable<Chapter>;
}

/** An output on its way. */
interface Underway {
  readonly file: string;
  readonly target: OutputTarget;
  readonly takesChapters: boolean;
  readonly rendering: Rendering;
}

/** Writes all outputs. Each is in its place when this resolves, or it is as it was before. */
export async function writeOutputs(
  requests: readonly Destined[],
  { opening, settings, withChapters, chapters }: Material,
  stdout: NodeJS.WritableStream,
): Promise<readonly Written[]> {
  const targets = new Set<OutputTarget>();
  const results = new Map<string, Written>();
  /** Takes one step of one output; where it fails, the output is given up. */
  const attempt = async <T>(
    file: string,
    target: OutputTarget | undefined,
    step: () => Promise<T>,
  ): Promise<T | undefined> => {
    try {
      return await step();
    } catch (error) {
      target?.discard();
      results.set(file, { file, error: inTermsOf(error, file) });
      return undefined;
    }
  };

  try {
    let underway: Underway[] = [];
    for (const { file, format, target: open, settings: own } of requests) {
      const target = await attempt(file, undefined, async () =>
        open
          ? open()
          : file === '-'
            ? openStandardOutput(stdout)
            : isFolder(file)
              ? openOutputFolder(file)
              : await openOutputFile(file),
      );
      if (!target) continue;
      targets.add(target);
      const rendering = await attempt(file, target, async () =>
        (await format.load()).open(opening, { ...settings, folder: isFolder(file), ...own }, target),
      );
      const takesChapters = withChapters || format.of === 'facts';
      if (rendering) underway.push({ file, target, takesChapters, rendering });
    }
    const step = async (act: (one: Underway) => Promise<unknown>): Promise<void> => {
      for (const one of underway) await attempt(one.file, one.target, () => act(one));
      underway = underway.filter(({ file }) => !results.has(file));
    };
    if (underway.some(({ takesChapters }) => takesChapters)) {
      for await (const chapter of chapters()) {
        await step(async ({ rendering, takesChapters }) => takesChapters && rendering.experiment(chapter));
      }
    }
    await step(({ rendering }) => rendering.close());
    await step(({ target }) => target.commit());
    for (const { file, target } of underway) results.set(file, { file, size: target.size() });
    targets.clear();
  } finally {
    // A source that changed between the passes ends all outputs.
    for (const target of targets) target.discard();
  }
  return requests.flatMap(({ file }) => results.get(file) ?? []);
}

function inTermsOf(error: unknown, file: string): ReportError {
  if (error instanceof ReportError) return error;
  return new ReportError(
    'unwritable',
    `The report could not be made: ${error instanceof Error ? error.message : String(error)}`,
    {
      place: { file },
      hint: 'This is a mistake in chaos-report: please report it, with what --verbose shows.',
      cause: error,
    },
  );
}
