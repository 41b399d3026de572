import { expect, test } from 'vitest';
import { readAddress } from '$kit/address';
import { addressOf, pageOf, roleOf, sceneNames, sceneOf } from '$kit/assignment';
import { Scene } from '$proto/live_pb';
import { Role } from '$proto/table_pb';

test('each role has its page', () => {
  expect(pageOf(Role.CHAIR)).toBe('/chair/');
  expect(pageOf(Role.SECRETARIAT)).toBe('/secretariat/');
  expect(pageOf(Role.DISPLAY)).toBe('/display/');
  expect(pageOf(Role.OBSERVER)).toBe('/display/');
  expect(pageOf(Role.SPEAKER)).toBe('/speaker/');
  expect(pageOf(Role.DELEGATION)).toBe('/delegation/');
  expect(pageOf(Role.INTERPRETER)).toBe('/interpreter/');
});

test('a role is read from JSON, and none from what is no role', () => {
  expect(roleOf('ROLE_INTERPRETER')).toBe(Role.INTERPRETER);
  expect(roleOf(undefined)).toBe(Role.UNSPECIFIED);
});

const hallway = {
  token: 'TOKEN',
  roomId: 'xx',
  role: Role.DISPLAY,
  name: 'Hallway',
  scene: Scene.LIST,
};

test('a screen goes to its role’s page, and its name, scene and languages with it', () => {
  const address = addressOf(hallway, { lang: 'fr', lang2: undefined });
  expect(address).toBe('/display/#room=xx&token=TOKEN&lang=fr&device=Hallway&scene=list');
  expect(readAddress(address.slice(address.indexOf('#')))).toMatchObject({
    room: 'xx',
    token: 'TOKEN',
    device: 'Hallway',
    scene: 'list',
  });
});

test('what was not assigned is not in the address', () => {
  expect(addressOf({ ...hallway, name: '', scene: Scene.UNSPECIFIED })).toBe(
    '/display/#room=xx&token=TOKEN',
  );
});

test('every scene is read as it is written, and what is none as unspecified', () => {
  for (const scene of [Scene.AUTOMATIC, Scene.TIMER, Scene.PLATES, Scene.LIST, Scene.OVERLAY]) {
    expect(sceneOf(sceneNames[scene])).toBe(scene);
  }
  expect(sceneOf('cinema')).toBe(Scene.UNSPECIFIED);
  expect(sceneOf('')).toBe(Scene.UNSPECIFIED);
});
