import { expect, test } from 'vitest';
import type { ActKind, Role, SignalKind } from '$kit/protocol';
import { toastsOf } from '../../../clients/chair/model/toasts';
import type { Self } from '../../../clients/chair/model/toasts';
import { TEN, roomOf } from './rooms';

const self: Self = { role: 'ROLE_CHAIR', device: 'Podium' };
const everyAct = () => true;

const signalOf = (id: string, kind: SignalKind, from: Role, seconds: number) => ({
  id,
  kind,
  from,
  untilUnixMs: TEN + seconds * 1000,
});

test('signals are shown the latest first, each until its time is over', () => {
  const signals = [
    signalOf('1', 'SIGNAL_KIND_SLOW_DOWN', 'ROLE_INTERPRETER', 5),
    signalOf('2', 'SIGNAL_KIND_CONCLUDE', 'ROLE_CHAIR', 15),
    signalOf('3', 'SIGNAL_KIND_FLOOR_BACK', 'ROLE_SPEAKER', 20),
  ];
  const room = roomOf([], { signals: { signals } });
  const shown = (now: number) =>
    toastsOf(room, now, self, everyAct).map((mark) => [
      mark.key,
      mark.kind === 'signal' && mark.outgoing,
    ]);
  expect(shown(TEN)).toEqual([
    ['signal 3', false],
    ['signal 2', true],
    ['signal 1', false],
  ]);
  expect(shown(TEN + 5000).map(([key]) => key)).toEqual(['signal 3', 'signal 2']);
  expect(shown(TEN + 20_000)).toEqual([]);
});

const latest = (kind: ActKind, role: Role, device: string) => ({
  memory: { latest: { revision: 8, kind, atUnixMs: TEN, actor: { role, device } } },
});

test('what another at the table did is shown by its device for eight seconds', () => {
  const room = roomOf([], latest('ACT_KIND_NEXT', 'ROLE_SECRETARIAT', 'Laptop'));
  expect(toastsOf(room, TEN + 7999, self, everyAct)).toMatchObject([
    { kind: 'act', by: { device: 'Laptop' } },
  ]);
  expect(toastsOf(room, TEN + 8000, self, everyAct)).toEqual([]);
  expect(toastsOf(room, TEN, self, () => false)).toEqual([]);
});

test('a tablet of the same name is shown by its role', () => {
  const room = roomOf([], latest('ACT_KIND_NEXT', 'ROLE_CHAIR', 'Podium'));
  expect(toastsOf(room, TEN, self, everyAct)).toMatchObject([{ by: { role: 'ROLE_CHAIR' } }]);
});

test('phones, signals and outages are no acts of the table', () => {
  const phone = roomOf([], latest('ACT_KIND_REQUEST_FLOOR', 'ROLE_DELEGATION', 'phone-1'));
  expect(toastsOf(phone, TEN, self, everyAct)).toEqual([]);
  const signal = roomOf([], latest('ACT_KIND_SEND_SIGNAL', 'ROLE_SECRETARIAT', 'Laptop'));
  expect(toastsOf(signal, TEN, self, everyAct)).toEqual([]);
  const outage = roomOf([], latest('ACT_KIND_REPORT_OUTAGE', 'ROLE_SECRETARIAT', 'rostrum serve'));
  expect(toastsOf(outage, TEN, self, everyAct)).toEqual([]);
});

test('the private line is never shown as said to the speaker', () => {
  const signals = [signalOf('1', 'SIGNAL_KIND_PRIVATE_LINE', 'ROLE_SECRETARIAT', 300)];
  expect(toastsOf(roomOf([], { signals: { signals } }), TEN, self, everyAct)).toEqual([]);
});

test('a ruling is shown on every tablet, in place of the act of another', () => {
  const ruled = roomOf(
    [{ id: 'mission-no', minutes: 2, kind: 'INSCRIPTION_KIND_POINT_OF_ORDER' }],
    latest('ACT_KIND_RULE_ON_POINT_OF_ORDER', 'ROLE_CHAIR', 'Second tablet'),
  );
  const [order] = ruled.list!.inscriptions;
  order!.ruling = 'RULING_REJECTED';
  ruled.meeting = {
    ...ruled.meeting!,
    course: 'COURSE_OPEN',
    turns: [
      {
        statementId: '7',
        inscriptionId: order!.id,
        fromUnixMs: TEN - 60_000,
        toUnixMs: TEN,
        spokenMs: 60_000,
        silence: false,
        readerDelegationId: '',
      },
    ],
  };
  expect(toastsOf(ruled, TEN, self, everyAct)).toMatchObject([
    { kind: 'ruling', ruled: { inscription: { ruling: 'RULING_REJECTED' } } },
  ]);
  expect(toastsOf(ruled, TEN + 20_000, self, everyAct)).toEqual([]);
});
