/** What the screens use and browsers of 2020 lack. Only the build for those has it. */
import names from 'virtual:state-names';
import { measureContainers } from './containers';
import { makeDialogs } from './dialogs';
import { markHolders } from './holders';
import './old.css';

/** Adds a method where the browser has none. */
function add(to: object, name: string, value: unknown): void {
  if (!(name in to)) Object.defineProperty(to, name, { value, configurable: true, writable: true });
}

function at(this: ArrayLike<unknown>, index: number): unknown {
  return this[index < 0 ? this.length + index : index];
}
add(Array.prototype, 'at', at);
add(String.prototype, 'at', at);
add(Array.prototype, 'findLast', function (this: unknown[], is: (each: unknown) => boolean) {
  return [...this].reverse().find(is);
});
add(String.prototype, 'replaceAll', function (this: string, from: string | RegExp, to: string) {
  return typeof from === 'string' ? this.split(from).join(to) : this.replace(from, to);
});
add(Object, 'hasOwn', (of: object, key: string) => Object.prototype.hasOwnProperty.call(of, key));
add(Element.prototype, 'replaceChildren', function (this: Element, ...nodes: Node[]) {
  this.textContent = '';
  this.append(...nodes);
});
// The forms copy drafts: plain values.
add(window, 'structuredClone', (value: unknown) => JSON.parse(JSON.stringify(value)));
add(AbortSignal, 'timeout', (ms: number) => {
  const aborter = new AbortController();
  setTimeout(() => aborter.abort(), ms);
  return aborter.signal;
});
add(
  Intl,
  'DisplayNames',
  class {
    #of: Record<string, string>;
    constructor([language]: [string]) {
      this.#of = names[language] ?? {};
    }
    of(code: string) {
      return this.#of[code];
    }
  },
);
add(
  Intl,
  'ListFormat',
  class {
    format = (list: Iterable<string>) => [...list].join(', ');
  },
);

add(HTMLElement.prototype, 'showPopover', function (this: HTMLElement) {
  this.dataset.popover = '';
});
add(HTMLElement.prototype, 'hidePopover', function (this: HTMLElement) {
  delete this.dataset.popover;
});

if (!('HTMLDialogElement' in window)) makeDialogs();
if (!CSS.supports('width', '1cqi')) measureContainers();
if (!CSS.supports('selector(:has(a))')) markHolders();
if (hasFlexGap())
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[href*="/old-gaps-"]'))
    link.disabled = true;

function hasFlexGap(): boolean {
  const box = document.createElement('div');
  box.style.cssText = 'display:flex;flex-direction:column;row-gap:1px;position:absolute';
  box.append(document.createElement('i'), document.createElement('i'));
  document.body.append(box);
  const has = box.scrollHeight === 1;
  box.remove();
  return has;
}
