import { language } from './i18n/words.svelte';
import { titleOn } from './plates';
import type { Phone, PhoneStanding, Room } from './protocol';
import { delegationOf } from './room';
import { stateName } from './state_name';

/** The phones that have asked in this meeting and now stand so. */
export function phonesThat(standing: PhoneStanding, room: Room | undefined): Phone[] {
  // A room that the page remembers from an older version has none.
  return (room?.questions?.phones ?? []).filter((phone) => phone.standing === standing);
}

/** For whom a phone asks: a Mission that waits for approval may not be on the roll yet. */
export function askedFor({ delegationId }: Pick<Phone, 'delegationId'>, room: Room): string {
  const delegation = delegationOf(room, delegationId);
  if (delegation) return titleOn({ meeting: room.meeting }, delegation);
  const code = delegationId.replace('mission-', '').toUpperCase();
  return stateName({ code, name: code }, language());
}

/** Why a phone waits for approval: another asks for its delegation already, or too many ask from its address. */
export function whyHeld({ device, delegationId }: Phone, room: Room): 'another' | 'address' {
  const others = phonesThat('PHONE_STANDING_ADMITTED', room).filter((one) => one.device !== device);
  return others.some((one) => one.delegationId === delegationId) ? 'another' : 'address';
}
