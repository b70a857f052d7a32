/**
 * The rule `key` where a program or a person answers a question for a secret: `expect "*assword:*"` and `send "…"`, a field of a page
 * that a test fills, a prompt and the line below it. Sources: the manuals of expect, pexpect, Selenium, Cypress, Playwright, Robot
 * Framework.
 */
import { isDrawnValue } from './custom-names.js';
import type { Find } from './find.js';
import { withoutEnd } from './without-end.js';

/** What gives the answer, and the answer. */
const ANSWER =
  /\b(?:send|sendline|sendLine|send_line|sending|type|fill|send_keys|sendKeys|setValue|set_value|Input Password|Input Text|typeText|input_text)(?:[ \t]{0,8}--)?[ \t]{0,8}[ (:,][ \t]{0,8}(?:b?(["'{`])([^"'`{}\n]{4,500})|(?:(?:id|name|css|xpath)[:=]\S{1,60}|\w{1,40})[ \t]{2,20}()(\S{4,500})|(?<=(?:send|sendline|sending|--)[ \t]{1,8})()([^\s"'`]{4,500}))/g;
/** The question. */
const QUESTION = /assw(?:or)?d|passphrase|passcode|\btoken\b|secret|\bPIN\b|\bOTP\b|[Kk]ey:/;
/** How far before the answer it may stand. */
const NEAR = 300;

/** Overlapping finds are possible. */
export function findAnswers(text: string): readonly Find[] {
  const finds: Find[] = [];
  for (const match of text.matchAll(ANSWER)) {
    const [whole] = match;
    const given = match[2] ?? match[4] ?? match[6] ?? '';
    // `\r` ends what is sent.
    const value = withoutEnd(given.replace(/(?:\\[rn]){1,2}$/, ''), '.,;)');
    if (!isDrawnValue(value) || /^[-\\]/.test(value)) continue;
    const start = match.index + whole.length - given.length;
    if (!QUESTION.test(text.slice(Math.max(0, start - NEAR), start))) continue;
    finds.push({ rule: 'key', name: 'answer', start, end: start + value.length });
  }
  return finds;
}
