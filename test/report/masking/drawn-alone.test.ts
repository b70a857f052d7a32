import { describe, expect, it } from '@jest/globals';
import { isDrawnAlone } from '../../../src/report/masking/drawn-alone.js';
import { ALPHABETS, drawn } from '../../support/drawn.js';
import fc from '../../support/properties.js';

describe('a value right after the name of a secret', () => {
  it.each([
    ...['authentication', 'required', 'ServiceAccount', 'rotateCredentialsNow', 'HTTPServer_name', 'getAccessToken'],
    ...['checkout-db-creds-v2-x7k2p', 'default-token-n7x4d', 'sh.helm.release.v1.shop.v12', 'db.internal.example.org'],
    ...['https://a.example/B7c9D2e4F6', '/etc/kubernetes/pki/ca.key', 'me.two@example.org', '2026-11-23T10:00:00Z'],
    ...['get_token("x7k2Q")', "settings['DB_2']", '$url->password', 'CONF_CODE', 'SECRET_FOO_2', '${db_password_2}'],
    ...[
      '{{ vault.db2 }}',
      '***********',
      'PBKDF2WithHmacSHA256',
      'Base64UrlEncoded2',
      'überprüfungen',
      'expired',
      'ab12',
    ],
  ])('is left where it is a word or a name: %s', (value) => {
    expect(isDrawnAlone(value)).toBe(false);
  });

  it.each([
    ...['k7Qm2Xv9Lp4R', 'qhzvkxwpbdjt', '48213399', 'deadbeef00c0ffee', 'x7k2-Qm9v_Lp4R.t8Wz'],
    ...['7f3c9b0e-4a52-4d7e-9a1c-000000000002', 'aB3$x(9,k;{q', 'wJmJwe/FHi0s8wioKHVJBeyzeZJ', '!7#x$9&k*2(m'],
  ])('is a secret where it was drawn: %s', (value) => {
    expect(isDrawnAlone(value)).toBe(true);
  });

  it.each(Object.entries(ALPHABETS))('is taken for a word once in 50 of 12 to 64 %s, or less', (_, alphabet) => {
    const values = fc.sample(drawn(alphabet, 12, 64), { numRuns: 500 });
    expect(values.filter((value) => !isDrawnAlone(value)).slice(10)).toEqual([]);
  });
});
