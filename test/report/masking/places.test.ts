/** Kinds of places in which programs, files and people leave a secret, and what stands there that is none. */
import { describe, expect, it } from '@jest/globals';
import { expectGrowthWithInput } from '../../support/growth.js';
import { masked, maskedOutput } from './journal.js';

const S = 'k7Qm2Xv9Lp4Rt8Wz3Ya6';

/** Lines with no word of a rule in them. */
const LOG = '12 worker-3 GET /cart/71271 200 in 93 ms\n'.repeat(600);

/** Whether a part of the secret is left, as it is or in base64. */
function leaves(output: unknown): boolean {
  const entry = isPrinted(output) ? output : { output };
  const text = JSON.stringify(masked({ run: [entry] }).root);
  return [S, S.slice(3, 10), Buffer.from(S).toString('base64').slice(2, 14)].some((part) => text.includes(part));
}

interface Printed {
  readonly activity: object;
  readonly output: { readonly stdout: string };
}

/** An activity that ran a command, and what that printed. */
function printedBy(path: string, given: unknown, stdout = `${S}\n`): Printed {
  return { activity: { name: 'x', provider: { type: 'process', path, arguments: given } }, output: { stdout } };
}

function isPrinted(output: unknown): output is Printed {
  return typeof output === 'object' && output !== null && 'activity' in output;
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
  commands: [
    ['a user beside it', `add-user.sh -u admin -p '${S}' --silent`],
    ['a command to log in', `cargo login ${S}`],
    ['a key beside options', `vault operator unseal -address=http://h ${S}`],
    ['a passphrase of a key', `ssh-keygen -t ed25519 -N '${S}' -f id`],
    ['users behind options', `rabbitmqctl add_user -n rabbit@h bob '${S}'`],
    ['pairs', `vault kv put secret/db value=${S} user=bob`],
    ['a token for a user', `curl https://h -u ${S}:`],
    ['Java', `mvn sonar:sonar -Dsonar.login=${S} -X`],
    ['Oracle', `sqlplus 'app/"${S}"@h'`],
  ],
  calls: [
    ['Python', `ssh.connect("h", 22, "bob", "${S}")`],
    ['requests', `HTTPBasicAuth("app", "${S}")`],
    ['a trace of PHP', `#0 /app/a.php(3): login('bob', '${S}')\n#1 {main}`],
    ['Java', `DriverManager.getConnection("jdbc:x", "app", "${S}")`],
    ['MongoDB', `db.changeUserPassword("app", "${S}")`],
    ['SQL', `EXEC sp_addlogin 'bob', '${S}'`],
    ['PHP', `define('AUTH_SALT', '${S}');`],
  ],
  'outputs of commands that print one': [
    ['a file', printedBy('cat', '/var/secrets/initialAdminPassword')],
    ['a variable', printedBy('sh', ['-c', 'echo $DB_PASSWORD'])],
    ['Kubernetes', printedBy('kubectl', "get secret db -o jsonpath='{.data.x}'")],
    ['Redis', printedBy('redis-cli', 'config get requirepass', `requirepass\n${S}\n`)],
    ['a terminal', `$ oc whoami -t\n${S}\n`],
    ['an interpreter', `(Pdb) p access_token\n'${S}'\n`],
    ['another', `irb(main):001:0> signing_key\n=> "${S}"`],
    ['a reader of files', `$ jq -r .secret_key f.json\n${S}\n`],
    ['a column alone', `x=# select token from users;\n token \n-------\n ${S}\n(1 row)`],
    ['a terminal in an error', `ValueError: $ gcloud auth print-identity-token\n${S}\n`],
    ['a trace of a shell', `+ cat /var/lib/jenkins/secrets/initialAdminPassword\n${S}`],
  ],
  'comparisons that failed': [
    [
      'pytest',
      `    assert resp.token == "zzz"\nE   AssertionError: assert '${S}' == 'zzz'\nE     - zzz\nE     + ${S}\n`,
    ],
    [
      'a trace with values',
      `  File "a.py", line 3, in f\n    login(user, password)\n    │     │     └ '${S}'\n    └ <f>\n`,
    ],
    ['a flag', `invalid value "${S}" for flag -db-password: parse error`],
    ['unittest', `self.assertEqual(r.token, "b")\nAssertionError: '${S}' != 'b'\n- ${S}\n+ b\n`],
    ['Jest', `● returns the token\n\n    Expected: "${S}"\n    Received: undefined\n`],
    ['Go', `login_test.go:12: api key: got "${S}", want "x"\n`],
    ['JUnit', `AssertionFailedError: password ==> expected: <x> but was: <${S}>`],
    ['Hamcrest', `AssertionError: client secret\nExpected: is "x"\n     but: was "${S}"`],
    ['Rust', `assertion \`left == right\` failed: token differs\n  left: "${S}"\n right: "x"`],
  ],
  answers: [
    ['expect', `expect "*assword:*"\nsend "${S}\\r"\nexpect eof`],
    ['pexpect', `child.expect('Password:')\nchild.sendline('${S}')`],
    ['a field', `driver.find_element(By.ID, "password").send_keys("${S}")`],
    ['a page', `await page.getByLabel('Password').fill('${S}');`],
    ['Robot Framework', `Input Password    id:pw    ${S}`],
    ['an object', { expect: 'Password:', send: S }],
  ],
  'protocols and files': [
    ['Redis', `*2\r\n$4\r\nAUTH\r\n$20\r\n${S}\r\n`],
    ['a line of settings', `a=1\nspring.datasource.password=q;{(${S}\nb=2\n`],
    ['a name and a value of YAML', `- name: DB_PASSWORD\n  value: <i~${S}}?7^\n`],
    ['a relay of mail', `[smtp.example.org]:587    bob@example.org:${S}\n`],
    ['a password file', `cat ~/.pgpass: localhost:5432:*:postgres:${S}`],
    ['COPY', `COPY users (id, name, password) FROM stdin;\n1\tbob\t${S}\n\\.\n`],
    ['parameters', `LOG: execute <unnamed>: select 1 where password=$2\nDETAIL:  parameters: $1 = 'bob', $2 = '${S}'`],
    ['MyBatis', `Preparing: UPDATE users SET password=?\n==> Parameters: ${S}(String), bob(String)`],
    ['.NET', `[Parameters=[@p0='bob', @p1='${S}' (Size = 20)]]\nINSERT INTO Users (Name, Password) VALUES (@p0, @p1);`],
    ['a list of users', `"app" "${S}"\n"bob" "x"`],
    ['a shell of a database', `mysqlsh root:${S}@h:3306`],
    ['a server of accounts', `Login incorrect: [bob/${S}] (from client x port 1)`],
    ['what is piped', `echo ${S} | sudo -S systemctl restart x`],
    ['a debugger', `$1 = {host = 0x55 "h", pwd = 0x5581 "${S}"}`],
    ['a pipeline', `##vso[task.setvariable variable=x;issecret=true]${S}`],
    ['a database of Go', `app:${S}@/orders`],
    ['an address', `GET /reset-password/${S} HTTP/1.1`],
    ['a bot', `https://api.example.org/bot123456789:${S}/sendMessage`],
    ['a file of secrets', `echo '${S}' > .vault_pass`],
    ['the arguments of a process', `run\0--password\0${S}\0--port\x001`],
    ['generated by Terraform', `resource "random_password" "db" {\n    length = 20\n    result = "${S}"\n}`],
    ['a Secret of Terraform', `resource "kubernetes_secret" "x" {\n  data = {\n    foo = "${S}"\n  }\n}`],
    ['Spring', `    Property: app.db-password\n    Value: "${S}"\n`],
    ['a pair of .NET', `[ApiToken, ${S}]`],
    ['spew', `Token: (string) (len=20) "${S}"`],
    ['a variable of SQL', `DECLARE @password nvarchar(50) = N'${S}';`],
    ['a form', `user%5Bname%5D=a&user%5Bpassword%5D=${S}%23y2G1&x=1`],
    ['a user and a password', `make_headers(basic_auth='app:${S}')`],
    ['a key below its name', `jwt:\n  issuer: shop\n  key: ${S}\n`],
    ['a new value', `Password for the [elastic] user successfully reset.\nNew value: ${S}`],
  ],
  'shapes of objects': [
    ['a cookie', [{ name: 'session', value: S, httpOnly: true }]],
    ['rows', { columns: ['user', 'password'], rows: [['bob', S]] }],
    ['a frame', { schema: { fields: [{ name: 'user' }, { name: 'token' }] }, data: { values: [['bob'], [S]] } }],
    [
      'a list of lists',
      [
        ['user', 'token'],
        ['bob', S],
      ],
    ],
    ['what a method was called with', { method: 'login', params: ['admin', S] }],
    ['a key below its name', { jwt: { key: S, issuer: 'x' } }],
    ['what was rejected', { errors: [{ field: 'password', rejectedValue: S }] }],
    ['a generated one', { attributes: { result: S, length: 20 } }],
    ['a key of an account', { username: 'bob', key: S }],
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
  it.each([...places])('is masked: %s', (__, output) => {
    expect(leaves(output)).toBe(false);
  });

  const texts = places.filter((place): place is [string, string] => typeof place[1] === 'string');
  for (const [what, output] of texts) {
    it(`is masked in the middle of a long log: ${what}`, () => {
      expect(leaves(`${LOG}${output}\n${LOG}`)).toBe(false);
    });
  }
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
    [
      'prompts',
      '$ git log --grep=token -n 1\n7f3c9b0e4a52\n$ grep git /etc/passwd\ngit:x:1000:1000::/home/git:/bin/sh\n',
    ],
    ['arguments', 'f(token, precisionBits=16), join(pwd, filename), compare(boto3_creds, crt_s3_creds)'],
    ['images and mail', 'nginx:1.25-a1b2c3d4@sha256:0f1e2d3c and mailto:bob2@example.org'],
    ['calls', 'connect("tcp://db.example.org:5432", "orders"); login("anonymous", "read-only"); auth("CRAM-MD5")'],
    ['options', 'mkdir -p /var/lib/a1b2c3d4e5f6; docker run -u 1000:1000 -p 8080:80 app; patch -p1 < x1y2z3.patch'],
    ['commands', '$ cat /etc/hostname\nweb-7f3c9b0e4a52\n$ echo $HOME\n/root\n'],
    ['lists', 'assert the token, or fail\n - drm/amdgpu: fix\n - v12.17.0\n+ x\nexpected is v16.18.0'],
    [
      'other objects',
      [
        { Key: 'logs/7f3c9b0e4a52.gz', Size: 12 },
        { result: 'k7Qm2Xv9Lp4R', status: 'ok' },
      ],
    ],
    ['rows of words', { columns: ['user', 'token'], rows: [['bob', 'expired']], data: [['x']] }],
    [
      'lists of names',
      [
        ['name', 'secret'],
        ['shop', 'checkout-db-creds-v2-x7k2p'],
      ],
    ],
    ['a method', { method: 'get', params: ['a1b2c3d4e5f6'] }],
    ['addresses', 'GET /tokens/refresh and /api/token/verification-required'],
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
    ['login(', 60_000],
    ["connect('a", 60_000],
    ['send "token ', 50_000],
    ['expected: token', 50_000],
    ['- a token\n+ b\n', 40_000],
    ['cat token\n', 50_000],
    [' -u bob -p ', 40_000],
    ['vault kv put a ', 20_000],
    ['jwt: key', 50_000],
    ['$ p token\n', 50_000],
    ['Parameters: token', 50_000],
    ['root:abcdefgh', 50_000],
    ['(token, ', 50_000],
    ['password=a;b(cdefghij\n', 40_000],
  ])('is searched in time that grows with it: %j', (piece, count) => {
    expectGrowthWithInput((size) => masked({ platform: piece.repeat(size) }), count);
  });
});
