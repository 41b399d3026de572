interface Act {
  meetingId: string;
  delegationId: string;
}

/** The plate that an act is about, among those of a meeting: plates of two meetings may have the same id. */
export function plateOf<Plate extends { id: string }>(
  act: Act,
  meetingId: string | undefined,
  plates: readonly Plate[],
): Plate | undefined {
  if (!act.delegationId || act.meetingId !== meetingId) return undefined;
  return plates.find(({ id }) => id === act.delegationId);
}
