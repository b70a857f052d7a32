/**
 * The words near which the rules for text find something: a long text is searched around them alone (`stretches.ts`). A rule that
 * goes by another word needs a line here; a test looks for every printed form of a secret in the middle of a long text.
 */
import { PROGRAM_AT, PROGRAM_WORDS } from './program-options.js';
import { spotsOf, type SpotWord } from './spots.js';
import { TOKEN_WORDS } from './token-forms.js';

/** In names of secrets, and in what is told of them. Source: the tables of `secret-keys.ts` and `headers.ts`, the names of `told.ts`. */
const NAMES: readonly SpotWord[] = [
  ...['pw', 'token', 'secret', 'cred', 'cookie', 'bearer', 'jwt', 'key', 'otp', 'psk', 'mnemonic', 'honeycomb'].map(
    any,
  ),
  ...['community', 'webhook', 'identified', 'from-literal', 'sess', 'salt', 'pepper'].map(any),
  // Of other languages.
  ...['kennwort', 'contrase', 'senha', 'wachtwoord', 'parola', 'mdp', 'adgangskode', 'salasana', 'heslo', 'jelsz'].map(
    any,
  ),
  ...[
    'nord',
    'ifre',
    'khau',
    'geslo',
    'lozinka',
    'parool',
    'sandi',
    'phrase',
    'activation',
    'verifier',
    'geheimnis',
  ].map(any),
  ...[
    'пароль',
    'Пароль',
    'ПАРОЛЬ',
    'токен',
    'секрет',
    '密码',
    '密碼',
    '口令',
    '密钥',
    '密鑰',
    'パスワード',
    '暗証番号',
  ].map(exactly),
  ...['비밀번호', '암호', 'סיסמ', 'รหัสผ่าน', 'पासवर्ड', 'كلمة', 'κωδικ', 'ΚΩΔΙΚ', 'khẩu'].map(exactly),
  { text: 'has', form: /has[lł]o/iy },
  { text: 'seed', form: /(?<=[a-z][^a-z]?)seed(?![a-z])/iy },
  { text: 'licen', form: /licen[cs]e(?![a-z])/iy },
  { text: 'clave', form: /clave(?![a-z])/iy },
  // Parameters of addresses.
  ...['sig=', 'signature=', 'hmac=', 'sas='].map(any),
  { text: 'pass', form: /pass(?!ed\b|ing\b|eng|age|ive)/iy },
  { text: 'auth', form: /auth(?!or(?!i))/iy },
  { text: 'assertion', form: /assertion(?!error)/iy },
  { text: 'pin', form: /pin(?![a-z])/iy },
  { text: 'connection', form: /connection[^a-z]{0,60}string/iy },
  { text: 'docker', form: /docker(?:config|cfg)/iy },
  { text: 'encrypt', form: /encrypt(?![a-z])/iy },
  { text: 'sid', form: /sid(?![a-z])/iy },
  { text: 'sonar', form: /sonar[^a-z]{0,60}login/iy },
  { text: 'saml', form: /saml[^a-z]{0,60}resp/iy },
  {
    text: 'code',
    form: /(?<=(?:pin|verification|security|time|recovery|backup|confirmation|login|2fa|mfa|device|unlock)[^a-z]{0,60})code|code[^a-z]{0,60}verifier/iy,
  },
];

/** Parameters of addresses that are none elsewhere. */
const PARAMETERS: readonly SpotWord[] = ['code=', 'setup=', 'ticket=', 'p='].map((text) => ({
  text,
  form: /(?<=[?&#;]|^)\w/iy,
}));

/** Of protocols, files and calls that have their own place for a secret (`protocols.ts`, `printed.ts`). */
const PLACES: readonly SpotWord[] = [
  ...['response=', 'mac="', 'setuser', 'stdin', 'base64', 'securestring', 'createuser', 'login=', 'add-mask'].map(any),
  ...[
    'assword',
    'whoami',
    'initialadmin',
    'vso[task',
    'sp_add',
    'openrowset',
    'key content',
    'cryptsetup',
    'kubeseal',
    'sudo -s',
    '| su ',
    'login incorrect',
    'login ok',
    'userlist',
  ].map(any),
  // Calls that log in.
  ...['connect(', 'connection(', 'login(', 'signin(', 'bind_s(', 'ftp(', 'smtp(', 'imap4(', 'basic('].map(any),
  // An option of one letter beside that of a user.
  { text: ' -p', form: / -pw?[= ]{0,3}["']?[^\s"'-][^\s"']{7}/iy },
  { text: ' -w', form: / -w {1,3}["']?[^\s"'-][^\s"']{7}/y },
  // Accounts of Redis, of mail and of curl.
  { text: 'user', form: /user(?:=[\w.-]{1,60}:\S| \S{1,100} on [^\n]{0,200}?>|\s{0,4}=\s{0,4}"[^"\n:]{1,100}:)/iy },
  { text: ']:', form: /\]:\d{2,5}[ \t]{1,40}[\w.@+-]{1,100}:/y },
  // Parts of paths.
  ...['reset', 'verify', 'confirm', 'invite', 'magic', 'activate', 'unsubscribe'].map((text) => ({
    text,
    form: /(?<=\/)[a-z]{5,11}\//iy,
  })),
  { text: 'slack', form: /slack[_-]?api[_-]?url/iy },
  { text: 'method', form: /method["']?\s{0,4}:\s{0,4}["'][\w.]{0,30}(?:login|auth|sign_?in)/iy },
  { text: 'inline', form: /inline[^a-z]{0,60}string/iy },
  { text: '/bot', form: /\/bot\d/y },
  ...['LOGIN ', 'IDENTIFY ', 'UGFzc3dvcmQ', 'PDO->', '\tTRUE\t', '\tFALSE\t'].map((text) => ({
    text,
    exact: true as const,
  })),
];

/** Where the next word of a rule begins. */
export const nextSpot = spotsOf(() => [
  ...NAMES,
  ...PARAMETERS,
  ...PLACES,
  ...PROGRAM_WORDS.map((text): SpotWord => ({ text, exact: true, form: PROGRAM_AT })),
  ...TOKEN_WORDS,
]);

function any(text: string): SpotWord {
  return { text };
}

function exactly(text: string): SpotWord {
  return { text, exact: true };
}
