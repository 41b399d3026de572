import { writeAddress, type Address } from './address';
import type { Assigned, Role, Scene } from './protocol';

/** The page of each role. An observer sees what the room sees. */
const pages: Record<Role, string> = {
  ROLE_UNSPECIFIED: '/display/',
  ROLE_CHAIR: '/chair/',
  ROLE_SECRETARIAT: '/secretariat/',
  ROLE_DISPLAY: '/display/',
  ROLE_SPEAKER: '/speaker/',
  ROLE_OBSERVER: '/display/',
  ROLE_DELEGATION: '/delegation/',
  ROLE_INTERPRETER: '/interpreter/',
};

export const pageOf = (role: Role): string => pages[role];

/** The name of each scene in an address. */
export const sceneNames: Record<Scene, string> = {
  SCENE_UNSPECIFIED: '',
  SCENE_AUTOMATIC: 'automatic',
  SCENE_TIMER: 'timer',
  SCENE_PLATES: 'plates',
  SCENE_LIST: 'list',
  SCENE_OVERLAY: 'overlay',
};

/** The scene of that name, or unspecified. */
export function sceneOf(name: string): Scene {
  const scenes = Object.keys(sceneNames) as Scene[];
  return scenes.find((scene) => sceneNames[scene] === name) ?? 'SCENE_UNSPECIFIED';
}

/** The room, role and scene that a screen is admitted or sent to. */
export type Assignment = Pick<Assigned, 'token' | 'roomId' | 'role' | 'name' | 'scene'>;

/** @returns path and fragment; `kept` comes from the screen's former address */
export function addressOf(
  { token, roomId, role, name, scene }: Assignment,
  kept: Partial<Address> = {},
): string {
  const more = { ...kept, device: name, scene: sceneNames[scene] };
  return pageOf(role) + writeAddress(roomId, token, more);
}
