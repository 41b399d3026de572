import { expect, test } from 'vitest';
import { readAddress } from '$kit/address';
import { addressOf, pageOf, sceneNames, sceneOf } from '$kit/assignment';

test('each role has its page', () => {
  expect(pageOf('ROLE_CHAIR')).toBe('/chair/');
  expect(pageOf('ROLE_SECRETARIAT')).toBe('/secretariat/');
  expect(pageOf('ROLE_DISPLAY')).toBe('/display/');
  expect(pageOf('ROLE_OBSERVER')).toBe('/display/');
  expect(pageOf('ROLE_SPEAKER')).toBe('/speaker/');
  expect(pageOf('ROLE_DELEGATION')).toBe('/delegation/');
  expect(pageOf('ROLE_INTERPRETER')).toBe('/interpreter/');
});

const hallway = {
  token: 'TOKEN',
  roomId: 'xx',
  role: 'ROLE_DISPLAY',
  name: 'Hallway',
  scene: 'SCENE_LIST',
} as const;

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

test('empty fields are left out of the address', () => {
  expect(addressOf({ ...hallway, name: '', scene: 'SCENE_UNSPECIFIED' })).toBe(
    '/display/#room=xx&token=TOKEN',
  );
});

test('every scene name reads back, and an unknown one is unspecified', () => {
  for (const scene of [
    'SCENE_AUTOMATIC',
    'SCENE_TIMER',
    'SCENE_PLATES',
    'SCENE_LIST',
    'SCENE_OVERLAY',
  ] as const) {
    expect(sceneOf(sceneNames[scene])).toBe(scene);
  }
  expect(sceneOf('cinema')).toBe('SCENE_UNSPECIFIED');
  expect(sceneOf('')).toBe('SCENE_UNSPECIFIED');
});
