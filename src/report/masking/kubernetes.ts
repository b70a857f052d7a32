/** The rule `key` for Kubernetes' Secrets that a program printed, as YAML or as JSON: every value of their data. */
import type { Find } from './find.js';
import { isMaskable } from './worth-masking.js';

const KIND = /\bkind["']?:\s{0,8}["']?Secret\b/;

/** `data:` and the lines below it that stand further in. */
const YAML_BLOCK = /^([ \t]{0,40})(data|stringData):[ \t]{0,8}\r?\n((?:\1[ \t]+\S[^\n]*\n?)+)/gm;
const YAML_VALUE = /^[ \t]*["']?[\w.-]+["']?:[ \t]+["']?([^\s"']+)/gm;
const JSON_BLOCK = /"(data|stringData)":\s{0,8}\{([^{}]*)\}/g;
const JSON_VALUE = /":\s{0,8}"((?:[^"\\]|\\.)+)"/g;

/** Overlapping finds are possible: what the value is called may say the same. */
export function findKubernetesSecrets(text: string): readonly Find[] {
  if (!KIND.test(text) && !text.includes('"stringData"')) return [];
  return [...findInBlocks(text, YAML_BLOCK, YAML_VALUE, 3), ...findInBlocks(text, JSON_BLOCK, JSON_VALUE, 2)];
}

function findInBlocks(text: string, blocks: RegExp, values: RegExp, group: number): readonly Find[] {
  const finds: Find[] = [];
  for (const match of text.matchAll(blocks)) {
    const block = match[group] ?? '';
    const from = match.index + match[0].lastIndexOf(block);
    for (const [whole, value = '', index] of placed(block, values)) {
      if (!isMaskable(value)) continue;
      const start = from + index + whole.lastIndexOf(value);
      finds.push({ rule: 'key', name: match[group - 1] ?? null, start, end: start + value.length });
    }
  }
  return finds;
}

function placed(text: string, values: RegExp): readonly (readonly [whole: string, value: string, index: number])[] {
  return Array.from(text.matchAll(values), (match) => [match[0], match[1] ?? '', match.index] as const);
}
