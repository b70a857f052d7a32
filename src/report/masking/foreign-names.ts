/** Names of secrets in other languages than English, without accents. The tables are the rule. */

/**
 * Last words of names. German, Dutch, French, Spanish, Portuguese, Italian, Polish; Danish, Finnish, Czech, Hungarian, Turkish, Vietnamese,
 * Slovenian, Croatian, Estonian, Indonesian; Arabic, Greek, Russian.
 */
export const FOREIGN_ENDINGS: readonly string[] = [
  'mot de passe',
  'motdepasse',
  'mdp',
  'contrasena',
  'clave secreta',
  'senha',
  'parola',
  'parola chiave',
  'haslo',
  'adgangskode',
  'salasana',
  'heslo',
  'jelszo',
  'sifre',
  'sifresi',
  'mat khau',
  'geslo',
  'lozinka',
  'parool',
  'kata sandi',
  'كلمة المرور',
  'كلمة السر',
  'κωδικος προσβασης',
  'κωδικος',
  'пароль доступа',
];

/** Ends of words whatever stands before them: `Datenbankpasswort`; and of names in scripts that have no blanks between words. */
export const FOREIGN_WORD =
  /(?:passwort|kennwort|wachtwoord|passord|losenord)$|(?:пароль|токен|секрет|密码|密碼|口令|密钥|密鑰|パスワード|暗証番号|비밀번호|암호|סיסמה|סיסמא|รหัสผ่าน|पासवर्ड)$/;

/** Accents that letters of the Latin and Greek alphabets can be written without. */
export function withoutAccents(text: string): string {
  if (!/[^\x00-\x7F]/.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/[łŁøØıđĐ]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC');
}

/** Letters that Unicode takes for no letter with an accent. */
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L', ø: 'o', Ø: 'O', ı: 'i', đ: 'd', Đ: 'D' };

/** Words that mean a password wherever in a name they stand: `contraseñaBD`, `passwordDatabase`. */
export const PASSWORD_WORDS: ReadonlySet<string> = new Set([
  ...[
    'password',
    'passwort',
    'kennwort',
    'contrasena',
    'senha',
    'parola',
    'haslo',
    'heslo',
    'jelszo',
    'losenord',
    'mdp',
  ],
  ...['adgangskode', 'wachtwoord', 'salasana', 'sifre', 'пароль'],
]);
