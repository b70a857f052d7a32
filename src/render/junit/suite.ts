/** A test suite → its element, as the schema of Jenkins' xUnit plugin has it (junit-10.xsd). */
import type { TestCase, TestProblem, TestSuite } from '../../document/tests/types.js';
import { attribute, text } from './xml.js';

/** Characters of a message in an attribute. The whole stands in the text of the element. */
const LINE = 1000;

/** The element with all that is in it, and a line end. */
export function suiteElement(suite: TestSuite): string {
  const { name, className, file, start, duration, node, properties, cases } = suite;
  const count = (kind: TestCase['outcome']['kind']): number =>
    cases.filter(({ outcome }) => outcome.kind === kind).length;
  const attributes = [
    attribute('name', name),
    attribute('tests', cases.length),
    attribute('failures', count('failure')),
    attribute('errors', count('error')),
    attribute('skipped', count('skipped')),
    attribute('time', seconds(duration, 3)),
    attribute('timestamp', start),
    attribute('hostname', node),
    attribute('file', file),
  ].join('');
  return [
    `<testsuite${attributes}>`,
    '<properties>',
    ...properties.map(
      (property) => `<property${attribute('name', property.name)}${attribute('value', clipped(property.value))}/>`,
    ),
    '</properties>',
    ...cases.map((one) => caseElement(one, className)),
    '</testsuite>',
    '',
  ].join('\n');
}

/** Seconds with so many decimals at most, never in powers of ten; none where the clock ran backwards. */
function seconds(duration: number | null, digits: number): string | null {
  if (duration === null || !Number.isFinite(duration) || duration < 0) return null;
  return duration.toFixed(digits).replace(/\.?0+$/, '');
}

function caseElement({ name, duration, outcome }: TestCase, classname: string): string {
  const opening = `<testcase${attribute('classname', classname)}${attribute('name', name)}${attribute('time', seconds(duration, 6))}`;
  switch (outcome.kind) {
    case 'passed':
      return `${opening}/>`;
    case 'skipped':
      return `${opening}>\n<skipped${attribute('message', clipped(outcome.message))}/>\n</testcase>`;
    case 'failure':
    case 'error':
      return `${opening}>\n${problemElement(outcome)}\n</testcase>`;
  }
}

/** Attributes are shown in lists, on one line. */
function clipped(content: string): string {
  return content.length <= LINE ? content : `${content.slice(0, LINE - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The message stands in the text as well: some servers show the one, some the other. */
function problemElement({ kind, type, message, details }: TestProblem): string {
  const body = details === '' ? message : `${message}\n\n${details}`;
  return `<${kind}${attribute('type', clipped(type))}${attribute('message', clipped(message))}>${text(body)}</${kind}>`;
}
