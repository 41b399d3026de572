import type { Act, Room } from '$kit/protocol';
import {
  giveFloor,
  grant,
  markAbsent,
  markExpected,
  markPresent,
  moveTo,
  pointOfOrder,
  refuse,
} from './acts';
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
  const asks = row.askedMs !== undefined;
  switch (kind) {
    case 'giveFloor':
      if (asks) return { name: `accept ${row.id}`, act: grant(room, row) };
      return { name: `give ${row.id}`, act: giveFloor(room, row.inscription) };
    case 'present':
      return { name: `standing ${row.id}`, act: markPresent(row.delegation) };
    case 'expected':
      return { name: `standing ${row.id}`, act: markExpected(row.delegation) };
    case 'absent':
      return { name: `standing ${row.id}`, act: markAbsent(row.delegation) };
    case 'pointOfOrder':
      return { name: 'pointOfOrder', act: pointOfOrder(room, row.delegation) };
    case 'refuse':
      return asks ? { name: `refuse ${row.id}`, act: refuse(row) } : undefined;
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
