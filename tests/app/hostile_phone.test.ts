// One phone sends everything that it may, while a chair works: every honest Mission still gets its place.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { honest, kinds, Meeting, missionOf, seconds, Sender } from './hostile_meeting.ts';
import { random } from './random.ts';

const SEED = Number(process.env.ROSTRUM_SEED ?? 11);
const states = [...honest, ...'AD AE AF AG AL AM AO AT AU AZ BA BB BD BE BF BG'.split(' ')];

test('one hostile phone takes no honest place, roll or request', async (t) => {
  const meeting = await Meeting.open(t);
  const below = random(SEED);
  const oneOf = <T>(choices: readonly T[]): T => choices[below(choices.length)]!;
  const phone = new Sender(meeting.server, meeting.link, '127.6.6.6');
  const until = Date.now() + seconds * 1000;
  let tried = 0;
  let accepted = 0;
  async function attack(): Promise<void> {
    while (Date.now() < until) {
      const delegationId = below(10) === 0 ? 'sur' : missionOf(oneOf(states));
      const asks = { requestFloor: { delegationId, kind: oneOf(kinds) } };
      const enters = { enterRoll: { stateCodes: [oneOf(states)] } };
      const withdraws = { withdraw: { inscriptionId: `ask-${below(200)}` } };
      const answer = await phone.send(`phone-${below(40)}`, oneOf([asks, asks, enters, withdraws]));
      tried += 1;
      if (answer.status === 200) accepted += 1;
    }
  }

  const attacks = Promise.all(Array.from({ length: 8 }, attack));
  const [waited] = await Promise.all([
    meeting.work(attacks),
    ...honest.map((code) => meeting.asks(code)),
  ]);
  phone.close();

  const { questions, roll } = (await meeting.state()).room;
  const asked = questions.requests.filter(({ kind }) => kind === kinds[0]);
  for (const code of honest)
    assert.ok(
      asked.some(({ delegationId }) => delegationId === missionOf(code)),
      `${code} has lost its place`,
    );
  const others = (id: string) => !honest.includes(id.replace('mission-', '').toUpperCase());
  const missions = roll.delegations.filter(({ kind }) => kind === 'DELEGATION_KIND_MISSION');
  assert.ok(missions.filter(({ id }) => others(id)).length <= 3, 'the roll was filled');
  assert.ok(questions.requests.length <= honest.length + 3 * 3, 'the requests were filled');
  assert.ok(
    questions.requests.every(({ delegationId }) => delegationId !== 'sur'),
    'it asked as the State under Review',
  );
  // Three phones: six acts each at once, then four a minute.
  assert.ok(
    accepted <= 2 * 6 * (6 + seconds / 15 + 1),
    `${accepted} of ${tried} acts were accepted`,
  );
  t.diagnostic(`${accepted} of ${tried} acts of the phone were accepted; ${waited}`);
  await meeting.does({ requestFloor: { delegationId: missionOf('TH'), kind: kinds[0] } });
});
