// A display over https and wss, from a server with a certificate of its own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selfSigned } from '../app/certificate.ts';
import { dataFolder, rostrum, Serving } from '../app/rostrum.ts';
import { launch, sizes } from './browser.ts';

test('a display follows over wss, and the printed link opens it', async (t) => {
  const { certificate, key } = selfSigned(dataFolder(t), 'room.example');
  const tls = ['--tls-cert', certificate, '--tls-key', key];
  const server = await Serving.start(t, dataFolder(t), '--demo', ...tls);
  const [link] = server.out.match(/https:\/\/\S+\/display\/#\S+/) ?? [];
  assert.ok(link);

  const browser = await launch();
  t.after(() => browser.close());
  const context = await browser.newContext({ viewport: sizes.display, ignoreHTTPSErrors: true });
  const page = await context.newPage();
  const [live] = await Promise.all([page.waitForEvent('websocket'), page.goto(`${link}&lang=en`)]);
  assert.match(live.url(), /^wss:\/\/127\.0\.0\.1:\d+\/api\/v1\/rooms\/xxvii\/live$/);

  const notice = '{"showNotice":{"text":"Sent over TLS."}}';
  const where = ['--ca', certificate, '--server', server.origin, '--room', 'xxvii'];
  const said = await rostrum(['command', ...where, notice], {
    ROSTRUM_TOKEN: server.token('Chair'),
  });
  assert.equal(said.code, 0, said.err);
  await page.getByText('Sent over TLS.').first().waitFor();
});
