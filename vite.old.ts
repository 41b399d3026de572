// A second build of the screens, for browsers of 2020: televisions, tablets. A browser loads one of the two.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

export const oldTargets = ['chrome79', 'firefox78', 'safari14'];
const built = 'build/web-old';

/** What the screens of the old build need in addition. */
export function forOldBrowsers(): Plugin {
  const names = 'virtual:state-names';
  return {
    name: 'rostrum-for-old-browsers',
    enforce: 'pre',
    resolveId: (id) => (id === names ? names : undefined),
    load: (id) => (id === names ? `export default ${JSON.stringify(stateNames())}` : undefined),
    transform: (code, id) =>
      /\/(clients\/\w+|display)\/main\.ts$/.test(id)
        ? `import '$kit/old/old';\n${code}`
        : undefined,
    generateBundle(_options, bundle) {
      let gaps = '';
      for (const asset of Object.values(bundle))
        if (asset.type === 'asset' && asset.fileName.endsWith('.css')) {
          const styles = oldStyles(asset.source.toString());
          asset.source = styles;
          gaps += marginsForGaps(styles);
        }
      this.emitFile({ type: 'asset', name: 'gaps.css', source: gaps });
    },
  };
}

/** Style sheets without what these browsers drop a whole rule or declaration for. */
export function oldStyles(css: string): string {
  return css
    .replace(/:where\((\.[\w-]+)\)/g, '$1')
    .replace(/([\d.]+)cq([ib])\b/g, 'calc($1 * var(--cq$2))')
    .replace(/([\d.]+)dv(h|w)\b/g, '$1v$2')
    .replace(/container-type:\s*size/g, '--container:1;contain:size layout')
    .replace(/container-type:/g, '--container:')
    .replace(/:popover-open/g, '[data-popover]')
    .replace(/color-mix\(in \w+,\s*(var\([^()]*\)|[^\s,()]+)[^,]*,(?:[^()]|\([^()]*\))*\)/g, '$1')
    .replace(/:has\(((?:[^()]|\([^()]*\))*)\)/g, (_has, inner: string) => {
      return `[data-has~="${Buffer.from(inner).toString('base64url')}"]`;
    });
}

/** The gaps between flexible boxes as margins, which every other margin overrides. */
export function marginsForGaps(css: string): string {
  const rules = css.matchAll(/([^{}@;]+)\{([^{}]*display:(?:inline-)?flex[^{}]*)\}/g);
  return [...rules]
    .map(([, selectors = '', body = '']) => {
      const [, gap] = /(?:^|;)gap:([^;]+)/.exec(body) ?? [];
      if (!gap || /\([^)]*,/.test(selectors)) return '';
      const [row = '', column = row] = gap.split(/ (?![^(]*\))/);
      const margin = /flex-direction:column/.test(body)
        ? `margin-block-start:${row}`
        : `margin-inline-start:${column}`;
      const those = selectors.split(',').map((each) => `${each.trim()}>*+*`);
      return `${those.join()}{${margin}}`;
    })
    .join('\n');
}

/** What browsers without Intl.DisplayNames call the States. */
function stateNames(): Record<string, Record<string, string | undefined>> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return Object.fromEntries(
    ['en', 'fr', 'es', 'ar', 'zh', 'ru'].map((language) => {
      const of = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
      return [language, Object.fromEntries(codes.map((code) => [code, of.of(code)]))];
    }),
  );
}

/** Makes each page load the build that its browser can run. */
export function oldBrowsers(addressOf: (folder: string) => string | undefined): Plugin {
  const scripts = ['start', 'too_old'].map((name) => {
    const source = readFileSync(join(import.meta.dirname, `clients/kit/old/${name}.js`), 'utf8');
    const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
    return { fileName: `assets/${name}-${hash}.js`, source };
  });
  const [start, tooOld] = scripts.map(({ fileName }) => `/${fileName}`);
  return {
    name: 'rostrum-old-browsers',
    apply: 'build',
    generateBundle() {
      for (const script of scripts) this.emitFile({ type: 'asset', ...script });
      const assets = join(built, 'assets');
      if (!existsSync(assets)) return this.warn(`${built} is not there: old browsers stay white`);
      for (const name of readdirSync(assets))
        if (name.startsWith('old-') && !name.endsWith('.gz'))
          this.emitFile({
            type: 'asset',
            fileName: `assets/${name}`,
            source: readFileSync(join(assets, name)),
          });
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename }) {
        const address = addressOf(filename);
        const old = join(built, address ?? '', 'index.html');
        if (address === undefined || !existsSync(old)) return html;
        const its = readFileSync(old, 'utf8');
        const styles = [...its.matchAll(/<link rel="stylesheet"[^>]* href="([^"]+)"/g)];
        const gaps = readdirSync(join(built, 'assets')).find((name) =>
          name.startsWith('old-gaps-'),
        );
        const needs = /^\/(chair|secretariat)\//.test(address) ? 'inset-inline' : 'width';
        return html.replace(
          /<script type="module" crossorigin src="([^"]+)"><\/script>/,
          (_script, now: string) =>
            `<link rel="modulepreload" crossorigin href="${now}">\n    <script defer src="${start}"` +
            ` data-now="${now}" data-old="${moduleOf(its)}" data-needs="${needs}"` +
            ` data-styles="${[`/assets/${gaps}`, ...styles.map(([, href]) => href)].join(' ')}"` +
            ` data-too-old="${tooOld}"></script>`,
        );
      },
    },
  };
}

const moduleOf = (html: string) => /<script type="module"[^>]* src="([^"]+)"/.exec(html)?.[1] ?? '';
