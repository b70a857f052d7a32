import { describe, expect, it } from '@jest/globals';
import { findTokens, TOKEN_FORMS } from '../../../src/report/masking/token-forms.js';
import { masked } from './journal.js';
import { expectGrowthWithInput } from '../../support/growth.js';

/** Letters and digits of no meaning, the same each time. */
function random(length: number, alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'): string {
  let state = 7 + length;
  return Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return alphabet.charAt(state % alphabet.length);
  }).join('');
}
const hex = (length: number): string => random(length, '0123456789abcdef');
const upper = (length: number): string => random(length, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567');
const url64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const JWT = `${url64({ alg: 'RS256', typ: 'JWT' })}.${url64({ sub: '42', iss: 'kubernetes/serviceaccount' })}.${random(86)}`;

/** Made up, by the form that their issuers give them. */
const TOKENS: readonly (readonly [issuer: string, token: string])[] = [
  [
    '1Password',
    `A3-${upper(6)}-${upper(6)}-${upper(5)}-${upper(5)}-${upper(5)}-${upper(5)}`.replaceAll(/[^A-Z\d-]/g, ''),
  ],
  ['age', `AGE-SECRET-KEY-1${upper(58)}`],
  ['Alibaba Cloud', `LTAI${random(20)}`],
  ['Anthropic', `sk-ant-api03-${random(93)}AA`],
  ['Artifactory', `AKCp${random(69)}`],
  ['Atlassian', `ATATT3${random(186)}`],
  ['AWS', `AKIA${upper(16)}`],
  ['AWS', `ASIA${upper(16)}`],
  ['Azure', `${random(3)}8Q~${random(34)}`],
  ['Buildkite', `bkua_${hex(40)}`],
  ['CircleCI', `CCIPAT_${random(22)}_${hex(40)}`],
  ['Cloudflare', `v1.0-${hex(24)}-${hex(146)}`],
  ['crypt', `$6$${random(8)}$${random(86)}`],
  ['Databricks', `dapi${hex(32)}-2`],
  ['DigitalOcean', `dop_v1_${hex(64)}`],
  ['Discord', `discord.com/api/webhooks/1234567890/${random(68)}`],
  ['Docker', `dckr_pat_${random(27)}`],
  ['Docker', `SWMTKN-1-${hex(50)}-${hex(25)}`],
  ['Doppler', `dp.pt.${random(43)}`],
  ['Dynatrace', `dt0c01.${random(24)}.${random(64)}`],
  ['Facebook', `EAAM${random(120)}`],
  ['Fly.io', `fo1_${random(43)}`],
  ['GitHub', `ghp_${random(36)}`],
  ['GitHub', `ghs_${random(36)}`],
  ['GitHub', `github_pat_${random(22)}_${random(59)}`],
  ['GitLab', `glpat-${random(20)}`],
  ['GitLab', `glpat-${random(27)}.01.${hex(9)}`],
  ['GitLab', `glrt-${random(20)}`],
  ['Google', `AIza${random(35)}`],
  ['Google', `ya29.${random(60)}`],
  ['Google', `GOCSPX-${random(28)}`],
  ['Grafana', `glsa_${random(32)}_${hex(8)}`],
  ['Harness', `pat.${random(22)}.${random(24)}.${random(20)}`],
  ['Heroku', `HRKU-AA${random(58)}`],
  ['Hugging Face', `hf_${random(34, 'abcdefghijklmnopqrstuvwxyzABCDEF')}`],
  ['JWT', JWT],
  ['JWT', `${url64({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.${random(40)}.${random(16)}.${random(60)}.${random(22)}`],
  ['K3s', `K10${hex(64)}::server:${hex(32)}`],
  ['Linear', `lin_api_${random(40)}`],
  ['Microsoft Teams', `acme.webhook.office.com/webhookb2/${hex(36)}@${hex(36)}/IncomingWebhook/${hex(32)}/${hex(36)}`],
  ['New Relic', `NRAK-${random(27)}`],
  ['Notion', `ntn_12345678901${random(35)}`],
  ['npm', `npm_${random(36)}`],
  ['Octopus Deploy', `API-${upper(26)}`],
  ['OpenAI', `sk-proj-${random(74)}T3BlbkFJ${random(74)}`],
  ['OpenAI', `sk-${random(48)}`],
  ['OpenShift', `sha256~${random(43)}`],
  ['PlanetScale', `pscale_pw_${random(43)}`],
  ['Postman', `PMAK-${hex(24)}-${hex(34)}`],
  ['Prefect', `pnu_${random(36)}`],
  ['Pulumi', `pul-${hex(40)}`],
  ['PyPI', `pypi-AgEIcHlwaS5vcmc${random(80)}`],
  ['RubyGems', `rubygems_${hex(48)}`],
  ['SendGrid', `SG.${random(22)}.${random(43)}`],
  ['Sentry', `sntryu_${hex(64)}`],
  ['Shopify', `shpat_${hex(32)}`],
  ['Slack', `xoxb-123456789012-123456789012-${random(24)}`],
  ['Slack', `xapp-1-A0123456789-1234567890123-${hex(64)}`],
  ['Slack', `hooks.slack.com/services/T${upper(8)}/B${upper(10)}/${random(24)}`],
  ['Snyk', `sgp_${hex(16)}_${hex(40)}`],
  ['Square', `sq0atp-${random(22)}`],
  ['Stripe', `sk_live_${random(24)}`],
  ['Stripe', `rk_test_${random(24)}`],
  ['Tailscale', `tskey-auth-${random(12)}-${random(32)}`],
  ['Telegram', `1234567890:AA${random(33)}`],
  ['Supabase', `sbp_${hex(40)}`],
  ['Figma', `figd_${random(40)}`],
  ['Terraform', `${random(14)}.atlasv1.${random(67)}`],
  ['Twilio', `SK${hex(32)}`],
  ['Vault', `hvs.${random(92)}`],
];

describe('a token of a known form', () => {
  it.each(TOKENS)('%s: is masked wherever it stands', (issuer, token) => {
    for (const text of [token, `got ${token}, retrying`, `{"a": "${token}"}`, `x=${token}&y=1`, `a\\/${token} \\nb`]) {
      const { root, redactions } = masked({ platform: text });
      expect(JSON.stringify(root['platform'])).toBe(JSON.stringify(text.replace(token, '‹secret 1›')));
      expect(redactions).toMatchObject([{ rule: 'token-form', name: issuer }]);
    }
  });

  it('is masked right after an escaped line end, whose letter is not a part of it', () => {
    const token = `ghp_${random(36)}`;
    expect(masked({ platform: `a\\n${token}\\nb` }).root['platform']).toBe('a\\n‹secret 1›\\nb');
  });

  it('is tried here for each issuer', () => {
    expect([...new Set(TOKENS.map(([issuer]) => issuer))].sort()).toEqual(
      [...TOKEN_FORMS.map(({ name }) => name), 'JWT'].sort(),
    );
  });

  it('gives away the secret key of AWS that stands beside it', () => {
    const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzKEY';
    const { root } = masked({ platform: `AKIA${upper(16)},${secret}`, node: `again ${secret}` });
    expect(root['platform']).toBe('‹secret 1›,‹secret 2›');
    expect(root['node']).toBe('again ‹secret 2›');
    expect(findTokens(`AKIA${upper(16)} ${hex(40)}`)).toHaveLength(1);
  });
});

describe('what only looks random', () => {
  it.each([
    ['a SHA-256', hex(64)],
    ['an image by its digest', `registry.example/app@sha256:${hex(64)}`],
    ['a commit', hex(40)],
    ['an MD5 as the key of a cache', `cache-key-${hex(32)}`],
    ['a UUID', '7f3c9b0e-4a52-4d7e-9c11-0242ac120002'],
    ['a trace', `00-${hex(32)}-${hex(16)}-01`],
    ['an ETag', `W/"${hex(32)}"`],
    ['a pod', 'checkout-7d9f8b6c5d-x2x9k'],
    ['a request of AWS', 'ABCDEFGHIJKLMNOP1234567890ABCDEFGHIJKLMNOP='],
    ['an ARN', 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/my-lb/50dc6c495c0c9188'],
    ['a host of AWS', 'ec2-203-0-113-25.compute-1.amazonaws.com'],
    ['a resource of Azure', '/subscriptions/0b1f6471-1bf0-4dda-aec3-cb9272f09590/resourceGroups/rg'],
    ['an integrity of npm', `sha512-${random(86)}==`],
    ['a public key', `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${random(43)} me@host`],
    ['a certificate', `-----BEGIN CERTIFICATE-----\nMIID${random(60)}\n-----END CERTIFICATE-----\n`],
    ['a publishable key of Stripe', `pk_live_${random(24)}`],
    ['a picture', `data:image/png;base64,iVBORw0KGgo${random(200)}`],
    ['words', 'skip-this, ask-for-that, task_test_plan, glossary-entries-of-many-words, shape, api-key-less'],
  ])('is left: %s', (_, text) => {
    expect(masked({ platform: `see ${text} there` }).redactions).toEqual([]);
  });
});

describe('hostile text', () => {
  it.each([
    ['eyJ-', 250_000],
    ['eyJ.', 250_000],
    ['sk-', 300_000],
    ['AKIA', 250_000],
    ['curl -u ', 100_000],
    ['mysql ', 150_000],
    ['\\', 1_000_000],
    ['%25', 300_000],
    ['&amp;', 200_000],
    ["'\"'", 300_000],
    ['a\n', 500_000],
    ['-----BEGIN PRIVATE KEY-----', 40_000],
    ['password=', 100_000],
    ['://a:', 200_000],
    ['"token": "', 100_000],
    ['["token"]=> ', 50_000],
    ['token <', 80_000],
    ['PASS ', 100_000],
    ['Digest ', 20_000],
    ['echo x | ', 80_000],
    ['(token, ', 100_000],
    ['[SQL: token] ', 20_000],
    ['password\n', 80_000],
    ['token  a\n', 50_000],
  ])('is searched in time that grows with it: %j', (piece, count) => {
    expectGrowthWithInput((size) => masked({ platform: piece.repeat(size) }), count);
  });

  it.each(['ghp_', 'x eyJ', 'hvs.', 'sk-', 'xoxb-', 'Bearer ', 'password=', 'curl -u a:'])(
    'is searched though %j is followed by millions of letters and digits',
    (piece) => {
      expect(() => masked({ platform: piece + 'abcdefgh12'.repeat(1_000_000) })).not.toThrow();
    },
  );
});
