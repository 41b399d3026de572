import { Scene, type Assigned } from '$proto/live_pb';
import { Role, type RoleJson } from '$proto/table_pb';
import { writeAddress } from './address';

/** The page of each role. An observer sees what the room sees. */
const pages: Record<Role, string> = {
  [Role.UNSPECIFIED]: '/display/',
  [Role.CHAIR]: '/chair/',
  [Role.SECRETARIAT]: '/secretariat/',
  [Role.DISPLAY]: '/display/',
  [Role.SPEAKER]: '/speaker/',
  [Role.OBSERVER]: '/display/',
  [Role.DELEGATION]: '/delegation/',
  [Role.INTERPRETER]: '/interpreter/',
};

export function pageOf(role: Role): string {
  return pages[role];
}

/** A role as JSON tells it. */
export function roleOf(name: RoleJson | undefined): Role {
  return Role[(name ?? '').replace(/^ROLE_/, '') as keyof typeof Role] ?? Role.UNSPECIFIED;
}

/** What an address calls each scene. */
export const sceneNames: Record<Scene, string> = {
  [Scene.UNSPECIFIED]: '',
  [Scene.AUTOMATIC]: 'automatic',
  [Scene.TIMER]: 'timer',
  [Scene.PLATES]: 'plates',
  [Scene.LIST]: 'list',
  [Scene.OVERLAY]: 'overlay',
};

/** The scene of that name; unspecified for any other. */
export function sceneOf(name: string): Scene {
  const found = Object.entries(sceneNames).find(([, each]) => each === name)?.[0];
  return found === undefined ? Scene.UNSPECIFIED : (Number(found) as Scene);
}

/** What a screen was let in as, or sent to. */
export type Assignment = Pick<Assigned, 'token' | 'roomId' | 'role' | 'name' | 'scene'>;

/**
 * Where a screen goes with what it was assigned: path and fragment.
 *
 * @param kept what it keeps from the address it had
 */
export function addressOf(
  { token, roomId, role, name, scene }: Assignment,
  kept: { lang?: string | undefined; lang2?: string | undefined } = {},
): string {
  const more = { ...kept, device: name, scene: sceneNames[scene] };
  return pageOf(role) + writeAddress(roomId, token, more);
}
