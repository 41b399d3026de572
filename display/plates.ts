import { common } from '$kit/i18n/common';
import { waitingOf } from '$kit/list';
import { isPassedOver } from '$kit/next';
import type { Delegation, Inscription, Room } from '$kit/protocol';
import { hyphenated } from './hyphenation';
import { shortly, type TitleOf } from './titles';
import { both, said, t, type Said } from './words';

/** How far the meeting is with a plate; `over`: an empty chair that was honoured or passed over. */
export type Progress = 'waiting' | 'speaking' | 'interrupted' | 'heard' | 'declined' | 'over';

/** A name plate as the display shows it. */
export interface Plate {
  id: string;
  /** With soft hyphens in long words. */
  title: Said;
  progress: Progress;
  /** The display shows an empty chair. */
  emptyChair: boolean;
  /** The State under Review is not there. */
  away: boolean;
  /** The public reason, or empty. */
  reason: string;
  /** Who reads the statement of an absent delegation. */
  readBy: Said | undefined;
}

/** What the room knows of a plate, besides the plate. */
interface Around {
  speakingId?: string | undefined;
  inscriptions?: readonly Inscription[];
  /** Of its inscriptions, those whose turn was given to others. */
  passedOver?: ReadonlySet<string>;
  /** Another delegation that reads the statement. */
  reader?: Delegation | undefined;
}

/**
 * The State under Review may attend, decline or stay away: its plate shows no empty chair, only that it is
 * absent, or the public reason if there is one.
 */
export function plateOf(
  delegation: Delegation,
  titleOf: TitleOf,
  { speakingId, inscriptions = [], passedOver, reader }: Around = {},
): Plate {
  const reads = delegation.standing === 'STANDING_READ_BY' ? reader : undefined;
  const absent = delegation.standing === 'STANDING_ABSENT';
  const isState = delegation.kind === 'DELEGATION_KIND_STATE_UNDER_REVIEW';
  const { first, second } = shortly(titleOf)(delegation);
  return {
    id: delegation.id,
    title: { first: hyphenated(first), second: second && hyphenated(second) },
    progress:
      delegation.id === speakingId
        ? 'speaking'
        : progressOf(delegation.id, inscriptions, passedOver),
    emptyChair: absent && !isState,
    away: absent && isState,
    reason: absent ? delegation.absenceReason : '',
    readBy: reads && readBy(shortly(titleOf)(reads)),
  };
}

const readBy = ({ first: reader }: Said): Said => said(t('plate.read-by', { reader }), undefined);

/** By the last of its statements and answers on the list: who answers a question waits for the floor again. */
function progressOf(
  id: string,
  inscriptions: readonly Inscription[],
  passedOver: ReadonlySet<string> | undefined,
): Progress {
  const own = inscriptions.filter(
    ({ delegationId, kind }) =>
      delegationId === id &&
      (kind === 'INSCRIPTION_KIND_SUR_STATEMENT' ||
        kind === 'INSCRIPTION_KIND_PANEL_STATEMENT' ||
        kind === 'INSCRIPTION_KIND_ANSWER'),
  );
  const last = own[own.length - 1];
  if (last && passedOver?.has(last.id)) return 'over';
  switch (last?.status) {
    case 'INSCRIPTION_STATUS_SPOKEN':
      return 'heard';
    case 'INSCRIPTION_STATUS_DECLINED':
      return 'declined';
    case 'INSCRIPTION_STATUS_INTERRUPTED':
      return 'interrupted';
    case 'INSCRIPTION_STATUS_EMPTY_CHAIR':
      return 'over';
    default:
      return 'waiting';
  }
}

/** The inscriptions of empty chairs whose turn was given to others. */
export function passedOverIn(room: Room | undefined): ReadonlySet<string> {
  const passed = room ? waitingOf(room).filter((row) => isPassedOver(room, row)) : [];
  return new Set(passed.map(({ id }) => id));
}

/** What a plate says under its title. */
export function linesUnder({ progress, emptyChair, away, reason, readBy }: Plate): Said[] {
  return [
    ...(progress === 'declined' ? [both(t, 'list.declined')] : []),
    ...(progress === 'interrupted' ? [both(t, 'list.interrupted')] : []),
    ...(emptyChair ? [both(common, 'plate.empty-chair')] : []),
    ...(away && !reason ? [both(common, 'plate.absent')] : []),
    ...(reason ? [said(reason, undefined)] : []),
    ...(readBy ? [readBy] : []),
  ];
}
