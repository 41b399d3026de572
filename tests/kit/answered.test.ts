import { expect, test } from 'vitest';
import { answeredBy } from '$kit/answers';
import type { Inscription, InscriptionKind, Room } from '$kit/protocol';
import { DelegationSchema, InscriptionSchema, StatementSchema, TurnSchema } from '$proto/room_pb';
import { roomOf } from '../clients/chair/rooms';
import { received } from './received';

const empty = roomOf([]);
const entry = received(InscriptionSchema, {});
const asker = received(DelegationSchema, {});
const turn = received(TurnSchema, {});
const statement = received(StatementSchema, { id: '9' });

const kinds = {
  question: 'INSCRIPTION_KIND_QUESTION',
  answer: 'INSCRIPTION_KIND_ANSWER',
  order: 'INSCRIPTION_KIND_POINT_OF_ORDER',
} as const satisfies Record<string, InscriptionKind>;

interface Held {
  /** In the order of the list, which need not be that of the floor. */
  list: { id: string; kind: keyof typeof kinds; round: number }[];
  /** In the order of the floor; the last has it. */
  turns: string[];
  rounds: number;
  /** What the answer that has the floor answers, counted as the floor goes from one to another. */
  expected: string[];
  /** The round that answered last, and what was asked since. */
  answering: number;
  since: string[];
}

/** The acts of the floor, as far as they are about who asks and who answers. */
class Floor {
  held: Held = { list: [], turns: [], rounds: 0, expected: [], answering: 0, since: [] };
  #before: Held[] = [];

  act(change: (held: Held) => void) {
    this.#before.push(structuredClone(this.held));
    change(this.held);
  }

  undo() {
    this.held = this.#before.pop() ?? this.held;
  }

  /** Next, giving the floor out of turn and passing time on all do this. */
  give(id: string) {
    this.act((held) => {
      const { kind, round } = held.list.find((one) => one.id === id)!;
      held.turns.push(id);
      if (kind === 'question') held.since.push(id);
      if (kind !== 'answer') return;
      const asked = held.answering === round ? [...held.expected, ...held.since] : held.since;
      Object.assign(held, { expected: [...new Set(asked)], answering: round, since: [] });
    });
  }

  enter(id: string, kind: keyof typeof kinds, place: number, round = 0) {
    this.act(({ list }) => list.splice(place, 0, { id, kind, round }));
  }

  seen(): string[] | undefined {
    const { list, turns } = this.held;
    const last = turns.at(-1);
    const inscriptions = list.map(({ id, kind, round }): Inscription => ({
      ...entry,
      id,
      delegationId: id,
      kind: kinds[kind],
      roundId: String(round),
      status: turns.includes(id) ? 'INSCRIPTION_STATUS_SPOKEN' : 'INSCRIPTION_STATUS_WAITING',
    }));
    const held = (inscriptionId: string) => ({ ...turn, inscriptionId });
    const room: Room = {
      ...empty,
      meeting: { ...empty.meeting!, turns: turns.slice(0, -1).map(held) },
      list: { ...empty.list!, inscriptions },
      roll: { delegations: list.map(({ id }) => ({ ...asker, id })) },
      floor: { ...empty.floor, statement: { ...statement, inscriptionId: last ?? '' } },
    };
    const own = room.list?.inscriptions.find(({ id }) => id === last);
    if (own?.kind !== kinds.answer) return undefined;
    return answeredBy(room, own).map(({ delegation }) => delegation.id);
  }
}

/** Numbers that are the same in each run. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >>> 8) % below;
  };
}

test('a question that is heard out of the order of the list is answered by the round after it', () => {
  const floor = new Floor();
  for (const id of ['france', 'ghana', 'brazil']) floor.enter(id, 'question', 9);
  floor.give('brazil');
  // Answers stand before those who wait, and so before the question that they answer.
  floor.enter('a', 'answer', 0, 1);
  floor.give('a');
  expect(floor.seen()).toEqual(['brazil']);
  floor.give('ghana');
  floor.enter('b', 'answer', 0, 2);
  floor.give('b');
  expect(floor.seen()).toEqual(['ghana']);
});

test('who passes the time on, and who gets it, are both answered', () => {
  const floor = new Floor();
  for (const id of ['france', 'ghana', 'brazil']) floor.enter(id, 'question', 9);
  floor.give('france');
  floor.give('brazil');
  floor.enter('a', 'answer', 1, 1);
  floor.give('a');
  expect(floor.seen()).toEqual(['france', 'brazil']);
});

test('whatever the order of the floor, an answer names the questions since the round before', () => {
  const answered = { none: 0, one: 0, more: 0 };
  for (let seed = 1; seed <= 25; seed++) {
    const number = numbers(seed);
    const floor = new Floor();
    for (let step = 0; step < 50; step++) {
      const { list, turns, rounds } = floor.held;
      const waiting = list.filter(({ id }) => !turns.includes(id));
      const one = waiting[number(Math.max(1, waiting.length))];
      const does = number(8);
      if (does === 0) floor.undo();
      else if (does === 1) floor.enter(`p${step}`, 'order', number(list.length + 1));
      else if (does === 2) {
        floor.enter(`a${step}`, 'answer', number(list.length + 1), rounds + 1);
        floor.act((held) => (held.rounds += 1));
        if (number(2)) floor.enter(`b${step}`, 'answer', number(list.length + 1), rounds + 1);
      } else if (does < 5 || !one) floor.enter(`q${step}`, 'question', number(list.length + 1));
      else floor.give(one.id);
      const seen = one && does >= 5 ? floor.seen() : undefined;
      if (!seen) continue;
      expect(seen, `seed ${seed}, step ${step}`).toEqual(floor.held.expected);
      answered[seen.length === 0 ? 'none' : seen.length === 1 ? 'one' : 'more'] += 1;
    }
  }
  expect(Math.min(...Object.values(answered))).toBeGreaterThan(10);
});
