// The secretariat's page with one meeting in its programme, as the tests of its sections open it.
import { expect } from 'vitest';
import { picture } from '../e2e/browser.ts';
import { checkScreen } from './check_screen.ts';
import { open } from './open_screen.ts';
import { T0 } from './rooms.ts';
import type { ScriptedScreen, Shown } from './scripted_screen.ts';
import type { Room } from '$proto/room_pb';
import { Role } from '$proto/table_pb';

export const cuba = { code: 'CU', name: 'Cuba' };
export const long =
  'Coalition of National and International Organisations for the Rights of Indigenous Peoples';

const programme = {
  programmeRevision: '0',
  room: {
    id: 'xxvii',
    name: 'Room XXVII',
    timeZone: 'Europe/Zurich',
    meetings: [
      {
        id: 'cuba',
        state: cuba,
        startsAt: new Date(T0).toISOString(),
        endsAt: new Date(T0 + 3_600_000).toISOString(),
        surStatementS: 120,
        panel: [
          {
            id: 'food',
            kind: 'DELEGATION_KIND_NATIONAL_CSO',
            title: long,
            speakerName: 'A speaker',
            subject: 'Right to food',
            allottedS: 360,
            standing: 'STANDING_PRESENT',
            absenceReason: '',
            representedBy: 'REPRESENTED_BY_WOMAN',
            shortTitle: '',
          },
        ],
      },
    ],
  },
  hiddenNames: [],
  notes: [{ meetingId: 'cuba', delegationId: 'food', note: 'Speaks Spanish' }],
  facts: [
    {
      meetingId: 'cuba',
      delegationId: 'sur',
      standing: 'STANDING_EXPECTED',
      absenceReason: '',
      representedBy: 'REPRESENTED_BY_UNSPECIFIED',
      readerDelegationId: '',
    },
  ],
};

export function openDesk(
  tab: string,
  lang: string,
  of: Room,
  { answers, ...more }: Partial<Shown> = {},
): Promise<ScriptedScreen> {
  return open(of, {
    width: 1366,
    height: 900,
    path: '/secretariat/',
    role: Role.SECRETARIAT,
    address: `lang=${lang}&tab=${tab}`,
    answers: { '/api/v1/rooms/xxvii/programme': programme, ...answers },
    ...more,
  });
}

/** ROSTRUM_PICTURES=folder keeps a picture of it. */
export async function looked(screen: ScriptedScreen, name: string): Promise<void> {
  await picture(screen.page, name);
  await checkScreen(screen, name, { axe: true, scrolls: true });
  expect(screen.faults).toEqual([]);
}
