import { expect, test } from 'vitest';
import { marginsForGaps, oldStyles } from '../../vite.old.ts';

test('no rule and no declaration is left that a browser of 2020 drops', () => {
  expect(oldStyles('.a .b:where(.svelte-x){font-size:min(33cqi,6.5cqb);height:100dvh}')).toBe(
    '.a .b.svelte-x{font-size:min(calc(33 * var(--cqi)),calc(6.5 * var(--cqb)));height:100vh}',
  );
  expect(oldStyles('.a{container-type:size}')).toBe('.a{--container:1;contain:size layout}');
  expect(oldStyles('a{color:color-mix(in srgb,var(--a) 75%,var(--b))}')).toBe('a{color:var(--a)}');
  expect(oldStyles('label:has(:checked){order:1}')).toBe('label[data-has~="OmNoZWNrZWQ"]{order:1}');
  expect(oldStyles('.a:popover-open{order:1}')).toBe('.a[data-popover]{order:1}');
});

test('gaps between flexible boxes become margins', () => {
  expect(marginsForGaps('.a,.b{display:flex;gap:.25rem 1em}')).toBe(
    '.a>*+*,.b>*+*{margin-inline-start:1em}',
  );
  expect(marginsForGaps('.a{display:flex;flex-direction:column;gap:calc(1rem + 2px) 0}')).toBe(
    '.a>*+*{margin-block-start:calc(1rem + 2px)}',
  );
  expect(marginsForGaps('.a{display:grid;gap:1rem}')).toBe('');
});
