import type { Act } from '$kit/link';
import type { Room } from '$proto/room_pb';
import { giveFloor, markAbsent, markPresent, moveTo } from './acts';
import type { PlateKeyAct } from './keys';
import { shifted, type Row } from './list';

export type { PlateKeyAct };

/** What a key asks for the plate that has the focus; undefined where it asks for nothing. */
export function plateActOf(
  kind: PlateKeyAct,
  room: Room,
  row: Row,
  order: string[],
): { name: string; act: Act } | undefined {
  switch (kind) {
    case 'giveFloor':
      return { name: `give ${row.id}`, act: giveFloor(room, row.inscription) };
    case 'present':
      return { name: `standing ${row.id}`, act: markPresent(row.delegation) };
    case 'absent':
      return { name: `standing ${row.id}`, act: markAbsent(row.delegation) };
    case 'moveUp':
    case 'moveDown': {
      const wanted = shifted(order, row.id, kind === 'moveUp' ? -1 : 1);
      return wanted && { name: 'move', act: moveTo(wanted, row.id) };
    }
    case 'plateAbove':
    case 'plateBelow':
      return undefined;
  }
}
