import { expect, test } from 'vitest';
import type { Outcome } from '$kit/pending';
import type { Screen } from '$kit/screen.svelte';
import { Desk, sentence } from '../../../clients/chair/desk.svelte';

const pause = { case: 'pauseStatement', value: { statementId: '1' } } as const;

/** A screen whose server answers when told to. */
function deskOf(role = 'ROLE_CHAIR') {
  const answers: ((outcome: Outcome) => void)[] = [];
  const screen = {
    status: 'up',
    role,
    revision: 7,
    send: () => new Promise<Outcome>((answer) => answers.push(answer)),
  };
  return { screen, answers, desk: new Desk(screen as unknown as Screen) };
}

const settled = () => new Promise((then) => setTimeout(then));

test('a doubled tap asks once', () => {
  const { desk, answers } = deskOf();
  void desk.ask('pause', pause);
  void desk.ask('pause', pause);
  expect(answers).toHaveLength(1);
});

test('an act is on its way until the screen shows what was accepted', async () => {
  const { desk, screen, answers } = deskOf();
  const done = desk.ask('pause', pause);
  answers[0]!({ kind: 'accepted', revision: 8 });
  await settled();
  expect(desk.pending('pause')).toBe(true);

  screen.revision = 8;
  desk.follow();
  expect(await done).toBe(true);
  expect(desk.pending('pause')).toBe(false);
});

test('an act that the screen shows already is done at once', async () => {
  const { desk, screen, answers } = deskOf();
  const done = desk.ask('pause', pause);
  screen.revision = 8;
  answers[0]!({ kind: 'accepted', revision: 8 });
  expect(await done).toBe(true);
});

test('a link that breaks leaves no button waiting for ever', async () => {
  const { desk, screen, answers } = deskOf();
  const done = desk.ask('pause', pause);
  answers[0]!({ kind: 'accepted', revision: 8 });
  await settled();
  screen.status = 'lost';
  desk.follow();
  await done;
  expect(desk.pending('pause')).toBe(false);
});

test('a refusal is kept until it is dismissed', async () => {
  const { desk, answers } = deskOf();
  const done = desk.ask('pause', pause);
  answers[0]!({ kind: 'refused', code: 'REFUSAL_CODE_STALE', text: 'The floor has passed on.' });
  expect(await done).toBe(false);
  expect(desk.refused.map(sentence)).toEqual([
    'Somebody else acted first. Look again at the screen.',
  ]);
  expect(desk.pending('pause')).toBe(false);
  desk.dismiss(desk.refused[0]!.id);
  expect(desk.refused).toEqual([]);
});

test('what was done dismisses what was refused before', async () => {
  const { desk, screen, answers } = deskOf();
  const refused = desk.ask('pause', pause);
  answers[0]!({ kind: 'refused', code: 'REFUSAL_CODE_BUSY', text: '' });
  await refused;
  screen.revision = 8;
  const done = desk.ask('pause', pause);
  answers[1]!({ kind: 'accepted', revision: 8 });
  await done;
  expect(desk.refused).toEqual([]);
});

test('a fourth refusal makes the first one go', async () => {
  const { desk, answers } = deskOf();
  const codes = [
    'REFUSAL_CODE_MALFORMED',
    'REFUSAL_CODE_NOT_PERMITTED',
    'REFUSAL_CODE_STALE',
    'REFUSAL_CODE_BUSY',
  ] as const;
  for (const code of codes) {
    const refused = desk.ask('pause', pause);
    answers.at(-1)!({ kind: 'refused', code, text: '' });
    await refused;
  }
  expect(desk.refused.map(({ outcome }) => 'code' in outcome && outcome.code)).toEqual(
    codes.slice(1),
  );
});

test('nothing is sent without a link, or by a link that may only look', () => {
  const { desk, screen, answers } = deskOf();
  screen.status = 'lost';
  void desk.ask('pause', pause);
  expect(answers).toEqual([]);

  const observer = deskOf('ROLE_OBSERVER');
  void observer.desk.ask('pause', pause);
  expect(observer.answers).toEqual([]);
  expect(observer.desk.permitted).toBe(false);
});

const signal = { case: 'sendSignal', value: {} } as const;
const handBack = { case: 'handBackControls', value: {} } as const;

test('while the secretariat has the controls, only what stands beside the floor can be asked for', () => {
  const { desk, screen } = deskOf();
  const withoutControls = ['sendSignal', 'handBackControls'];
  Object.assign(screen, { room: { settings: { controls: 'ROLE_SECRETARIAT', withoutControls } } });
  expect(desk.live).toBe(false);
  expect([pause, signal, handBack].map((act) => desk.may(act))).toEqual([false, true, true]);
});

test('the secretariat is always in control, and without a link nobody is', () => {
  const { desk, screen } = deskOf('ROLE_SECRETARIAT');
  Object.assign(screen, { room: { settings: { controls: 'ROLE_SECRETARIAT' } } });
  expect(desk.may(pause)).toBe(true);
  screen.status = 'lost';
  expect([pause, signal].map((act) => desk.may(act))).toEqual([false, false]);
});

test('an act is another’s when it was not asked for here, and came after this page', async () => {
  const { desk, screen, answers } = deskOf();
  desk.follow();
  expect(desk.byAnother(7)).toBe(false);
  expect(desk.byAnother(8)).toBe(true);

  const done = desk.ask('pause', pause);
  expect(desk.byAnother(8)).toBe(false);
  screen.revision = 8;
  answers[0]!({ kind: 'accepted', revision: 8 });
  await done;
  expect(desk.byAnother(8)).toBe(false);
  expect(desk.byAnother(9)).toBe(true);
});
