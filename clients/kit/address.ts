/** The fragment of a screen's address, which browsers never send to a server. */
export interface Address {
  room: string;
  token: string;
  /** Overrides the language that was chosen before. */
  lang: string | undefined;
  /** The second language of a screen that shows two; empty for none. */
  lang2: string | undefined;
  /** The name that people gave this device. */
  device: string;
  /** A name of `sceneNames`, or empty. */
  scene: string;
  /** Of a display, see `display/options.svelte.ts`; or empty. */
  mirror: string;
  count: string;
  flash: string;
}

/** @param fragment such as `#room=xxvii&token=…&lang=en&lang2=fr&device=Lectern` */
export function readAddress(fragment: string): Address {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  return {
    room: fields.get('room') ?? '',
    token: fields.get('token') ?? '',
    lang: fields.get('lang') ?? undefined,
    lang2: fields.get('lang2') ?? undefined,
    device: [...(fields.get('device') ?? '')].slice(0, 64).join(''),
    scene: fields.get('scene') ?? '',
    mirror: fields.get('mirror') ?? '',
    count: fields.get('count') ?? '',
    flash: fields.get('flash') ?? '',
  };
}

/** The fragment that opens a room, without empty fields. */
export function writeAddress(
  room: string,
  token: string,
  more: Partial<Omit<Address, 'room' | 'token'>> = {},
): string {
  const fields = new URLSearchParams({ room, token });
  for (const [key, value] of Object.entries(more)) if (value) fields.set(key, value);
  return `#${fields}`;
}
