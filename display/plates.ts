import type { Delegation, Inscription } from '$kit/protocol';
import { hyphenated } from './hyphenation';
import { shortly, type TitleOf } from './titles';
import { both, said, t, type Said } from './words';

/** How far the meeting is with a plate. */
export type Progress = 'waiting' | 'speaking' | 'interrupted' | 'heard' | 'declined';

/** A name plate as the display shows it. */
export interface Plate {
  id: string;
  /** With soft hyphens in long words. */
  title: Said;
  progress: Progress;
  /** The display shows an empty chair. */
  emptyChair: boolean;
  /** The public reason, or empty. */
  reason: string;
  /** Who reads the statement of an absent delegation. */
  readBy: Said | undefined;
}

/** What the room knows of a plate, besides the plate. */
interface Around {
  speakingId?: string | undefined;
  inscriptions?: readonly Inscription[];
  /** Another delegation that reads the statement. */
  reader?: Delegation | undefined;
}

/**
 * The State under Review may attend, decline or stay away: its plate shows no empty chair, only the public
 * reason if there is one.
 */
export function plateOf(
  delegation: Delegation,
  titleOf: TitleOf,
  { speakingId, inscriptions = [], reader }: Around = {},
): Plate {
  const reads = delegation.standing === 'STANDING_READ_BY' ? reader : undefined;
  const absent = delegation.standing === 'STANDING_ABSENT';
  const { first, second } = shortly(titleOf)(delegation);
  return {
    id: delegation.id,
    title: { first: hyphenated(first), second: second && hyphenated(second) },
    progress: delegation.id === speakingId ? 'speaking' : progressOf(delegation.id, inscriptions),
    emptyChair: absent && delegation.kind !== 'DELEGATION_KIND_STATE_UNDER_REVIEW',
    reason: absent ? delegation.absenceReason : '',
    readBy: reads && readBy(shortly(titleOf)(reads)),
  };
}

const readBy = ({ first: reader }: Said): Said => said(t('plate.read-by', { reader }), undefined);

/** By the last of its statements and answers on the list: who answers a question waits for the floor again. */
function progressOf(id: string, inscriptions: readonly Inscription[]): Progress {
  const own = inscriptions.filter(
    ({ delegationId, kind }) =>
      delegationId === id &&
      (kind === 'INSCRIPTION_KIND_SUR_STATEMENT' ||
        kind === 'INSCRIPTION_KIND_PANEL_STATEMENT' ||
        kind === 'INSCRIPTION_KIND_ANSWER'),
  );
  switch (own[own.length - 1]?.status) {
    case 'INSCRIPTION_STATUS_SPOKEN':
      return 'heard';
    case 'INSCRIPTION_STATUS_DECLINED':
      return 'declined';
    case 'INSCRIPTION_STATUS_INTERRUPTED':
      return 'interrupted';
    default:
      return 'waiting';
  }
}

/** What a plate says under its title. */
export function linesUnder({ progress, emptyChair, reason, readBy }: Plate): Said[] {
  return [
    ...(progress === 'declined' ? [both(t, 'list.declined')] : []),
    ...(progress === 'interrupted' ? [both(t, 'list.interrupted')] : []),
    ...(emptyChair ? [both(t, 'plate.empty-chair')] : []),
    ...(reason ? [said(reason, undefined)] : []),
    ...(readBy ? [readBy] : []),
  ];
}
