import type { CommandBody, Allotment, Fit, Room } from '$kit/protocol';
import { rowsOf, type Row } from './list';

/** One line of the preview, in milliseconds. */
export interface FitLine {
  row: Row;
  beforeMs: number;
  afterMs: number;
}

/** What the preview would change, line by line, in the order of the list. */
export function fitLines(room: Room, { allotments }: Pick<Fit, 'allotments'>): FitLine[] {
  const after = new Map(
    allotments.map(({ inscriptionId, allottedMs }) => [inscriptionId, allottedMs]),
  );
  return rowsOf(room).flatMap((row) => {
    const afterMs = after.get(row.id);
    if (afterMs === undefined) return [];
    return [{ row, beforeMs: row.inscription.allottedMs, afterMs }];
  });
}

/**
 * What would stay in reserve for questions: Fit.reserve_ms counts in what is spoken for already, and
 * the projected end shows the rest.
 *
 * @param endMs the projected end as things stand, when the preview was asked for
 */
export function reserveAfterMs(room: Room, fit: Fit, endMs: number): number {
  const added = fitLines(room, fit).reduce((sum, line) => sum + line.afterMs - line.beforeMs, 0);
  const withoutReserve = endMs - (room.hour?.reserveLeftMs ?? 0) + added;
  const kept = fit.projectedEndUnixMs - withoutReserve;
  return Math.max(0, Math.round(kept / 1000) * 1000);
}

/** Whether the time kept for questions gives way; the preview is as old as its way to the screen, under a second. */
export const reserveShrinks = (room: Room, afterMs: number): boolean =>
  (room.hour?.reserveLeftMs ?? 0) - afterMs > 1000;

/** Sets exactly what was previewed. */
export function reallocate({ allotments, reserveMs }: Fit): CommandBody {
  const exact = ({ inscriptionId, allottedMs }: Allotment) => ({ inscriptionId, allottedMs });
  return { case: 'reallocate', value: { allotments: allotments.map(exact), reserveMs } };
}

/** How far a tap moves the hard stop. */
const STEP_MS = 5 * 60_000;

/** The hard stop five minutes sooner (-1) or later (+1), on whole five minutes. */
export function steppedStop(atMs: number, by: -1 | 1): number {
  const steps = atMs / STEP_MS;
  return (by > 0 ? Math.floor(steps) + 1 : Math.ceil(steps) - 1) * STEP_MS;
}
