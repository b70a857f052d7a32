import { describe, expect, it } from '@jest/globals';
import { exceptionHeadline, exceptionKey, rootCause } from '../../src/report/exception.js';
import { experimentOf } from '../support/fixtures.js';

const kubernetes = `Traceback (most recent call last):
  File "/usr/lib/python3/site-packages/kubernetes/client.py", line 1, in call
    raise ApiException()
kubernetes.client.rest.ApiException: (404)
Reason: Not Found
HTTP response headers: HTTPHeaderDict({})
`;

describe('exceptionHeadline', () => {
  it('takes the last exception of a chain, its class once', () => {
    expect(
      exceptionHeadline(
        'Traceback (most recent call last):\n  File "a", line 1, in b\n    c\nchaoslib.exceptions.ActivityFailed: chaoslib.exceptions.ActivityFailed: pod is gone\n',
      ),
    ).toEqual({
      type: 'chaoslib.exceptions.ActivityFailed',
      message: 'pod is gone',
    });
  });

  it('is not misled by lines of a message that look like a class', () => {
    expect(exceptionHeadline(kubernetes)).toEqual({
      type: 'kubernetes.client.rest.ApiException',
      message: '(404)\nReason: Not Found\nHTTP response headers: HTTPHeaderDict({})',
    });
  });

  it('gives the last line of a text that names no class', () => {
    expect(exceptionHeadline('it\nbroke')).toEqual({ type: '', message: 'broke' });
  });
});

describe('rootCause', () => {
  it('is the first exception of the chain, and the same for two probes that met it', () => {
    const [, first, second] = experimentOf('journal-reverse-proxy').run;
    expect(rootCause(first?.exception ?? '')).toEqual({
      type: 'ConnectionRefusedError',
      message: '[Errno 61] Connection refused',
    });
    expect(exceptionKey(rootCause(first?.exception ?? ''))).toBe(exceptionKey(rootCause(second?.exception ?? '')));
  });
});
