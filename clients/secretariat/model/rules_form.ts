import type { Rules } from '$kit/protocol';
import { lengthFaults, type DraftFault } from './draft_faults';
import { secondsOf, writtenSeconds } from './minutes';

/** The lengths of time among the rules, by their names in the protocol, and their bounds. */
export const lengths = {
  surShortestMs: [10, 3600],
  surLongestMs: [10, 3600],
  panelShortestMs: [10, 3600],
  panelLongestMs: [10, 3600],
  warningMs: [0, 3600],
  reserveMs: [0, 6 * 3600],
  questionMs: [10, 3600],
  answersMs: [10, 3600],
  replyMs: [10, 3600],
  pointOfOrderMs: [10, 3600],
} as const;

export type Length = keyof typeof lengths;

export const lengthNames = Object.keys(lengths) as Length[];

export const MOST_REPLIES = 10;

/** The rules in the form. */
export type RulesDraft = Record<Length, string> & { repliesEach: string; nhriFirst: boolean };

export function rulesDraftOf(rules?: Rules): RulesDraft {
  const written = lengthNames.map((name) => [name, writtenSeconds((rules?.[name] ?? 0) / 1000)]);
  return {
    ...(Object.fromEntries(written) as Record<Length, string>),
    repliesEach: String(rules?.repliesEach ?? 0),
    nhriFirst: rules?.order === 'SPEAKING_ORDER_NHRI_FIRST',
  };
}

export interface RulesFault {
  place: string;
  reason: DraftFault['reason'] | 'crossed';
  from?: string;
  to?: string;
}

export function rulesFaults(draft: RulesDraft): RulesFault[] {
  const faults = lengthNames.flatMap((place): RulesFault[] =>
    lengthFaults(place, draft[place], lengths[place]),
  );
  for (const [shortest, longest] of [
    ['surShortestMs', 'surLongestMs'],
    ['panelShortestMs', 'panelLongestMs'],
  ] as const) {
    const [from, to] = [secondsOf(draft[shortest]), secondsOf(draft[longest])];
    if (from !== undefined && to !== undefined && from > to)
      faults.push({ place: longest, reason: 'crossed' });
  }
  const replies = draft.repliesEach.trim();
  if (!/^\d{1,2}$/.test(replies) || Number(replies) > MOST_REPLIES)
    faults.push({ place: 'repliesEach', reason: 'limits', from: '0', to: `${MOST_REPLIES}` });
  return faults;
}

/** Only for a draft without faults. */
export function rulesOf(draft: RulesDraft): Rules {
  const ms = lengthNames.map((name) => [name, (secondsOf(draft[name]) ?? 0) * 1000]);
  return {
    ...(Object.fromEntries(ms) as Record<Length, number>),
    repliesEach: Number(draft.repliesEach),
    order: draft.nhriFirst ? 'SPEAKING_ORDER_NHRI_FIRST' : 'SPEAKING_ORDER_AS_PLANNED',
  };
}
