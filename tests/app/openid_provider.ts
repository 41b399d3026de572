// A small OpenID provider: it signs everybody on as the one account that the test names.
import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

export class OpenIdProvider {
  /** The claim `email` of the next sign-on. */
  email = '';
  issuer = '';
  readonly #keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  /** The nonce of each code that was handed out. */
  readonly #nonces = new Map<string, string>();

  static async start(t: TestContext): Promise<OpenIdProvider> {
    const provider = new OpenIdProvider();
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', provider.issuer);
      if (url.pathname === '/authorize')
        return response.writeHead(302, { Location: provider.#authorize(url.searchParams) }).end();
      let body = '';
      request.on('data', (text: Buffer) => (body += text.toString()));
      request.on('end', () => {
        const answer = provider.#answer(url.pathname, new URLSearchParams(body));
        response.writeHead(answer ? 200 : 404, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify(answer ?? {}));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    t.after(() => server.close());
    provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return provider;
  }

  #authorize(asked: URLSearchParams): string {
    const code = randomUUID();
    this.#nonces.set(code, asked.get('nonce') ?? '');
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    return back.href;
  }

  #answer(path: string, form: URLSearchParams): object | undefined {
    const { issuer } = this;
    switch (path) {
      case '/.well-known/openid-configuration':
        return {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        };
      case '/keys': {
        const key = this.#keys.publicKey.export({ format: 'jwk' });
        return { keys: [{ ...key, kid: 'one', use: 'sig', alg: 'RS256' }] };
      }
      case '/token': {
        const nonce = this.#nonces.get(form.get('code') ?? '');
        if (nonce === undefined) return undefined;
        const id_token = this.#idToken(nonce);
        return { access_token: randomUUID(), token_type: 'Bearer', expires_in: 600, id_token };
      }
      default:
        return undefined;
    }
  }

  #idToken(nonce: string): string {
    const now = Math.floor(Date.now() / 1000);
    const sub = createHash('sha256').update(this.email).digest('hex');
    const times = { iat: now, exp: now + 600 };
    const claims = { iss: this.issuer, aud: 'rostrum', sub, email: this.email, nonce, ...times };
    const signed = `${base64({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${base64(claims)}`;
    const signature = createSign('RSA-SHA256').update(signed).sign(this.#keys.privateKey);
    return `${signed}.${signature.toString('base64url')}`;
  }
}
