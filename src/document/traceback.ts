/** A traceback → a code block whose lines are known: exception lines, frames of installed libraries, joining sentences. */
import { exceptionHeadline } from '../report/exception.js';
import { paragraph } from './inline.js';
import type { Block, Code, CodeLine } from './types.js';
import { visible } from './words/visible.js';

const JOINT =
  /^(?:During handling of the above exception, another exception occurred:|The above exception was the direct cause of the following exception:)$/;
/** Frames under these folders are somebody else's code. */
const LIBRARY = /^\s+File ".*(?:site-packages|dist-packages|[/\\]lib[/\\]python\d|[/\\]Lib[/\\])/;
const FRAME = /^\s+File "/;
const EXCEPTION = /^(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?::|$)/;

/** The longest message that stands above the traceback, which has the whole of it. */
const MESSAGE_LIMIT = 600;

/** The error of an activity: class and message first, then the whole traceback. */
export function errorBlocks(exception: string, name: string, source: Code['source']): Block[] {
  const { type, message } = exceptionHeadline(exception);
  const shown =
    message.length > MESSAGE_LIMIT ? `${message.slice(0, MESSAGE_LIMIT).replace(/[\ud800-\udbff]$/, '')}…` : message;
  return [
    ...(type === '' ? [] : [paragraph(type, 'error-headline')]),
    ...(shown === '' ? [] : [paragraph(shown)]),
    tracebackCode(exception, name, source),
  ];
}

function tracebackCode(exception: string, name: string, source: Code['source']): Code {
  const text = visible(exception.replace(/(?<!\n)\n+$/, ''));
  return {
    kind: 'code',
    language: 'traceback',
    text,
    lines: classify(text.split('\n')),
    continued: `Traceback of ${name}`,
    ...(source ? { source } : {}),
  };
}

/** What each line of a traceback is. A message may have several lines: they belong to its exception until the next joint. */
function classify(lines: readonly string[]): CodeLine[] {
  let inMessage = false;
  let inLibrary = false;
  return lines.map((line, index): CodeLine => {
    if (JOINT.test(line)) {
      inMessage = false;
      return 'joint';
    }
    if (line.startsWith('Traceback (most recent call last)')) {
      inMessage = false;
      inLibrary = false;
      return 'plain';
    }
    if (inMessage) return line.trim() === '' ? 'plain' : 'exception';
    if (FRAME.test(line)) inLibrary = LIBRARY.test(line);
    if (/^\s/.test(line) || line === '') return inLibrary ? 'library' : 'plain';
    if (EXCEPTION.test(line) && index > 0) {
      inMessage = true;
      inLibrary = false;
      return 'exception';
    }
    return 'plain';
  });
}
