import { newRuling, type Ruled } from '$kit/room';
import type { RememberedAct, Role, Room, Signal, SignalKind } from '$kit/protocol';

/** What passes between people in the room, shown in a corner for a few seconds. */
export type Toast =
  /** From a speaker or an interpreter to this tablet, or from the podium to the speaker. */
  | { kind: 'signal'; key: string; signal: Signal; outgoing: boolean }
  /** What was ruled on a point of order, here or by another. */
  | { kind: 'ruling'; key: string; ruled: Ruled }
  /** What another at the table did. */
  | { kind: 'act'; key: string; act: RememberedAct; by: { device: string } | { role: Role } };

/** How long the act of another is shown. */
const ACT_SHOWN_MS = 8000;

const toChair: readonly SignalKind[] = ['SIGNAL_KIND_HERE', 'SIGNAL_KIND_FLOOR_BACK'];

/**
 * What is shown now, the latest first.
 *
 * @param byAnother whether the act of this revision was not done here, whatever the device is called
 */
export function toastsOf(
  room: Room,
  now: number,
  self: Self,
  byAnother: (revision: number) => boolean,
): Toast[] {
  const toasts: Toast[] = (room.signals?.signals ?? [])
    .filter(({ untilUnixMs }) => now < untilUnixMs)
    // The line for the chair alone has a place of its own.
    .filter(({ kind }) => kind !== 'SIGNAL_KIND_PRIVATE_LINE')
    .map((signal): Toast => {
      const outgoing = signal.from !== 'ROLE_INTERPRETER' && !toChair.includes(signal.kind);
      return { kind: 'signal', key: `signal ${signal.id}`, signal, outgoing };
    })
    .reverse();
  const ruled = newRuling(room, now);
  if (ruled) toasts.unshift({ kind: 'ruling', key: `ruling ${ruled.inscription.id}`, ruled });
  const act = room.memory?.latest;
  const actor = act?.actor;
  if (!actor || !isOfTheTable(act) || !byAnother(act.revision)) return toasts;
  if (now - act.atUnixMs >= ACT_SHOWN_MS) return toasts;
  if (ruled && act.kind === 'ACT_KIND_RULE_ON_POINT_OF_ORDER') return toasts;
  // Two devices may be called the same: the role then has to do.
  const by = otherActor(act, self) ?? { role: actor.role };
  return [{ kind: 'act', key: `act ${act.revision}`, act, by }, ...toasts];
}

/** The tray shows requests; signals and outages are shown by themselves. */
function isOfTheTable({ actor, kind }: RememberedAct): boolean {
  const atTheTable = actor?.role === 'ROLE_CHAIR' || actor?.role === 'ROLE_SECRETARIAT';
  return atTheTable && kind !== 'ACT_KIND_SEND_SIGNAL' && kind !== 'ACT_KIND_REPORT_OUTAGE';
}

/** What this screen calls itself. */
export interface Self {
  role: Role;
  device: string;
}

/**
 * Who did it, when it was another: the device's own name, or the role where it has none. Undefined
 * when it was this screen, or one that calls itself just the same.
 */
export function otherActor(
  { actor }: Pick<RememberedAct, 'actor'>,
  self: Self,
): { device: string } | { role: Role } | undefined {
  if (!actor || (actor.role === self.role && actor.device === self.device)) return undefined;
  return actor.device ? { device: actor.device } : { role: actor.role };
}
