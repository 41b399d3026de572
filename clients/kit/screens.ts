import type { AlikeScreens, DisplayMode, Role, Shows } from './protocol';

/** Which screens of the room are there. Those that have not said what they show count as present. */

const count = (some: readonly AlikeScreens[]): number =>
  some.reduce((sum, { count }) => sum + count, 0);

const inFront = ({ shows }: AlikeScreens): boolean => shows?.visible ?? true;

/** How many screens of a role can be seen. Of the speakers' screens, those without a plate are lecterns. */
export function seenScreens(
  screens: readonly AlikeScreens[],
  role: Role,
  withPlate = false,
): number {
  return count(
    screens.filter(
      (some) =>
        some.role === role && inFront(some) && Boolean(some.shows?.delegationId) === withPlate,
    ),
  );
}

/** Whether anything that the podium signals to this speaker is seen: at a lectern, or on their own phone. */
export function reaches(screens: readonly AlikeScreens[], delegationId: string): boolean {
  const own = ({ shows }: AlikeScreens) =>
    [undefined, '', delegationId].includes(shows?.delegationId);
  return screens.some((some) => some.role === 'ROLE_SPEAKER' && inFront(some) && own(some));
}

const shown = (screens: readonly AlikeScreens[], is: (shows: Shows) => boolean): number =>
  count(screens.filter(({ shows }) => shows?.visible && is(shows)));

/** On how many screens a signal can be read. */
export const showSignal = (screens: readonly AlikeScreens[], id: string): number =>
  shown(screens, ({ signalId }) => signalId === id);

/** On how many screens the notice can be read. */
export const showNotice = (screens: readonly AlikeScreens[], id: string): number =>
  shown(screens, ({ noticeId }) => noticeId === id);

/** How many displays show this. */
export const showMode = (screens: readonly AlikeScreens[], mode: DisplayMode): number =>
  shown(screens, ({ display }) => display === mode);
