/** `--fail-on deviated,finding:action-failed` and `--require-experiments 3` → what the gate asks of the report. */
import { ReportError } from '../errors.js';
import { FINDING_RULES } from '../report/findings/index.js';
import type { GateRule } from '../report/gate.js';
import { VERDICTS, type Verdict } from '../report/types.js';
import { suggestion } from '../suggest.js';

/** Every verdict but the one that everybody hopes for. */
const WORDS: readonly string[] = [...VERDICTS.filter((verdict) => verdict !== 'held'), 'left-behind'];
const FINDING = 'finding:';

/** The rules of one or more options, each once, in the order they were given. */
export function parseFailOn(texts: readonly string[]): readonly GateRule[] {
  const words = texts
    .flatMap((text) => text.split(','))
    // "not tested" and "not-tested" are the same to whoever types it.
    .map((word) => word.trim().toLowerCase().replaceAll(' ', '-'))
    .filter((word) => word !== '');
  if (words.length === 0) throw new ReportError('usage', '--fail-on names nothing.', { hint: all() });
  return [...new Set(words)].map(ruleOf);
}

/** How many experiments there must be: a whole number from 1. */
export function parseRequired(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new ReportError('usage', `--require-experiments cannot be "${text}".`, {
      hint: 'Write a whole number from 1.',
    });
  }
  return Number(text);
}

function ruleOf(word: string): GateRule {
  if (word === 'left-behind') return { kind: 'left-behind' };
  if (word.startsWith(FINDING)) return { kind: 'finding', id: findingId(word.slice(FINDING.length)) };
  if (WORDS.includes(word)) return { kind: 'verdict', verdict: word as Verdict };
  throw unknown(word);
}

/** A rule of docs/findings.md, or the id of one finding: the rule and twelve hexadecimal digits. */
function findingId(id: string): string {
  const colon = id.indexOf(':');
  const name = colon < 0 ? id : id.slice(0, colon);
  if (!FINDING_RULES.some(({ rule }) => rule === name)) {
    const meant = suggestion(
      name,
      FINDING_RULES.map(({ rule }) => rule),
    );
    throw new ReportError('usage', `--fail-on: there is no finding "${name}".`, {
      hint: `${meant ? `Did you mean ${FINDING}${meant}? ` : ''}docs/findings.md lists them all.`,
    });
  }
  if (colon >= 0 && !/^[0-9a-f]{12}$/.test(id.slice(colon + 1))) {
    throw new ReportError('usage', `--fail-on: "${id}" is not an id of a finding.`, {
      hint: `Write ${FINDING}${name}, or the id as the JSON of a report has it: ${name}:0f3a2b1c4d5e.`,
    });
  }
  return id;
}

function unknown(word: string): ReportError {
  const rule = FINDING_RULES.find((one) => one.rule === word);
  const meant = rule ? `${FINDING}${word}` : suggestion(word, WORDS);
  return new ReportError('usage', `--fail-on cannot be "${word}".`, {
    hint: meant ? `Did you mean ${meant}? ${all()}` : all(),
  });
}

function all(): string {
  return `It can be ${WORDS.join(', ')}, or ${FINDING} and the name of a finding.`;
}
