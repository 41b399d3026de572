import type { DelegationKind, HiddenName, PlannedMeeting } from '$kit/protocol';

/**
 * The word of a plate that is typed to erase its name: the longest one, so that it is typed on
 * purpose, and short enough to be typed at all.
 */
export function wordOf(title: string): string {
  const words = title.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [title.trim()];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest));
}

/** Whether that word was typed, in capitals or not. */
export function isWordOf(title: string, typed: string): boolean {
  const plain = (text: string) => text.trim().normalize('NFC').toLocaleLowerCase();
  return typed.trim() !== '' && plain(typed) === plain(wordOf(title));
}

/** For comparing names as the server does: small letters without accents and punctuation. */
export function comparable(name: string): string {
  const hidden = /[\p{Mn}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;
  const plain = name.normalize('NFKD').replace(hidden, '');
  return plain
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/** A plate with what is known of its speaker's name. */
export interface NamedPlate {
  meetingId: string;
  id: string;
  kind: DelegationKind;
  title: string;
  /** Empty where it is hidden, or none was given. */
  name: string;
  hidden: '' | 'withheld' | 'erased';
  /** The same number where the same name is withheld; 0 where it is not known. */
  person: number;
}

/** The plates of all meetings. */
export function namedPlates(
  meetings: readonly PlannedMeeting[],
  hiddenNames: readonly HiddenName[],
): NamedPlate[] {
  return meetings.flatMap((meeting) =>
    meeting.panel.map(({ id, kind, title, speakerName }) => {
      const hidden = hiddenNames.find(
        (one) => one.meetingId === meeting.id && one.delegationId === id,
      );
      return {
        meetingId: meeting.id,
        id,
        kind,
        title,
        name: hidden ? '' : speakerName,
        hidden: hidden ? (hidden.erased ? 'erased' : 'withheld') : '',
        person: hidden?.person ?? 0,
      };
    }),
  );
}

/** The other plates of the same person, where the act has something to do. */
export function othersOf(
  act: 'withhold' | 'erase',
  plate: NamedPlate,
  plates: readonly NamedPlate[],
): NamedPlate[] {
  const others = plates.filter((one) => one.meetingId !== plate.meetingId || one.id !== plate.id);
  if (act === 'erase')
    return others.filter(
      ({ person, hidden }) => person === plate.person && person > 0 && hidden === 'withheld',
    );
  const name = comparable(plate.name);
  return name ? others.filter((one) => comparable(one.name) === name) : [];
}
