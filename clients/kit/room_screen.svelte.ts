import { readAddress, type Address } from './address';
import { browser } from './browser';
import { ServerClock } from './clock';
import { nextChangeMs } from './countdown';
import { Identity } from './identity.svelte';
import { Link, type LinkStatus } from './link';
import { LastKnownRoom, type LastKnown } from './offline/last_known';
import type { Outcome } from './pending';
import type {
  CommandBody,
  AnswerRound,
  Assigned,
  Delegation,
  Identify,
  Inscription,
  Role,
  Signal,
  Welcome,
} from './protocol';
import { delegationOf, type HeldRoom } from './room';
import { SleepWatch } from './sleep';

/** A frame at 30 Hz: how long before the digits change a screen begins to look at every frame. */
const FRAME_MS = 34;

/** The server is given this long to tell the room before what this device remembers is shown. */
const REMEMBER_AFTER_MS = 1000;

/**
 * What every screen of a room stands on: the room as the server holds it, and the server's time.
 * All of it is reactive. It goes on counting when the link is down.
 */
export class RoomScreen {
  readonly address: Address;
  /** What the secretariat calls this screen, and has it show. */
  readonly identity: Identity;
  role = $state<Role>('ROLE_UNSPECIFIED');
  serverVersion = $state('');
  /** The server's clock, in Unix milliseconds; 0 until it is known. Moves when digits change. */
  now = $state(0);
  /** Whether `now` is known well enough to be read side by side with another screen. */
  proven = $state(false);
  /** How far `now` may be out, in milliseconds; undefined until it was measured. */
  accuracyMs = $state<number>();

  #held = $state.raw<HeldRoom>();
  /** What an earlier visit saw, until the server has told the room. */
  #remembered = $state.raw<LastKnown>();
  #linkStatus = $state<LinkStatus>('connecting');
  #clock = new ServerClock();
  #sleep = new SleepWatch();
  #link: Link | undefined;
  #lastKnown: LastKnownRoom | undefined;
  #cancelTick = () => {};

  /** Whether the room is the last known state of an earlier visit: nothing was heard since. */
  fromMemory = $derived(!this.#held && this.#remembered !== undefined);
  status = $derived(
    this.fromMemory && this.#linkStatus === 'connecting' ? 'lost' : this.#linkStatus,
  );
  /** Undefined until the first Welcome, unless this device remembers the room. */
  room = $derived((this.#held ?? this.#remembered)?.room);
  revision = $derived((this.#held ?? this.#remembered)?.revision ?? 0);
  agenda = $derived(this.room?.agenda);
  /** Undefined in an empty room. */
  meeting = $derived(this.room?.meeting?.id ? this.room.meeting : undefined);
  delegations: readonly Delegation[] = $derived(this.room?.plates?.delegations ?? []);
  inscriptions: readonly Inscription[] = $derived(this.room?.list?.inscriptions ?? []);
  /** Answers that share one budget. */
  rounds: readonly AnswerRound[] = $derived(this.room?.list?.rounds ?? []);
  /** Whom Next calls; undefined when nobody is left. */
  next = $derived(this.inscription(this.room?.list?.nextInscriptionId));
  /** Undefined when nobody has the floor. */
  statement = $derived(this.room?.floor?.statement);
  notice = $derived(this.room?.noticeBoard?.notice);
  /** Whose statement a point of order interrupted; undefined when none did. */
  interrupted = $derived(this.room?.floor?.interrupted);
  questions = $derived(this.room?.questions);
  hour = $derived(this.room?.hour);
  settings = $derived(this.room?.settings);
  /** Chair, secretariat, speakers and interpreters only. */
  signals: readonly Signal[] = $derived(this.room?.signals?.signals ?? []);
  /** Chair and secretariat only. */
  memory = $derived(this.room?.memory);

  constructor(address: Address = readAddress(location.hash)) {
    this.address = address;
    this.identity = new Identity(address);
    if (!address.room || !address.token) {
      this.#linkStatus = 'token-refused';
      return;
    }
    this.#lastKnown = new LastKnownRoom(localStorage, address);
    setTimeout(() => this.#remember(), REMEMBER_AFTER_MS);
    this.#link = new Link(browser(address.room), this.#clock, this.#listener(), {
      token: address.token,
      device: address.device,
    });
    const wake = () => {
      if (!document.hidden) this.#link?.nudge();
      this.#tick();
    };
    document.addEventListener('visibilitychange', wake);
    addEventListener('online', wake);
    addEventListener('pageshow', wake);
  }

  /** Asks the server for an act; see Link.send. */
  send(command: CommandBody): Promise<Outcome> {
    return this.#link?.send(command) ?? Promise.resolve({ kind: 'disconnected' });
  }

  inscription(id: string | undefined): Inscription | undefined {
    return this.inscriptions.find((inscription) => inscription.id === id);
  }

  /** A plate of the panel, or somebody on the roll. */
  delegation(id: string | undefined): Delegation | undefined {
    return delegationOf(this.room, id);
  }

  #listener() {
    return {
      status: (status: LinkStatus) => {
        this.#linkStatus = status;
        if (status === 'token-refused' || status === 'no-such-room' || status === 'revoked')
          this.#forget();
      },
      welcome: ({ role, serverVersion }: Welcome) => {
        this.role = role;
        this.serverVersion = serverVersion;
      },
      room: (held: HeldRoom) => {
        this.#held = held;
        this.#tick();
        this.#keep();
      },
      assigned: (assigned: Assigned) => this.identity.assign(assigned),
      identify: (identify: Identify) => this.identity.identify(identify),
    };
  }

  #keep(): void {
    if (!this.#held || !this.now) return;
    const { room, revision } = this.#held;
    const keptAtMs = Date.now();
    this.#lastKnown?.keep({ room, revision, offsetMs: this.now - keptAtMs, keptAtMs });
  }

  #remember(): void {
    if (this.#held || this.#linkStatus !== 'connecting') return;
    this.#remembered = this.#lastKnown?.recall(Date.now());
    this.#tick();
  }

  #forget(): void {
    this.#lastKnown?.forget();
    this.#remembered = undefined;
  }

  /**
   * The server's clock; until it was asked, this device's own, as far off as it was when the room was
   * kept.
   */
  #serverNow(): number | undefined {
    const told = this.#clock.serverNow(performance.now());
    return told ?? (this.#remembered && Date.now() + this.#remembered.offsetMs);
  }

  /**
   * Reads the clock, and again when the next digit changes: asleep until just before, then on every
   * frame, so that two screens in a room change their second within one frame of each other and an
   * idle one costs nothing.
   */
  #tick(): void {
    this.#cancelTick();
    const sleptMs = this.#sleep.sleptMs(Date.now(), performance.now());
    if (sleptMs > 0) this.#link?.woke(sleptMs);
    const now = this.#serverNow();
    if (now === undefined) return;
    this.now = now;
    this.proven = this.#clock.proven(performance.now());
    this.accuracyMs = this.#clock.errorMs(performance.now());
    this.#cancelTick = this.#atNextChange(now, () => this.#tick());
  }

  #atNextChange(now: number, then: () => void): () => void {
    const digit = this.statement && nextChangeMs(this.statement, now);
    // Digits that run wake it each second already; of a clock beside them only minutes are seen.
    const secondsSeen = this.settings?.display === 'DISPLAY_MODE_TEST_PICTURE';
    const clockMs = digit === undefined || secondsSeen ? 1000 : 60_000;
    const wholeClock = (Math.floor(now / clockMs) + 1) * clockMs;
    const wait = Math.min(wholeClock, digit ?? Infinity) - now;
    if (document.hidden || wait > FRAME_MS) {
      const timer = setTimeout(then, document.hidden ? wait : wait - FRAME_MS);
      return () => clearTimeout(timer);
    }
    const frame = requestAnimationFrame(then);
    return () => cancelAnimationFrame(frame);
  }
}
