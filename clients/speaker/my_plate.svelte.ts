import { forget, recall, remember } from '$kit/site_data';

/** The plate of this device's holder, stored on it for one meeting; a meeting to come is chosen first. */
export class MyPlate {
  #key: string;
  #chosen = $state<{ meeting: string; delegation: string }>();

  constructor(room: string) {
    this.#key = `rostrum.plate.${room}`;
    const saved: unknown = JSON.parse(recall(this.#key) ?? 'null');
    if (isChoice(saved)) this.#chosen = saved;
  }

  /** The chosen meeting, with or without a plate. */
  get meeting(): string | undefined {
    return this.#chosen?.meeting;
  }

  /** A delegation's id; undefined on a lectern, which shows the current speaker. */
  in(meeting: string | undefined): string | undefined {
    if (!meeting || this.#chosen?.meeting !== meeting) return undefined;
    return this.#chosen.delegation || undefined;
  }

  /** @param delegation empty until the plates of that meeting are known */
  choose(meeting: string, delegation: string): void {
    this.#chosen = { meeting, delegation };
    remember(this.#key, JSON.stringify(this.#chosen));
  }

  forget(): void {
    this.#chosen = undefined;
    forget(this.#key);
  }
}

function isChoice(value: unknown): value is { meeting: string; delegation: string } {
  return typeof value === 'object' && value !== null && 'meeting' in value && 'delegation' in value;
}
