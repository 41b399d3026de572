// The house's own sign-on: a real Apache with mod_auth_openidc in front, configured as in docs/operations.md.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApache } from './apache.ts';
import { browse, fetchFrom } from './browser_requests.ts';
import { OpenIdProvider } from './openid_provider.ts';
import { dataFolder, rostrum, Serving } from './rostrum.ts';

const signOn = ['--trusted-proxy', '127.0.0.1', '--identity-header', 'X-Remote-User'] as const;
const room = '/api/v1/rooms/xxvii';

const issue = (server: Serving, cards: object[]) =>
  fetch(`${server.origin}${room}/cards`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.token('Secretariat')}` },
    body: JSON.stringify({ cards }),
  });

/** What a token opens, and in whose name. */
async function accessBy(server: Serving, url: string) {
  const token = new URLSearchParams(new URL(url).hash.slice(1)).get('token') ?? '';
  return (await (await server.get('/api/v1/access', token)).json()) as {
    role?: string;
    holder?: object;
  };
}

test('behind Apache as documented, an account of the house opens the card of its holder', async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo', ...signOn);
  const provider = await OpenIdProvider.start(t);
  const origin = await startApache(t, dataFolder(t), server.origin, provider.issuer);
  const desk = { holder: { name: 'European Union' }, identity: 'eu-desk@un.example' };
  const issued = await issue(server, [desk, { holder: { stateCode: 'FR' } }]);
  assert.equal(issued.status, 200, await issued.clone().text());

  provider.email = 'eu-desk@un.example';
  const signedOn = await browse(origin, '/sign-on/xxvii');
  assert.equal(signedOn.status, 303);
  assert.match(signedOn.url, new RegExp(`^${origin}/delegation/#room=xxvii&token=[0-9a-z]{26}$`));
  assert.deepEqual(await accessBy(server, signedOn.url), {
    ...(await accessBy(server, signedOn.url)),
    role: 'ROLE_DELEGATION',
    holder: { stateCode: '', name: 'European Union', delegationId: '', meetingId: '' },
  });

  provider.email = 'FR';
  assert.deepEqual((await accessBy(server, (await browse(origin, '/sign-on/xxvii')).url)).holder, {
    stateCode: 'FR',
    name: '',
    delegationId: '',
    meetingId: '',
  });

  provider.email = 'nobody@un.example';
  const unknown = await browse(origin, '/sign-on/xxvii');
  assert.equal(unknown.url, `${origin}/delegation/#room=xxvii&signed-on=without-card`);

  // The gateway removes what somebody claims, and signs on whom it does not know.
  const lie = { 'X-Remote-User': 'FR' };
  assert.equal((await fetchFrom(origin, '/api/v1/rooms', lie)).status, 200);
  const asked = await fetchFrom(origin, '/sign-on/xxvii', { ...lie, Accept: 'text/html' });
  assert.equal(asked.status, 302);
  assert.ok(asked.headers.location?.startsWith(`${provider.issuer}/authorize`));
});

test('an identity from anybody but a trusted proxy is refused at every address', async (t) => {
  const server = await Serving.start(
    t,
    dataFolder(t),
    '--demo',
    '--trusted-proxy',
    '192.0.2.1',
    '--identity-header',
    'X-Remote-User',
  );
  assert.equal((await issue(server, [{ holder: { stateCode: 'FR' } }])).status, 200);
  for (const path of ['/sign-on/xxvii', '/api/v1/rooms', '/delegation/', '/healthz', '/nowhere'])
    for (const name of ['X-Remote-User', 'x-remote-user']) {
      const answer = await fetchFrom(server.origin, path, { [name]: 'FR' });
      assert.equal(answer.status, 403, path);
      assert.match(answer.body, /"code":"FOREIGN_IDENTITY"/);
    }
  assert.equal((await fetchFrom(server.origin, '/healthz')).status, 200);
  // Without an identity, there is nobody to sign on.
  const nobody = await fetchFrom(server.origin, '/sign-on/xxvii');
  assert.equal(nobody.status, 403);
  assert.match(nobody.body, /"code":"NOT_SIGNED_ON"/);
});

test('a request of a trusted proxy with two identities is refused', async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo', ...signOn);
  assert.equal((await issue(server, [{ holder: { stateCode: 'FR' } }])).status, 200);
  const one = await fetchFrom(server.origin, '/sign-on/xxvii', { 'X-Remote-User': 'FR' });
  assert.equal(one.status, 303);
  const two = await fetchFrom(server.origin, '/sign-on/xxvii', {
    'X-Remote-User': ['FR', 'US'] as unknown as string,
  });
  assert.equal(two.status, 400);
});

test('an identity header needs a trusted proxy, and a name of its own', async (t) => {
  const serve = (...args: string[]) =>
    rostrum(['serve', '--demo', '--listen', '127.0.0.1:0', '--data', dataFolder(t), ...args]);
  const alone = await serve('--identity-header', 'X-Remote-User');
  assert.equal(alone.code, 2);
  assert.match(alone.err, /--identity-header needs --trusted-proxy/);
  for (const name of ['Authorization', 'host', 'X-Forwarded-For', 'two words', 'X:Y']) {
    const wrong = await serve('--trusted-proxy', '127.0.0.1', '--identity-header', name);
    assert.equal(wrong.code, 2, name);
    assert.match(wrong.err, /cannot be the header that says who signed on/);
  }
});
