/** What a screen's address says after the `#`, which browsers never send to a server. */
export interface Address {
  room: string;
  token: string;
  /** A language to show, whatever was chosen before. */
  lang: string | undefined;
  /** A second language to show beside it, on a screen that shows two at once; empty for none. */
  lang2: string | undefined;
  /** What people call this device. */
  device: string;
  /** What a display shows of its room, as `sceneNames` says it; empty where nothing was said. */
  scene: string;
}

/** @param fragment such as `#room=xxvii&token=…&lang=en&lang2=fr&device=Lectern` */
export function readAddress(fragment: string): Address {
  const said = new URLSearchParams(fragment.replace(/^#/, ''));
  return {
    room: said.get('room') ?? '',
    token: said.get('token') ?? '',
    lang: said.get('lang') ?? undefined,
    lang2: said.get('lang2') ?? undefined,
    device: [...(said.get('device') ?? '')].slice(0, 64).join(''),
    scene: said.get('scene') ?? '',
  };
}

/** The fragment that opens a room; what is empty is left out. */
export function writeAddress(
  room: string,
  token: string,
  more: Partial<Omit<Address, 'room' | 'token'>> = {},
): string {
  const said = new URLSearchParams({ room, token });
  for (const [key, value] of Object.entries(more)) if (value) said.set(key, value);
  return `#${said}`;
}
