/** The terminal as a value: what is written to it, whether it takes colours, how wide it is. */
import { styleText } from 'node:util';
import type { Tone } from '../document/types.js';
import { obeysItsLog, withoutCommands } from './workflow-commands.js';

type Style = Tone | 'strong' | 'quiet';

/** A stream of text for people. */
export interface Terminal {
  write(text: string): void;
  /** Writes a line that the CI server shall obey: nothing else may. */
  command(line: string): void;
  /** The text in colour, where the terminal takes colours. */
  paint(style: Style, text: string): string;
  readonly isTerminal: boolean;
  /** Characters in a line; undefined where it is no terminal. */
  readonly columns: number | undefined;
}

const COLOURS = {
  good: 'green',
  bad: 'red',
  caution: 'yellow',
  neutral: 'gray',
  strong: 'bold',
  quiet: 'dim',
} as const satisfies Readonly<Record<Style, Parameters<typeof styleText>[0]>>;

/** A stream as a terminal, with the colours that the environment asks for (https://no-color.org, https://force-color.org). */
export function terminalOn(stream: NodeJS.WriteStream, env: Readonly<Record<string, string | undefined>>): Terminal {
  const colours = takesColours(stream, env);
  const harmless = !obeysItsLog(env);
  return {
    write: (text) => void stream.write(harmless ? text : withoutCommands(text)),
    command: (line) => void stream.write(line),
    // From Node 22 on styleText would look at standard output itself; older versions do not know the option.
    paint: (style, text) => (colours ? styleText(COLOURS[style], text, { validateStream: false }) : text),
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns : undefined,
  };
}

function takesColours(
  stream: NodeJS.WriteStream,
  { NO_COLOR, FORCE_COLOR, TERM }: Readonly<Record<string, string | undefined>>,
): boolean {
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return stream.isTTY && TERM !== 'dumb';
}
