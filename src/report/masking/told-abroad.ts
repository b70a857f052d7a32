/** The rule `key` in sentences of other languages than English: "das Passwort lautet …", "le mot de passe est …", "密码是…". */
import { isDrawnBelowName } from './drawn-alone.js';
import type { Find } from './find.js';
import { withoutEnd } from './without-end.js';

/**
 * Names of passwords with the letter that makes them one, the verbs and signs between, and what comes then: no letters of the language
 * where it has no blanks.
 */
const SENTENCE =
  /(passwort|kennwort|mot de passe|contrase(?:ñ|n)a|senha|wachtwoord|parola(?: chiave)?|has[lł]o|l(?:ö|o)senord(?:et)?|adgangskode(?:n)?|passord(?:et)?|salasana|heslo|jelsz(?:ó|o)|(?:ş|s)ifre(?:si)?|пароль?(?:я|ем)?|密码|密碼|口令|密钥|密鑰|パスワード|暗証番号|비밀번호|암호|κωδικ(?:ό|ο)ς|סיסמ[הא]|كلمة[ _](?:ال)?(?:مرور|سر))[\s"'`]{0,3}(?:[:：=]|lautet|ist|est|es|jest|is|är|er|on|é|è|è:|—|–|is:|是|为|為|は|が|는|은)[\s"'`:：«„“「『]{0,4}([!-~]{6,300})/giu;

/** Only what was drawn by chance, and is no word of the language: that may say how the password is. */
export function findToldAbroad(text: string): readonly Find[] {
  const finds: Find[] = [];
  for (const match of text.matchAll(SENTENCE)) {
    const [whole, name = '', rest = ''] = match;
    const value = withoutEnd(rest, `.,;:!?)]}>"'\``);
    const start = match.index + whole.length - rest.length;
    if (/\d|[a-z][A-Z]/.test(value) && isDrawnBelowName(value))
      finds.push({ rule: 'key', name, start, end: start + value.length });
  }
  return finds;
}
