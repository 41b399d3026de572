import type { RememberedAct, Role } from '$kit/protocol';

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
