import { shifted } from '$kit/order';
import type { CommandBody, Room } from '$kit/protocol';
import {
  giveFloor,
  grant,
  markAbsent,
  markExpected,
  markPresent,
  moveTo,
  pointOfOrder,
  refuse,
} from './commands';
import type { PlateKeyCommand } from './keys';
import type { Row } from './list';

/** What a key asks for the plate that has the focus; undefined if it asks for nothing. */
export function plateCommandOf(
  kind: PlateKeyCommand,
  room: Room,
  row: Row,
  order: string[],
): { name: string; command: CommandBody } | undefined {
  const asks = row.askedMs !== undefined;
  switch (kind) {
    case 'giveFloor':
      if (asks) return { name: `accept ${row.id}`, command: grant(room, row) };
      return { name: `give ${row.id}`, command: giveFloor(room, row.inscription) };
    case 'present':
      return { name: `standing ${row.id}`, command: markPresent(row.delegation) };
    case 'expected':
      return { name: `standing ${row.id}`, command: markExpected(row.delegation) };
    case 'absent':
      return { name: `standing ${row.id}`, command: markAbsent(row.delegation) };
    case 'pointOfOrder':
      return { name: 'pointOfOrder', command: pointOfOrder(room, row.delegation) };
    case 'refuse':
      return asks ? { name: `refuse ${row.id}`, command: refuse(row) } : undefined;
    case 'moveUp':
    case 'moveDown': {
      const wanted = shifted(order, row.id, kind === 'moveUp' ? -1 : 1);
      return wanted && { name: 'move', command: moveTo(wanted, row.id) };
    }
    case 'plateAbove':
    case 'plateBelow':
      return undefined;
  }
}
