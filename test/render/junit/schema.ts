/**
 * What the schema of Jenkins' xUnit plugin (junit-10.xsd) asks of the elements we write, as data: which attributes there
 * may be and must be, and which children. Stated in our own words, and held against every file of the tests.
 */
import { SaxesParser } from 'saxes';

interface ElementRule {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly children: readonly string[];
  /** Whether text may stand in it. */
  readonly text: boolean;
}

const PROBLEM: ElementRule = { required: [], optional: ['type', 'message'], children: [], text: true };

const RULES: Readonly<Record<string, ElementRule>> = {
  testsuites: {
    required: [],
    optional: ['name', 'time', 'tests', 'failures', 'errors'],
    children: ['testsuite'],
    text: false,
  },
  testsuite: {
    required: ['name', 'tests', 'failures', 'errors'],
    optional: ['group', 'time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url'],
    children: ['testsuite', 'properties', 'testcase', 'system-out', 'system-err'],
    text: false,
  },
  properties: { required: [], optional: [], children: ['property'], text: false },
  property: { required: ['name', 'value'], optional: [], children: [], text: false },
  testcase: {
    required: ['name'],
    optional: ['time', 'classname', 'group'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
    text: false,
  },
  skipped: PROBLEM,
  error: PROBLEM,
  failure: PROBLEM,
};

/** The pattern of a suite's time. */
const TIME = /^(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]{0,3})?$/;

/** Everything in which a file is not well-formed, or not as the schema has it. */
export function schemaProblems(xml: string): readonly string[] {
  const problems: string[] = [];
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => void problems.push(message));
  parser.on('opentag', ({ name, attributes }) => {
    const parent = open.at(-1);
    open.push(name);
    const allowed = parent === undefined ? ['testsuites'] : (RULES[parent]?.children ?? []);
    if (!allowed.includes(name)) problems.push(`${open.join('/')} must not stand there`);
    problems.push(...attributeProblems(name, attributes).map((problem) => `${open.join('/')}: ${problem}`));
  });
  parser.on('text', (text) => {
    const name = open.at(-1);
    if (text.trim() !== '' && name !== undefined && !RULES[name]?.text) problems.push(`${open.join('/')}: text in it`);
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return problems;
}

function attributeProblems(name: string, attributes: Readonly<Record<string, string>>): string[] {
  const rule = RULES[name];
  if (!rule) return ['there is no such element'];
  const { required, optional } = rule;
  const given = Object.keys(attributes);
  return [
    ...required.filter((one) => !given.includes(one)).map((one) => `${one} is missing`),
    ...given
      .filter((one) => !required.includes(one) && !optional.includes(one))
      .map((one) => `there is no attribute ${one}`),
    ...(name === 'testsuite' && attributes.time !== undefined && !TIME.test(attributes.time)
      ? [`${attributes.time} is no time`]
      : []),
  ];
}
