/**
 * The rule `token-form`: tokens whose form says what they are, wherever they stand. The forms are facts that their issuers
 * publish, as the default rules of gitleaks (MIT licence, github.com/gitleaks/gitleaks, config/gitleaks.toml) gather them;
 * rules of theirs that need a name beside the value are the rule `key` here. Nothing is taken for a secret because it looks
 * random: digests, trace ids, UUIDs and commits stay. JSON Web Tokens have a file of their own (`jwt.ts`). docs/masking.md lists the same names, and a test holds it to them.
 */
import type { Find } from './find.js';
import { findJwts } from './jwt.js';
import { spotsOf, type SpotWord } from './spots.js';

interface TokenForm {
  /** Who issues it: the name that the report gives to the form. */
  readonly name: string;
  /** Letters of one of which each token has in it: what is looked for first. */
  readonly hints: readonly string[];
  /** Lengths are lower bounds where the letters before it are like no others. */
  readonly form: string;
}

const GITLAB = 'pat|dt|ft|imt|agent|oas|ptt|rt|soat|ffct|cbt';

export const TOKEN_FORMS: readonly TokenForm[] = [
  {
    name: '1Password',
    hints: ['A3-', 'ops_eyJ'],
    form: String.raw`A3-[A-Z\d]{6}-[A-Z\d]{6}-?[A-Z\d]{5}(?:-[A-Z\d]{5}){3}|ops_eyJ[A-Za-z\d+/]{100,}={0,3}`,
  },
  { name: 'age', hints: ['AGE-SECRET-KEY-1'], form: String.raw`AGE-SECRET-KEY-1[A-Z\d]{40,}` },
  { name: 'Alibaba Cloud', hints: ['LTAI'], form: String.raw`LTAI[A-Za-z\d]{16,24}` },
  { name: 'Anthropic', hints: ['sk-ant-'], form: String.raw`sk-ant-[\w-]{20,}` },
  { name: 'Artifactory', hints: ['AKCp', 'cmVmd'], form: String.raw`AKCp[A-Za-z\d]{69}|cmVmd[A-Za-z\d]{59}` },
  { name: 'Atlassian', hints: ['ATATT3'], form: String.raw`ATATT3[\w=-]{40,}` },
  {
    name: 'AWS',
    hints: ['AKIA', 'ASIA', 'ABIA', 'ACCA', 'A3T', 'ABSK'],
    form: String.raw`(?:A3T[A-Z\d]|AKIA|ASIA|ABIA|ACCA)[A-Z\d]{16}|ABSK[A-Za-z\d+/]{109,269}={0,2}`,
  },
  { name: 'Azure', hints: ['Q~'], form: String.raw`[\w~.]{3}\dQ~[\w~.-]{31,34}` },
  { name: 'Buildkite', hints: ['bkua_'], form: String.raw`bkua_[a-f\d]{40}` },
  { name: 'CircleCI', hints: ['CCIPAT_'], form: String.raw`CCIPAT_\w{40,}` },
  { name: 'Cloudflare', hints: ['v1.0-'], form: String.raw`v1\.0-[a-f\d]{24}-[a-f\d]{146}` },
  {
    name: 'crypt',
    hints: ['$apr1$', '$1$', '$5$', '$6$', '$y$', '$2a$', '$2b$', '$2y$', '$argon2'],
    form: String.raw`\$(?:apr1|[156y]|2[aby]|argon2[a-z]{1,2})\$[\w./$=,+-]{16,}[\w/]`,
  },
  { name: 'Databricks', hints: ['dapi'], form: String.raw`dapi[a-f\d]{32}(?:-\d)?` },
  { name: 'DigitalOcean', hints: ['_v1_'], form: String.raw`do[opr]_v1_[a-f\d]{40,}` },
  {
    name: 'Discord',
    hints: ['/api/webhooks/'],
    form: String.raw`discord(?:app)?\.com/api/webhooks/\d+/[\w-]{40,}`,
  },
  {
    name: 'Docker',
    hints: ['dckr_', 'SWMTKN-1-'],
    form: String.raw`dckr_(?:pat|oat)_[\w-]{20,}|SWMTKN-1-[a-z\d]{40,}-[A-Za-z\d]{20,}`,
  },
  { name: 'Doppler', hints: ['dp.'], form: String.raw`dp\.(?:pt|st|ct|sa|scim|audit)\.[\w.-]{40,}` },
  { name: 'Dynatrace', hints: ['dt0'], form: String.raw`dt0[a-z]\d{2}\.[A-Za-z\d]{24}\.[A-Za-z\d]{64}` },
  { name: 'Facebook', hints: ['EAAM', 'EAAC'], form: String.raw`EAA[MC][A-Za-z\d]{100,}` },
  { name: 'Figma', hints: ['figd_'], form: String.raw`figd_[\w-]{40}` },
  {
    name: 'Fly.io',
    hints: ['fo1_', 'fm1', 'fm2_'],
    form: String.raw`fo1_[\w-]{43}|fm(?:1[ar]|2)_[A-Za-z\d+/]{100,}={0,3}`,
  },
  {
    name: 'GitHub',
    hints: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    form: String.raw`gh[pousr]_[A-Za-z\d]{20,}|github_pat_\w{20,}`,
  },
  {
    name: 'GitLab',
    hints: [...GITLAB.split('|').map((kind) => `gl${kind}-`), 'GR1348941'],
    form: String.raw`gl(?:${GITLAB})-[\w-]{20,}(?:\.[a-z\d]{2,9}){0,2}|GR1348941[\w-]{20}`,
  },
  {
    name: 'Google',
    hints: ['AIza', 'ya29.', 'GOCSPX-'],
    form: String.raw`AIza[\w-]{30,}|ya29\.[\w-]{20,}|GOCSPX-[\w-]{20,}`,
  },
  {
    name: 'Grafana',
    hints: ['glsa_', 'glc_', 'eyJrIjoi'],
    form: String.raw`glsa_\w{30,}|glc_[A-Za-z\d+/]{32,}={0,3}|eyJrIjoi[A-Za-z\d]{70,}={0,3}`,
  },
  { name: 'Harness', hints: ['pat.', 'sat.'], form: String.raw`[ps]at\.[\w-]{22}\.[A-Za-z\d]{24}\.[A-Za-z\d]{20}` },
  { name: 'Heroku', hints: ['HRKU-'], form: String.raw`HRKU-[\w-]{30,}` },
  { name: 'Hugging Face', hints: ['hf_', 'api_org_'], form: String.raw`(?:hf|api_org)_[A-Za-z]{34}` },
  { name: 'K3s', hints: ['K10'], form: String.raw`K10[a-f\d]{64}::[\w.-]{1,40}:[\w.-]{8,}` },
  { name: 'Linear', hints: ['lin_api_'], form: String.raw`lin_api_[A-Za-z\d]{40}` },
  {
    name: 'Microsoft Teams',
    hints: ['.webhook.office.com/'],
    form: String.raw`[a-z\d]+\.webhook\.office\.com/webhookb2/[\w@/-]{36,}`,
  },
  {
    name: 'New Relic',
    hints: ['NRAK-', 'NRJS-', 'NRII-'],
    form: String.raw`NRAK-[A-Za-z\d]{27}|NRJS-[a-f\d]{19}|NRII-[\w-]{32}`,
  },
  { name: 'Notion', hints: ['ntn_'], form: String.raw`ntn_\d{11}[A-Za-z\d]{35}` },
  { name: 'npm', hints: ['npm_'], form: String.raw`npm_[A-Za-z\d]{30,}` },
  { name: 'Octopus Deploy', hints: ['API-'], form: String.raw`API-[A-Z\d]{26}` },
  {
    name: 'OpenAI',
    hints: ['T3BlbkFJ', 'sk-'],
    form: String.raw`sk-[\w-]{16,100}T3BlbkFJ[\w-]{16,100}|sk-(?:proj|svcacct|admin)-[\w-]{40,}|sk-[A-Za-z\d]{40,}`,
  },
  { name: 'OpenShift', hints: ['sha256~'], form: String.raw`sha256~[\w-]{43}` },
  { name: 'PlanetScale', hints: ['pscale_'], form: String.raw`pscale_(?:tkn|oauth|pw)_[\w=.-]{32,64}` },
  { name: 'Postman', hints: ['PMAK-'], form: String.raw`PMAK-[A-Fa-f\d]{24}-[A-Fa-f\d]{34}` },
  { name: 'Prefect', hints: ['pnu_'], form: String.raw`pnu_[A-Za-z\d]{36}` },
  { name: 'Pulumi', hints: ['pul-'], form: String.raw`pul-[a-f\d]{40}` },
  { name: 'PyPI', hints: ['pypi-AgE'], form: String.raw`pypi-AgE[\w-]{30,}` },
  { name: 'RubyGems', hints: ['rubygems_'], form: String.raw`rubygems_[a-f\d]{48}` },
  { name: 'SendGrid', hints: ['SG.'], form: String.raw`SG\.[\w-]{16,}\.[\w-]{16,}` },
  { name: 'Sentry', hints: ['sntry'], form: String.raw`sntrys_[\w+/=-]{40,}|sntryu_[a-f\d]{64}` },
  { name: 'Shopify', hints: ['shp'], form: String.raw`shp(?:at|ca|pa|ss)_[A-Fa-f\d]{32}` },
  {
    name: 'Slack',
    hints: ['xox', 'xapp-', 'hooks.slack.com/'],
    form: String.raw`xox[abeoprs](?:\.xox[bp])?-[\w-]{10,}|xapp-\d-[\w-]{20,}|hooks\.slack\.com/(?:services|workflows|triggers)/[\w+/-]{20,}`,
  },
  { name: 'Snyk', hints: ['sgp_'], form: String.raw`sgp_(?:[A-Fa-f\d]{16}_|local_)?[A-Fa-f\d]{40}` },
  { name: 'Square', hints: ['sq0'], form: String.raw`sq0(?:atp|csp)-[\w-]{22,60}` },
  {
    name: 'Stripe',
    hints: ['k_live_', 'k_test_', 'k_prod_', 'whsec_'],
    form: String.raw`[sr]k_(?:live|test|prod)_[A-Za-z\d]{10,}|whsec_[A-Za-z\d+/=]{24,}`,
  },
  { name: 'Supabase', hints: ['sbp_'], form: String.raw`sbp_[a-f\d]{40}` },
  { name: 'Tailscale', hints: ['tskey-'], form: String.raw`tskey-[a-z]+-[A-Za-z\d-]{16,}` },
  { name: 'Telegram', hints: [':AA'], form: String.raw`(?:bot)?\d{8,10}:AA[\w-]{33}` },
  { name: 'Terraform', hints: ['.atlasv1.'], form: String.raw`[A-Za-z\d]{14}\.atlasv1\.[\w=-]{40,}` },
  { name: 'Twilio', hints: ['SK'], form: String.raw`SK[a-f\d]{32}` },
  { name: 'Vault', hints: ['hvs.', 'hvb.', 'hvr.'], form: String.raw`hv[sbr]\.[\w-]{20,}` },
];

/** Where no such word stands, there is no token. */
export const TOKEN_WORDS: readonly SpotWord[] = [
  { text: 'eyJ', exact: true, apart: true },
  ...TOKEN_FORMS.flatMap(({ hints, form }) =>
    hints.map((text): SpotWord => ({ text, exact: true, ...(beginsOnly(form, escaped(text)) ? { apart: true } : {}) })),
  ),
];

const nextToken = spotsOf(() => TOKEN_WORDS);

/** Whether letters stand in a form only where a token begins, and so behind no other letter. */
function beginsOnly(form: string, letters: string): boolean {
  const before = form.split(letters).slice(0, -1);
  return (
    before.length > 0 && before.every((part, index) => (index === 0 && part === '') || /(?:\||^\(\?:)$/.test(part))
  );
}

function escaped(hint: string): string {
  return hint.replace(/[.~/$]/g, String.raw`\$&`);
}

/** No token is longer; and the engine has no room to try a run of millions. */
const LONGEST = '100000';

const FORMS = TOKEN_FORMS.map(({ name, hints, form }) => ({
  name,
  hints,
  form: new RegExp(String.raw`(?<![A-Za-z\d])(?:${form.replaceAll(',}', `,${LONGEST}}`)})(?![A-Za-z\d])`, 'g'),
}));

/** A secret access key of AWS has no form of its own; beside the id of its key it has one. Source: AWS, 40 characters. */
const AWS_PAIR =
  /(?<![A-Z\d])(?:AKIA|ASIA)[A-Z\d]{16}(?![A-Z\d])[\s\S]{1,80}?(?<![\w+/])([A-Za-z\d+/]{40})(?![\w+/=])/g;

/** Every token of a known form. */
export function findTokens(text: string): readonly Find[] {
  if (text.length < 18 || nextToken(text, 0) === -1) return [];
  const finds = [...findJwts(text)];
  for (const { name, hints, form } of FORMS) {
    if (!hints.some((hint) => text.includes(hint))) continue;
    for (const match of text.matchAll(form)) {
      finds.push({ rule: 'token-form', name, start: match.index, end: match.index + match[0].length });
    }
    if (name === 'AWS') finds.push(...findSecretsBesideKeys(text));
  }
  return finds;
}

function findSecretsBesideKeys(text: string): readonly Find[] {
  const finds: Find[] = [];
  for (const match of text.matchAll(AWS_PAIR)) {
    const [whole, secret = ''] = match;
    const end = match.index + whole.length;
    // Forty hexadecimal digits are a commit.
    if (/[A-Z]/.test(secret) && /[a-z]/.test(secret)) {
      finds.push({ rule: 'token-form', name: 'AWS', start: end - secret.length, end });
    }
  }
  return finds;
}
