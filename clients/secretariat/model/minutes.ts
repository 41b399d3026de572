/** Lengths of time as people write them: minutes, or minutes and seconds. */

/** `5:30`, `5`, `5.5` and `5,5` are read; undefined for what is no length of time. */
export function secondsOf(written: string): number | undefined {
  const text = written.trim();
  const [, minutes, seconds] = /^(\d{1,3}):([0-5]\d)$/.exec(text) ?? [];
  if (minutes !== undefined) return Number(minutes) * 60 + Number(seconds);
  if (!/^\d{1,3}([.,]\d{1,2})?$/.test(text)) return undefined;
  return Math.round(Number(text.replace(',', '.')) * 60);
}

/** `5:30`; hours stay minutes (`90:00`). */
export function writtenSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
