import { expect, test } from 'vitest';
import type { Outcome } from '$kit/pending';
import type { RoomScreen } from '$kit/room_screen.svelte';
import type { Role } from '$kit/protocol';
import { Commands } from '$kit/commands.svelte';

const pause = { case: 'pauseStatement', value: { statementId: '1' } } as const;

const roles: Role[] = ['ROLE_CHAIR', 'ROLE_SECRETARIAT'];

/** A screen whose server answers when the test asks. */
function commandsOf(role: Role = 'ROLE_CHAIR') {
  const answers: ((outcome: Outcome) => void)[] = [];
  const screen = {
    status: 'up',
    role,
    revision: 7,
    send: () => new Promise<Outcome>((answer) => answers.push(answer)),
  };
  return { screen, answers, commands: new Commands(screen as unknown as RoomScreen, { roles }) };
}

const settled = () => new Promise((then) => setTimeout(then));

test('a double tap sends once', () => {
  const { commands, answers } = commandsOf();
  void commands.send('pause', pause);
  void commands.send('pause', pause);
  expect(answers).toHaveLength(1);
});

test('a command is pending until the screen shows its revision', async () => {
  const { commands, screen, answers } = commandsOf();
  const done = commands.send('pause', pause);
  answers[0]!({ kind: 'accepted', revision: 8 });
  await settled();
  expect(commands.pending('pause')).toBe(true);

  screen.revision = 8;
  commands.follow();
  expect(await done).toBe(8);
  expect(commands.pending('pause')).toBe(false);
});

test('a command whose revision is already shown settles at once', async () => {
  const { commands, screen, answers } = commandsOf();
  const done = commands.send('pause', pause);
  screen.revision = 8;
  answers[0]!({ kind: 'accepted', revision: 8 });
  expect(await done).toBe(8);
});

test('a broken link leaves no command pending', async () => {
  const { commands, screen, answers } = commandsOf();
  const done = commands.send('pause', pause);
  answers[0]!({ kind: 'accepted', revision: 8 });
  await settled();
  screen.status = 'lost';
  commands.follow();
  await done;
  expect(commands.pending('pause')).toBe(false);
});

test('a refusal is kept until it is dismissed', async () => {
  const { commands, answers } = commandsOf();
  const done = commands.send('pause', pause);
  answers[0]!({ kind: 'refused', code: 'REFUSAL_CODE_STALE', text: 'The floor has passed on.' });
  expect(await done).toBeUndefined();
  expect(commands.failures.map(({ sentence }) => sentence)).toEqual([
    'Somebody else acted first. Look again at the screen.',
  ]);
  expect(commands.pending('pause')).toBe(false);
  commands.dismiss(commands.failures[0]!.id);
  expect(commands.failures).toEqual([]);
});

test('a success dismisses earlier failures', async () => {
  const { commands, screen, answers } = commandsOf();
  const refused = commands.send('pause', pause);
  answers[0]!({ kind: 'refused', code: 'REFUSAL_CODE_BUSY', text: '' });
  await refused;
  screen.revision = 8;
  const done = commands.send('pause', pause);
  answers[1]!({ kind: 'accepted', revision: 8 });
  await done;
  expect(commands.failures).toEqual([]);
});

test('a fourth failure replaces the first', async () => {
  const { commands, answers } = commandsOf();
  for (let refusals = 0; refusals < 4; ++refusals) {
    const refused = commands.send('pause', pause);
    answers.at(-1)!({ kind: 'refused', code: 'REFUSAL_CODE_BUSY', text: '' });
    await refused;
  }
  expect(commands.failures.map(({ id }) => id)).toEqual([2, 3, 4]);
});

test('nothing is sent without a link or by a role that may not act', () => {
  const { commands, screen, answers } = commandsOf();
  screen.status = 'lost';
  void commands.send('pause', pause);
  expect(answers).toEqual([]);

  const observer = commandsOf('ROLE_OBSERVER');
  void observer.commands.send('pause', pause);
  expect(observer.answers).toEqual([]);
  expect(observer.commands.permitted).toBe(false);
});

const signal = { case: 'sendSignal', value: {} } as const;
const handBack = { case: 'handBackControls', value: {} } as const;

test('while the secretariat has the controls, only commands outside the floor are possible', () => {
  const { commands, screen } = commandsOf();
  const withoutControls = ['sendSignal', 'handBackControls'];
  Object.assign(screen, { room: { settings: { controls: 'ROLE_SECRETARIAT', withoutControls } } });
  expect(commands.live).toBe(false);
  expect([pause, signal, handBack].map((act) => commands.may(act))).toEqual([false, true, true]);
});

test('the secretariat always has the controls, and nobody without a link', () => {
  const { commands, screen } = commandsOf('ROLE_SECRETARIAT');
  Object.assign(screen, { room: { settings: { controls: 'ROLE_SECRETARIAT' } } });
  expect(commands.may(pause)).toBe(true);
  screen.status = 'lost';
  expect([pause, signal].map((act) => commands.may(act))).toEqual([false, false]);
});

test('a phone sends one command at a time', async () => {
  const { screen, answers } = commandsOf('ROLE_DELEGATION');
  const commands = new Commands(screen as unknown as RoomScreen, { oneAtATime: true });
  const done = commands.send('pause', pause);
  expect(commands.busy).toBe(true);
  expect(await commands.send('signal', signal)).toBeUndefined();
  answers[0]!({ kind: 'accepted', revision: 7 });
  expect(await done).toBe(7);
  expect(commands.busy).toBe(false);
});

test('an unknown refusal keeps the server’s text', async () => {
  const { commands, answers } = commandsOf();
  const done = commands.send('pause', pause);
  answers[0]!({ kind: 'refused', code: 'REFUSAL_CODE_OUTSIDE_LIMITS', text: 'At most 7:00.' });
  await done;
  expect(commands.failures).toEqual([
    {
      id: 1,
      sentence: 'The rules do not allow that much or that little time.',
      detail: 'At most 7:00.',
    },
  ]);
});

test('an act is another’s if this screen did not send it and it is newer than the page', async () => {
  const { commands, screen, answers } = commandsOf();
  commands.follow();
  expect(commands.byAnother(7)).toBe(false);
  expect(commands.byAnother(8)).toBe(true);

  const done = commands.send('pause', pause);
  expect(commands.byAnother(8)).toBe(false);
  screen.revision = 8;
  answers[0]!({ kind: 'accepted', revision: 8 });
  await done;
  expect(commands.byAnother(8)).toBe(false);
  expect(commands.byAnother(9)).toBe(true);
});
