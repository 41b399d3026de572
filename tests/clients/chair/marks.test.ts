import { expect, test } from 'vitest';
import { marksOf } from '../../../clients/chair/model/marks';
import { ActKind, Role, SignalKind } from '$proto/table_pb';
import { TEN, roomOf } from './rooms';

const self = { role: Role.CHAIR, device: 'Podium' };
const everyAct = () => true;

const signalOf = (id: bigint, kind: SignalKind, from: Role, seconds: number) => ({
  id,
  kind,
  from,
  untilUnixMs: BigInt(TEN + seconds * 1000),
});

test('signals are told the latest first, each until its time is over', () => {
  const signals = [
    signalOf(1n, SignalKind.SLOW_DOWN, Role.INTERPRETER, 5),
    signalOf(2n, SignalKind.CONCLUDE, Role.CHAIR, 15),
    signalOf(3n, SignalKind.FLOOR_BACK, Role.SPEAKER, 20),
  ];
  const room = roomOf([], { signals: { signals } });
  const told = (now: number) =>
    marksOf(room, now, self, everyAct).map((mark) => [
      mark.key,
      mark.kind === 'signal' && mark.outgoing,
    ]);
  expect(told(TEN)).toEqual([
    ['signal 3', false],
    ['signal 2', true],
    ['signal 1', false],
  ]);
  expect(told(TEN + 5000).map(([key]) => key)).toEqual(['signal 3', 'signal 2']);
  expect(told(TEN + 20_000)).toEqual([]);
});

const latest = (kind: ActKind, role: Role, device: string) => ({
  memory: { latest: { revision: 8n, kind, atUnixMs: BigInt(TEN), actor: { role, device } } },
});

test('what another at the table did is told by its device for eight seconds', () => {
  const room = roomOf([], latest(ActKind.NEXT, Role.SECRETARIAT, 'Laptop'));
  expect(marksOf(room, TEN + 7999, self, everyAct)).toMatchObject([
    { kind: 'act', by: { device: 'Laptop' } },
  ]);
  expect(marksOf(room, TEN + 8000, self, everyAct)).toEqual([]);
  expect(marksOf(room, TEN, self, () => false)).toEqual([]);
});

test('a tablet that is called the same is told by its role', () => {
  const room = roomOf([], latest(ActKind.NEXT, Role.CHAIR, 'Podium'));
  expect(marksOf(room, TEN, self, everyAct)).toMatchObject([{ by: { role: Role.CHAIR } }]);
});

test('phones, signals and outages are no acts of the table', () => {
  const phone = roomOf([], latest(ActKind.REQUEST_FLOOR, Role.DELEGATION, 'phone-1'));
  expect(marksOf(phone, TEN, self, everyAct)).toEqual([]);
  const signal = roomOf([], latest(ActKind.SEND_SIGNAL, Role.SECRETARIAT, 'Laptop'));
  expect(marksOf(signal, TEN, self, everyAct)).toEqual([]);
  const outage = roomOf([], latest(ActKind.REPORT_OUTAGE, Role.SECRETARIAT, 'rostrum serve'));
  expect(marksOf(outage, TEN, self, everyAct)).toEqual([]);
});
