import { expect, test } from 'vitest';
import { Places } from '../../../clients/chair/model/places';

/** A button that is somewhere, and says when it was made to rest. */
function button(
  places: Places<{ getBoundingClientRect: () => { x: number; y: number } }>,
  y: number,
) {
  const it = { y, rests: 0, getBoundingClientRect: () => ({ x: 500, y: it.y }), remove: () => {} };
  it.remove = places.add(it, () => (it.rests += 1));
  return it;
}

const placesOf = () => new Places<{ getBoundingClientRect: () => { x: number; y: number } }>();

test('a row that moves under the finger rests, and one that stays does not', () => {
  const places = placesOf();
  const [first, second, above] = [200, 264, 100].map((y) => button(places, y));
  places.before();
  first!.remove();
  second!.y = 200;
  places.after();
  expect([first!.rests, second!.rests, above!.rests]).toEqual([0, 1, 0]);
});

test('what a change brings rests, and what came before it does not', () => {
  const places = placesOf();
  const there = button(places, 100);
  places.before();
  const brought = button(places, 200);
  places.after();
  expect([there.rests, brought.rests]).toEqual([0, 1]);
});

test('a button that comes without a change does not rest: a finger has asked for it', () => {
  const places = placesOf();
  places.before();
  places.after();
  const opened = button(places, 100);
  places.after();
  expect(opened.rests).toBe(0);
});

test('two changes that are drawn as one count from the first', () => {
  const places = placesOf();
  const moved = button(places, 100);
  places.before();
  moved.y = 164;
  places.before();
  places.after();
  expect(moved.rests).toBe(1);
});

test('a few pixels are no other place: a label next to it has grown', () => {
  const places = placesOf();
  const nudged = button(places, 100);
  places.before();
  nudged.y = 108;
  places.after();
  expect(nudged.rests).toBe(0);
});
