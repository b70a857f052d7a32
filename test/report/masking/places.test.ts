/** Kinds of places in which programs, files and people leave a secret, and what stands there that is none. */
import { describe, expect, it } from '@jest/globals';
import { expectGrowthWithInput } from '../../support/growth.js';
import { masked, maskedOutput } from './journal.js';

const S = 'k7Qm2Xv9Lp4Rt8Wz3Ya6';

/** Whether a part of the secret is left, as it is or in base64. */
function leaves(output: unknown): boolean {
  const text = JSON.stringify(masked({ run: [{ output }] }).root);
  return [S, S.slice(3, 10), Buffer.from(S).toString('base64').slice(2, 14)].some((part) => text.includes(part));
}

const KINDS: Readonly<Record<string, readonly (readonly [what: string, output: unknown])[]>> = {
  'names that say it by custom': [
    ['a session in an object', { session_id: S }],
    ['a session in JSON', `{"user": "a", "sessionId": "${S}"}`],
    ['a session in a query', `GET /x?sid=${S}&a=1 HTTP/1.1`],
    ['a session in a log', `level=info session_id=${S} user=bob`],
    ['a session in a sentence', `created session id ${S} for bob`],
    ['a session in a header', { headers: { 'Mcp-Session-Id': S } }],
    ['a printed header', `> X-Session-Id: ${S}\r\n`],
    ['express', { 'connect.sid': `s:${S}.sig` }],
    ['an element', `<result><sessionId>${S}</sessionId></result>`],
    ['a column', `user  session_id\nbob   ${S}\n`],
    ['SonarQube', `sonar.host.url=x\nsonar.login=${S}\n`],
    ['PagerDuty', { routing_key: S }],
    ['Azure', { primaryKey: S, secondaryKey: S }],
    ['Vault', `Unseal Key 1: ${S}\n\nInitial Root Token: x\n`],
    ['an option', `consul agent -encrypt=${S} -data-dir x`],
    ['an option with a user', `java -jar cli.jar -auth bob:${S} who-am-i`],
    ['--pass', `deploy --user bob --pass ${S}`],
    ['pass in a query', `https://h/x?user=a&pass=sunshine${S}`],
    ['other languages', { senha: S, passwort: S, mot_de_passe: S }],
    ['a sentence of another language', `Contraseña: ${S}`],
  ],
  XML: [
    ['a short name', `<Server><User>u</User><Pass>${S}</Pass></Server>`],
    ['a base64 one', `<User>u</User><Pass encoding="base64">${Buffer.from(S).toString('base64')}</Pass> ${S}`],
    ['a property', `<property name="hibernate.connection.pass">${S}</property>`],
    ['an entry', `<entry key="smtp.password">${S}</entry>`],
    ['a setting', `<setting name="ApiToken" serializeAs="String">\n  <value>${S}</value>\n</setting>`],
    ['a pair', `<n-name>token</n-name><n-type>String</n-type><n-value>${S}</n-value>`],
  ],
  tables: [
    ['below a comment', `# client\tserver\tsecret\t\t\tIP addresses\nbob\t*\t${S}\t*\n`],
    ['with one blank', `user token role\nbob ${S} admin\n`],
    ["in Python's bytes", `stdout=b'NAME      TOKEN\\nfoo       ${S}\\n'`],
    ["in Python's text", `Done(args=['x'], stdout=' user |  token\\n-----+------\\n bob  | ${S}\\n')`],
    ['in quotes of Go', `exit 0: "USER   TOKEN\\nbob    ${S}\\n"`],
    ['behind other words', `report: user,token,role\nbob,${S},admin\n`],
  ],
  sentences: [
    ['a long one', `The generated password for the elastic built-in superuser is : ${S}\n`],
    ['whose password', `A temporary password is generated for root@localhost: ${S}`],
    ['a prompt', `Password for 'https://bob@git.example.org': ${S}`],
    ['a dash', `api token — ${S}`],
    ['created', `Token created: ${S}`],
  ],
};

describe.each(Object.entries(KINDS))('a secret in %s', (_, places) => {
  it.each(places)('is masked: %s', (__, output) => {
    expect(leaves(output)).toBe(false);
  });
});

describe('no secret', () => {
  it.each<[string, unknown]>([
    ['counts of sessions', 'XDG_SESSION_ID=41\nXDG_SESSION_ID=48213377\n'],
    ['words for sessions', { session: 'expired', sid: 'ORCL', session_id: 'none', session_key_type: 'a' }],
    ['the id of a statement', { Sid: 'Stmt1480452973134' }],
    ['a SID', 'sid=S-1-5-21-3623811015-3361044348-30300820-1013'],
    ['an address of memory', 'server (session=0x636fc0a7b1, data=0x634e6e)'],
    ['columns of keys', { primary_key: 'id', salt: 'none', encrypt: 'true' }],
    ['tests that passed', '<results><pass>12</pass><fail>0</fail></results>'],
    ['lists of names', "'token',\n'zip_em_aes_256',\n'u_lb_glue',\n"],
    ['names in prose', 'Added ftppassword, httppassword,\nuser, passwd, ftpuser,\n'],
    ['a table of words', 'user token role\nbob valid admin\n'],
    ['words of another language', 'Das Passwort wurde erfolgreich eingegeben'],
  ])('is found in %s', (_, output) => {
    expect(maskedOutput(output)).toEqual({ output, told: [] });
  });
});

describe('a long text', () => {
  it.each([
    ['<entry key="password">', 40_000],
    ['<name>token</name><value', 40_000],
    ['<Pass>', 60_000],
    ['user token role\n', 50_000],
    ['# client secret\n', 50_000],
    ['x: password,a\n', 50_000],
    ['session id for a ', 40_000],
    ['?pass=a&user=b', 60_000],
  ])('is searched in time that grows with it: %j', (piece, count) => {
    expectGrowthWithInput((size) => masked({ platform: piece.repeat(size) }), count);
  });
});
