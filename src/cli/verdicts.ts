/** The head → the verdicts on the terminal: the answer in a sentence, then each experiment with its reason, worst first. */
import { inlines } from '../document/inline.js';
import { hasHistory, latestRuns } from '../document/latest-runs.js';
import { answer } from '../document/sections/answer.js';
import type { Notation, SectionChoice } from '../document/settings.js';
import { named, VERDICT_WORDS, verdictStatus } from '../document/words/names.js';
import { shortReason } from '../document/words/reason.js';
import type { ReportHead } from '../report/types.js';
import type { Terminal } from './terminal.js';
import { terminalText } from './terminal-inline.js';

const HISTORY = { sections: new Set<SectionChoice>(['runs']) };

/** The answer on one line: as page 1 has it, of the latest run of each experiment. */
export function answerLine(head: ReportHead, terminal: Terminal): string {
  return `${terminalText(answer(latestRuns(head, HISTORY), hasHistory(head, HISTORY)), terminal)}\n`;
}

/** The answer, and two lines for each experiment: verdict and title, then the reason. */
export function verdictLines(head: ReportHead, notation: Notation, terminal: Terminal): string {
  const width = Math.max(...head.lines.map(({ verdict }) => VERDICT_WORDS[verdict.verdict].length));
  const rows = head.lines.map(({ verdict, title, file }) => {
    const status = verdictStatus(verdict.verdict);
    const gap = ' '.repeat(width - status.word.length + 2);
    const name = terminalText(inlines(named(title, 'an experiment')), terminal);
    const reason = terminalText(inlines(shortReason(verdict, notation)), terminal);
    const source =
      head.lines.length > 1 ? ` ${terminal.paint('quiet', `(${terminalText(inlines(file), terminal)})`)}` : '';
    return `${terminalText([status], terminal)}${gap}${terminal.paint('strong', name)}${source}\n${' '.repeat(width + 2)}${reason}\n`;
  });
  return `${answerLine(head, terminal)}\n${rows.join('')}`;
}
