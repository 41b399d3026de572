import { readAddress, type Address } from './address';
import { browser } from './browser';
import { ServerClock } from './clock';
import { changeUntilMs, nextChangeMs } from './countdown';
import { Identity } from './identity.svelte';
import { Link, type LinkListener, type LinkStatus } from './link';
import { comesNext } from './next';
import { LastKnownRoom, type LastKnown } from './offline/last_known';
import { keepPageAgain } from './offline/install';
import type { Outcome } from './pending';
import { knowServers, stayAt } from './present_server.svelte';
import type {
  AlikeScreens,
  AnswerRound,
  CardHolder,
  CommandBody,
  Delegation,
  Inscription,
  Phone,
  Role,
  Shows,
  Signal,
} from './protocol';
import { delegationOf, type HeldRoom } from './room';
import { siteStorage } from './site_data';
import { SleepWatch } from './sleep';
import { awaitedAt, nextChangeUntilMs } from './until';

/** One frame at 30 Hz. A screen reads the clock on every frame from this long before its digits change. */
const FRAME_MS = 34;

/** How long to wait for the server before showing the room that this device remembers. */
const REMEMBER_AFTER_MS = 1000;

/** A room as the server holds it, and the server's time, which continues without a link. Reactive. */
export class RoomScreen {
  readonly address: Address;
  readonly identity: Identity;
  role = $state<Role>('ROLE_UNSPECIFIED');
  /** In whose name this screen asks for the floor, by a card. */
  holder = $state.raw<CardHolder>();
  serverVersion = $state('');
  /** This phone of a delegation, if it waits for approval, is shut out, or was allowed to ask since. */
  phone = $state.raw<Phone>();
  /** The server's clock in Unix milliseconds; 0 while unknown. Changes when digits change. */
  now = $state(0);
  /** Whether `now` is accurate enough to match another screen side by side. */
  proven = $state(false);
  /** The error bound of `now` in milliseconds; undefined until measured. */
  accuracyMs = $state<number>();

  #held = $state.raw<HeldRoom>();
  /** The room of an earlier visit, until the server sends it. */
  #remembered = $state.raw<LastKnown>();
  #linkStatus = $state<LinkStatus>('connecting');
  #clock = new ServerClock();
  #sleep = new SleepWatch();
  #link: Link | undefined;
  #lastKnown: LastKnownRoom | undefined;
  #cancelTick = () => {};

  /** Whether the room is the last known state of an earlier visit. */
  fromMemory = $derived(!this.#held && this.#remembered !== undefined);
  status = $derived(
    this.fromMemory && this.#linkStatus === 'connecting' ? 'lost' : this.#linkStatus,
  );
  room = $derived((this.#held ?? this.#remembered)?.room);
  revision = $derived((this.#held ?? this.#remembered)?.revision ?? 0);
  agenda = $derived(this.room?.agenda);
  /** Undefined in an empty room. */
  meeting = $derived(this.room?.meeting?.id ? this.room.meeting : undefined);
  delegations: readonly Delegation[] = $derived(this.room?.plates?.delegations ?? []);
  inscriptions: readonly Inscription[] = $derived(this.room?.list?.inscriptions ?? []);
  rounds: readonly AnswerRound[] = $derived(this.room?.list?.rounds ?? []);
  /** What comes next on the floor. */
  next = $derived(this.room && comesNext(this.room));
  statement = $derived(this.room?.floor?.statement);
  /** Undefined once its time has passed; one that counts down stays at 0:00. */
  notice = $derived.by(() => {
    const notice = this.room?.noticeBoard?.notice;
    const ends = notice && !notice.countsDown && notice.untilUnixMs;
    return ends && ends <= this.now ? undefined : notice;
  });
  /** The screens of the room; undefined for roles that do not hear of them, and without a link. */
  screens = $state.raw<readonly AlikeScreens[]>();
  /** The statement that a point of order interrupted. */
  interrupted = $derived(this.room?.floor?.interrupted);
  questions = $derived(this.room?.questions);
  hour = $derived(this.room?.hour);
  settings = $derived(this.room?.settings);
  /** For chair, secretariat, speakers and interpreters only. */
  signals: readonly Signal[] = $derived(this.room?.signals?.signals ?? []);
  /** For chair and secretariat only. */
  memory = $derived(this.room?.memory);

  constructor(address: Address = readAddress(location.hash)) {
    this.address = address;
    this.identity = new Identity(address);
    if (!address.room || !address.token) {
      this.#linkStatus = 'token-refused';
      return;
    }
    const storage = siteStorage();
    if (storage) this.#lastKnown = new LastKnownRoom(storage, address);
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

  /** See Link.send. */
  send(command: CommandBody): Promise<Outcome> {
    return this.#link?.send(command) ?? Promise.resolve({ kind: 'disconnected' });
  }

  /** See Link.say. */
  say(shows: Shows): void {
    this.#link?.say(shows);
  }

  inscription(id: string | undefined): Inscription | undefined {
    return this.inscriptions.find((inscription) => inscription.id === id);
  }

  /** A plate of the panel, or somebody on the roll. */
  delegation(id: string | undefined): Delegation | undefined {
    return delegationOf(this.room, id);
  }

  #listener(): LinkListener {
    return {
      status: (status) => {
        this.#linkStatus = status;
        if (status !== 'up') this.screens = undefined;
        if (status === 'token-refused' || status === 'no-such-room' || status === 'revoked')
          this.#forget();
      },
      welcome: ({ role, phone, holder, serverVersion }) => {
        this.role = role;
        this.phone = phone;
        this.holder = holder;
        this.serverVersion = serverVersion;
      },
      server: (present, known) => {
        stayAt(present);
        if (knowServers(known)) keepPageAgain();
      },
      room: (held) => {
        this.#held = held;
        this.#tick();
        this.#keep();
      },
      assigned: (assigned) => this.identity.assign(assigned),
      identify: (identify) => this.identity.identify(identify),
      screens: (screens) => (this.screens = screens),
      phone: (phone) => (this.phone = phone),
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

  /** The server's clock; until measured, this device's with the offset of the earlier visit. */
  #serverNow(): number | undefined {
    const measured = this.#clock.serverNow(performance.now());
    return measured ?? (this.#remembered && Date.now() + this.#remembered.offsetMs);
  }

  /**
   * Reads the clock when the next digit changes. It sleeps until just before, then checks each frame: the
   * screens of a room change within one frame of each other, and an idle screen costs nothing.
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
    const next = [
      this.statement && nextChangeMs(this.statement, now),
      this.notice?.countsDown ? changeUntilMs(this.notice.untilUnixMs, now) : undefined,
    ].filter((change) => change !== undefined);
    const digit = next.length > 0 ? Math.min(...next) : undefined;
    // Running digits already wake it each second; the clock next to them shows minutes only.
    const secondsSeen = this.settings?.display === 'DISPLAY_MODE_TEST_PICTURE';
    const clockMs = digit === undefined || secondsSeen ? 1000 : 60_000;
    const wholeClock = (Math.floor(now / clockMs) + 1) * clockMs;
    const awaited = nextChangeUntilMs(awaitedAt(this.meeting), now);
    const ends = (!this.notice?.countsDown && this.notice?.untilUnixMs) || Infinity;
    const wait = Math.min(wholeClock, digit ?? Infinity, awaited ?? Infinity, ends) - now;
    if (document.hidden || wait > FRAME_MS) {
      const timer = setTimeout(then, document.hidden ? wait : wait - FRAME_MS);
      return () => clearTimeout(timer);
    }
    const frame = requestAnimationFrame(then);
    return () => cancelAnimationFrame(frame);
  }
}
