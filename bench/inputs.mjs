/**
 * Makes the inputs of the benchmarks from fixtures: copies with other titles and times, runs of many activities, long
 * outputs. The same call makes the same bytes.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FIXTURES = resolve(import.meta.dirname, '../fixtures');
const MINUTE = 60 * 1000;
const DAY = 24 * 3600 * 1000;
const TIMESTAMP = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)((?:\.\d+)?(?:\+00:00|Z)?)"/g;

/** Files of `count` journals, each a day after the one before and with a title of its own. */
export function copies(folder, count, fixture = '01-completed-met.json') {
  const text = readFileSync(join(FIXTURES, fixture), 'utf8');
  const { title } = JSON.parse(text).experiment;
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(5, '0');
    const file = join(folder, `journal-${number}.json`);
    const moved = later(text, index * DAY).replaceAll(
      JSON.stringify(title),
      JSON.stringify(title.replace(/\?$/, ` in cell ${number}?`)),
    );
    writeFileSync(file, moved);
    return file;
  });
}

/** Every time of a journal's text, so many milliseconds later; whole seconds only. */
function later(text, milliseconds) {
  return text.replace(TIMESTAMP, (_, seconds, rest) => {
    const moved = new Date(Date.parse(`${seconds}Z`) + milliseconds).toISOString().slice(0, 19);
    return `"${moved}${rest}"`;
  });
}

/** One journal whose method has `count` activities: those of the fixture with 300, over and over, each named anew. */
export function activities(folder, count) {
  const journal = JSON.parse(readFileSync(join(FIXTURES, '32-large-300.json'), 'utf8'));
  const { run } = journal;
  const rounds = Math.ceil(count / run.length);
  journal.run = Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / run.length);
    const entry = JSON.parse(later(JSON.stringify(run[index % run.length]), round * MINUTE));
    entry.activity.name += ` round ${round + 1}`;
    return entry;
  });
  const last = (rounds - 1) * MINUTE;
  journal.steady_states.after = JSON.parse(later(JSON.stringify(journal.steady_states.after), last));
  journal.end = JSON.parse(later(JSON.stringify(journal.end), last));
  journal.experiment.method = journal.run.map(({ activity }) => activity);
  return write(folder, `activities-${count}.json`, journal);
}

/** One journal with an output of about `bytes` bytes: lines of a log, no two alike. */
export function longOutput(folder, bytes) {
  const journal = JSON.parse(readFileSync(join(FIXTURES, '24-stdout-200k.json'), 'utf8'));
  const entry = journal.run.find(({ output }) => typeof output?.stdout === 'string');
  const lines = [];
  for (let length = 0, number = 1; length < bytes; number++) {
    const line = `${String(number).padStart(8, '0')} worker-${number % 17} GET /cart/${(number * 7919) % 100_003} 200 in ${(number * 31) % 997} ms`;
    lines.push(line);
    length += line.length + 1;
  }
  entry.output.stdout = `${lines.join('\n')}\n`;
  return write(folder, `output-${bytes}.json`, journal);
}

/** Every fixture as it is: a real mix. */
export function mix() {
  return readdirSync(FIXTURES)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(FIXTURES, name));
}

function write(folder, name, journal) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(journal));
  return file;
}
