import { describe, expect, it } from '@jest/globals';
import fc, { anyCharacter } from '../support/properties.js';
import { annotationCommand } from '../../src/cli/ci/github-annotation.js';
import { stepOutputs, stepOutputText } from '../../src/cli/ci/github-outputs.js';
import { obeysItsLog, withoutCommands } from '../../src/cli/workflow-commands.js';
import { annotations } from '../../src/document/annotations.js';
import { fixtureNames, reportOf } from '../support/fixtures.js';

const { head } = reportOf(...fixtureNames());

describe('an annotation', () => {
  it('is one line, whatever a journal says', () => {
    expect(
      annotationCommand({ level: 'error', title: 'a: 100%, b', message: 'x\n::add-mask::y % \u001b[31mred' }),
    ).toBe('::error title=a%3A 100%25%2C b::x ::add-mask::y %25 red\n');
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), fc.string({ unit: anyCharacter }), (title, message) => {
        const line = annotationCommand({ level: 'notice', title, message });
        expect(line.slice(0, -1)).not.toMatch(/[\r\n\u2028\u2029]/);
        expect(line).toMatch(/^::notice title=[^:,]*::/);
      }),
    );
  });

  it('is made of each finding, as many as are shown, the worst first', () => {
    const made = annotations(head, 'python', 5);
    for (const level of ['error', 'warning', 'notice'] as const) {
      expect(made.filter((one) => one.level === level).length).toBeLessThanOrEqual(5);
    }
    expect(made.filter(({ title }) => title === 'More findings').length).toBeGreaterThan(0);
    const all = annotations(head, 'python', Infinity);
    expect(all).toHaveLength(head.findings.length);
    const [first] = annotations(reportOf('02-deviated').head, 'python', 10);
    expect(first).toEqual({
      level: 'error',
      title: 'Deviated: Does checkout degrade gracefully when its database goes away?',
      message:
        'service-is-healthy returned 503 where 200 is expected, after the method. Compare the outputs before and after to see what the fault did, and fix the system; change the tolerance only if it asks for more than is needed.',
    });
  });
});

describe('the outputs of a step', () => {
  /** As the runner reads them: docs.github.com, "Multiline strings". */
  function parsed(text: string): Map<string, string> {
    const values = new Map<string, string>();
    const lines = text.split('\n');
    for (let index = 0; index < lines.length - 1; index++) {
      const [, name = '', mark = ''] = /^(.+?)<<(.+)$/.exec(lines[index]!) ?? [];
      const end = lines.indexOf(mark, index + 1);
      if (name === '' || end < 0) throw new Error(`line ${String(index)}: ${lines[index]!}`);
      values.set(name, lines.slice(index + 1, end).join('\n'));
      index = end;
    }
    return values;
  }

  it('are the worst verdict, the counts, and the files', () => {
    const outputs = stepOutputs({ head, notation: 'python', trips: 2, files: ['a.pdf', 'b.html'] });
    expect(Object.fromEntries(outputs)).toMatchObject({
      verdict: 'deviated',
      experiments: String(head.lines.length),
      deviated: String(head.totals.deviated),
      'not-tested': String(head.totals['not-tested']),
      gate: 'tripped',
      files: 'a.pdf\nb.html',
    });
    expect(stepOutputs({ head, notation: 'python', trips: 0, files: [] }).get('gate')).toBe('passed');
    expect(stepOutputs({ head, notation: 'python', trips: null, files: [] }).get('gate')).toBe('off');
  });

  it('come out as they went in, whatever a file is called, and the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '<', '=', 'end-') }), (file) => {
        const outputs = stepOutputs({ head, notation: 'python', trips: null, files: [file, `x\nverdict<<E\nheld\nE`] });
        expect(parsed(stepOutputText(outputs))).toEqual(outputs);
        expect(stepOutputText(outputs)).toBe(stepOutputText(outputs));
      }),
    );
  });
});

describe('a log that is read for commands', () => {
  it('gets none from us', () => {
    expect(withoutCommands('a ::b\n  ::set-env name=x::y\n\t::z')).toBe('a ::b\n  : :set-env name=x::y\n\t: :z');
    expect(withoutCommands('x ##[error]y ##vso[task.complete]z ##VSO[a] #[b]')).toBe(
      'x # #[error]y # #vso[task.complete]z # #VSO[a] #[b]',
    );
  });

  it('is known by the environment', () => {
    expect(obeysItsLog({})).toBe(false);
    expect(obeysItsLog({ GITHUB_ACTIONS: 'true' })).toBe(true);
    expect(obeysItsLog({ TF_BUILD: 'True' })).toBe(true);
  });
});
