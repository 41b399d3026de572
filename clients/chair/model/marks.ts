import { type Room } from '$proto/room_pb';
import { ActKind, Role, SignalKind, type RememberedAct, type Signal } from '$proto/table_pb';
import { otherActor, type Self } from './undo';

/** What passes between people in the room, told in a corner for a few seconds. */
export type Mark =
  /** From a speaker or an interpreter to this tablet, or from the podium to whoever speaks. */
  | { kind: 'signal'; key: string; signal: Signal; outgoing: boolean }
  /** What another at the table did. */
  | { kind: 'act'; key: string; act: RememberedAct; by: { device: string } | { role: Role } };

/** How long the act of another is told. */
const ACT_SHOWN_MS = 8000;

const toChair: readonly SignalKind[] = [SignalKind.HERE, SignalKind.FLOOR_BACK];

/**
 * What is to be seen now, the latest first. Each goes by itself.
 *
 * @param byAnother whether the act of this revision was not done here, whatever the device is called
 */
export function marksOf(
  room: Room,
  now: number,
  self: Self,
  byAnother: (revision: bigint) => boolean,
): Mark[] {
  const signals: Mark[] = (room.signals?.signals ?? [])
    .filter(({ untilUnixMs }) => now < Number(untilUnixMs))
    .map((signal): Mark => {
      const outgoing = signal.from !== Role.INTERPRETER && !toChair.includes(signal.kind);
      return { kind: 'signal', key: `signal ${signal.id}`, signal, outgoing };
    })
    .reverse();
  const act = room.memory?.latest;
  const actor = act?.actor;
  if (!actor || !isOfTheTable(act) || !byAnother(act.revision)) return signals;
  if (now - Number(act.atUnixMs) >= ACT_SHOWN_MS) return signals;
  // Two devices may be called the same: the role then has to do.
  const by = otherActor(act, self) ?? { role: actor.role };
  return [{ kind: 'act', key: `act ${act.revision}`, act, by }, ...signals];
}

/** Requests are told by the tray, signals by themselves, and an outage by its offer. */
function isOfTheTable({ actor, kind }: RememberedAct): boolean {
  const atTheTable = actor?.role === Role.CHAIR || actor?.role === Role.SECRETARIAT;
  return atTheTable && kind !== ActKind.SEND_SIGNAL && kind !== ActKind.REPORT_OUTAGE;
}
