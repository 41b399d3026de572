/** What a screen's address says after the `#`, which browsers never send to a server. */
export interface Address {
  room: string;
  token: string;
  /** A language to show, whatever was chosen before. */
  lang: string | undefined;
  /** What people call this device. */
  device: string;
}

/** @param fragment such as `#room=xxvii&token=…&lang=fr&device=Lectern` */
export function readAddress(fragment: string): Address {
  const said = new URLSearchParams(fragment.replace(/^#/, ''));
  return {
    room: said.get('room') ?? '',
    token: said.get('token') ?? '',
    lang: said.get('lang') ?? undefined,
    device: [...(said.get('device') ?? '')].slice(0, 64).join(''),
  };
}

/** The fragment that opens a room. */
export function writeAddress(room: string, token: string): string {
  return `#${new URLSearchParams({ room, token })}`;
}
