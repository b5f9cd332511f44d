import type { Unsent } from "./conversation";
import { forgetHere } from "../session/lastHere";
import { Device } from "./device";
import { ownWindow, type OwnWindow } from "./ownWindow";
import { pieceOn, piecesIn, type Piece, type WrittenPiece } from "./pieces";
import { asStranded, backInTheQueue, halfWritten, type Stranded } from "./unsent";
import { DRAFT, isDraft, Vault, VAULTS, windowOf, type Place } from "./vault";

/*
 * What a person has written and the server does not have yet stays on the device, encrypted: it
 * survives a reload, a closed tab and a browser without a network. Sign-out wipes it, and so does
 * another person signing in.
 */

/** Between two drafts of one room. */
const BETWEEN = "\n\n";
const NONE: readonly Unsent[] = [];

interface Kept {
  draft: string;
  outbox: readonly Unsent[];
  /** Was written for a room that has closed, and reaches nobody. */
  stranded: readonly Unsent[];
}

/** One person's, in memory, and behind it on the device where that keeps anything. */
export class Keeping {
  private readonly rooms = new Map<string, Kept>();
  private readonly listeners: Set<() => void>;
  /** Messages that are sent or thrown away, whatever still lies on the device. */
  private readonly over = new Set<string>();
  private allStranded: readonly Stranded[] = [];

  private constructor(
    private readonly personId: string,
    private readonly device: Device,
    private readonly own: OwnWindow,
    listeners: Set<() => void>,
  ) {
    this.listeners = listeners;
  }

  /** What this window has kept, and what windows that are closed have left behind. */
  static async of(personId: string, own = ownWindow): Promise<Keeping> {
    const listeners = new Set<() => void>();
    const tell = () => listeners.forEach((listener) => listener());
    const keeping = new Keeping(personId, await Device.of(personId, tell), own, listeners);
    await own.alone(() => keeping.takeInDrafts());
    await keeping.fetchOthers();
    return keeping;
  }

  isOf(personId: string): boolean {
    return this.personId === personId;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  draft(roomId: string): string {
    return this.in(roomId).draft;
  }

  outbox(roomId: string): readonly Unsent[] {
    return this.in(roomId).outbox;
  }

  /** Where something waits to be sent. */
  roomsWithUnsent(): string[] {
    return [...this.rooms].filter(([, { outbox }]) => outbox.length > 0).map(([roomId]) => roomId);
  }

  /** Where there is anything. */
  roomsWithAnything(): string[] {
    return [...this.rooms.keys()];
  }

  stranded = (): readonly Stranded[] => this.allStranded;

  keepDraft(roomId: string, draft: string): void {
    this.set(roomId, { ...this.in(roomId), draft });
    if (draft === "") this.device.remove(this.draftPlace(roomId));
    else this.device.put(this.draftPlace(roomId), draft);
  }

  /** Each message has a place of its own, so that two windows do not write over each other's. */
  keepOutbox(roomId: string, outbox: readonly Unsent[]): void {
    const { outbox: before } = this.in(roomId);
    this.set(roomId, { ...this.in(roomId), outbox });
    for (const { clientId } of before) {
      if (!outbox.some((it) => it.clientId === clientId)) {
        this.over.add(clientId);
        this.device.remove(this.placeOf(roomId, clientId));
      }
    }
    for (const unsent of outbox) if (!before.includes(unsent)) this.put(roomId, unsent);
  }

  /**
   * The room has closed: what has not been handed to the server reaches nobody. It stays its writer's
   * until she throws it away, with what the room was `called`. On the device it is put over what it was:
   * a full one loses nothing.
   */
  strand(roomId: string, called?: string): void {
    const { draft, outbox, stranded } = this.in(roomId);
    const isLost = ({ state, handed }: Unsent) => !handed || state.kind === "refused";
    const lost = outbox.filter(isLost).map((it) => asStranded(it, called));
    const half = halfWritten(draft, called);
    const all = [...stranded, ...lost, ...half];
    this.set(roomId, { draft: "", outbox: outbox.filter((it) => !isLost(it)), stranded: all });
    for (const it of lost) this.put(roomId, it);
    const from = this.draftPlace(roomId);
    for (const it of half) {
      this.device.move(from, this.placeOf(roomId, it.clientId), JSON.stringify(it));
    }
    if (half.length === 0 && draft !== "") this.device.remove(from);
  }

  throwAway(roomId: string, clientId: string): void {
    const kept = this.in(roomId);
    const stranded = kept.stranded.filter((it) => it.clientId !== clientId);
    this.set(roomId, { ...kept, stranded });
    this.over.add(clientId);
    this.device.remove(this.placeOf(roomId, clientId));
    // A full device still has it as the draft that it was.
    if (kept.draft === "") this.device.remove(this.draftPlace(roomId));
  }

  /** The server has these: they are not taken in from the device any more. */
  isOver(clientIds: Iterable<string>): void {
    for (const clientId of clientIds) this.over.add(clientId);
  }

  /**
   * Takes in the messages that other windows of this person have left to be sent, and gives those up
   * that have been sent or thrown away there meanwhile.
   */
  async fetchOthers(): Promise<void> {
    await this.giveUpWhatIsOver();
    const found = await this.device.written();
    for (const { place, text } of found ?? []) if (!isDraft(place)) this.takeIn(place, text);
  }

  /** What has lain on the device and does not any more: another window has sent it or thrown it away. */
  async giveUpWhatIsOver(): Promise<void> {
    const before = this.onceOnDevice();
    const there = await this.device.messages();
    if (!there) return;
    const isOver = ({ clientId, state }: Unsent) =>
      // One that was accepted here is shown until it has come.
      before.has(clientId) && !there.has(clientId) && state.kind !== "accepted";
    for (const roomId of [...this.rooms.keys()]) {
      const kept = this.in(roomId);
      const outbox = kept.outbox.filter((it) => !isOver(it));
      const stranded = kept.stranded.filter((it) => !isOver(it));
      const less = outbox.length < kept.outbox.length || stranded.length < kept.stranded.length;
      if (less) this.set(roomId, { ...kept, outbox, stranded });
    }
  }

  /** Whether there is one to be sent that other windows know too: it may be over by now. */
  mayBeOver(): boolean {
    return [...this.rooms.values()].some(({ outbox }) =>
      outbox.some(({ clientId }) => this.device.knows(clientId)),
    );
  }

  /** Whether this message would be gone with this window: the device did not take it. */
  isOnlyHere(clientId: string): boolean {
    return this.device.lacks(this.placeOf("", clientId));
  }

  /** Whether nothing that is written would be gone with this window, or with the session. */
  isAllOnDevice = (): boolean => this.device.takesAll();

  isDraftOnlyHere(roomId: string): boolean {
    return this.device.lacks(this.draftPlace(roomId));
  }

  private onceOnDevice(): Set<string> {
    const all = [...this.rooms.values()].flatMap(({ outbox, stranded }) => [
      ...outbox,
      ...stranded,
    ]);
    return new Set(all.map(({ clientId }) => clientId).filter((it) => this.device.knows(it)));
  }

  /**
   * Each window has its own draft of a room, and what two have left behind stands one below the
   * other. One that is still open keeps its own: it may be sent there in this very moment.
   */
  private async takeInDrafts(): Promise<void> {
    const drafts = ((await this.device.written()) ?? []).filter(({ place }) => isDraft(place));
    const gone = await this.own.gone(drafts.map(({ place }) => windowOf(place)));
    const left = drafts.filter(({ place }) => gone.has(windowOf(place)));
    const texts = new Map<string, Set<string>>();
    for (const { place, text } of left) {
      const [, roomId] = place;
      texts.set(roomId, (texts.get(roomId) ?? new Set()).add(text));
    }
    for (const [roomId, all] of texts) this.keepDraft(roomId, [...all].join(BETWEEN));
    // A page that opens twice, as one without a network does, finds its own.
    const others = left.filter(({ place }) => windowOf(place) !== this.own.id);
    for (const { place } of others) this.device.remove(place);
    await this.device.settled();
  }

  private draftPlace(roomId: string): Place {
    return this.placeOf(roomId, `${DRAFT} ${this.own.id}`);
  }

  private placeOf(roomId: string, what: string): Place {
    return [this.personId, roomId, what];
  }

  private put(roomId: string, unsent: Unsent): void {
    this.device.put(this.placeOf(roomId, unsent.clientId), JSON.stringify(unsent));
  }

  /** What this window has in memory, whatever the device says. */
  here(): WrittenPiece[] {
    return [...this.rooms.keys()].flatMap((roomId) => piecesIn(this, roomId));
  }

  /** All that the person has written and not sent, in whichever window of this browser. */
  async everything(): Promise<Piece[]> {
    await this.settled();
    await this.giveUpWhatIsOver();
    const device = (await this.device.all()) ?? [];
    const here = this.here();
    const elsewhere = device.filter(
      ({ place }) => !isDraft(place) || windowOf(place) !== this.own.id,
    );
    const known = new Set([...here.map(({ key }) => key), ...this.over]);
    return [...here, ...elsewhere.flatMap(pieceOn).filter(({ key }) => !known.has(key))];
  }

  /** Ends when all that was kept so far is on the device. */
  async settled(): Promise<void> {
    await this.device.settled();
  }

  /** Nothing is written any more. */
  close(): void {
    this.device.close();
  }

  private takeIn(place: Place, text: string): void {
    const [, roomId] = place;
    const kept = this.in(roomId);
    const unsent = JSON.parse(text) as Unsent;
    if (this.over.has(unsent.clientId)) return;
    // The server has it, and its history shows it.
    if (unsent.state.kind === "accepted") return this.device.remove(place);
    this.device.seen(place);
    const { outbox: queue, stranded } = kept;
    if ([...queue, ...stranded].some(({ clientId }) => clientId === unsent.clientId)) return;
    if (unsent.state.kind === "stranded") {
      this.set(roomId, { ...kept, stranded: [...stranded, unsent] });
      return;
    }
    // Ids are UUIDv7: their order is the order in which they were written.
    const outbox = [...kept.outbox, backInTheQueue(unsent)].sort((one, other) =>
      one.clientId < other.clientId ? -1 : 1,
    );
    this.set(roomId, { ...kept, outbox });
  }

  private in(roomId: string): Kept {
    return this.rooms.get(roomId) ?? { draft: "", outbox: NONE, stranded: NONE };
  }

  private set(roomId: string, kept: Kept): void {
    const { draft, outbox, stranded } = kept;
    const before = this.in(roomId).stranded;
    if (draft === "" && outbox.length + stranded.length === 0) this.rooms.delete(roomId);
    else this.rooms.set(roomId, kept);
    if (before !== stranded) this.allStranded = [...this.rooms].flatMap(strandedIn);
    for (const listener of this.listeners) listener();
  }
}

function strandedIn([roomId, { stranded }]: [string, Kept]): Stranded[] {
  return stranded.map(({ clientId, body, state }) => {
    const { half, room } = state.kind === "stranded" ? state : {};
    return { roomId, clientId, body, half: half === true, room };
  });
}

/** Wipes everybody's, or everybody's but one's; ends when it is done. */
export async function wipeKept(exceptPersonId?: string): Promise<void> {
  if (exceptPersonId === undefined) forgetHere();
  for (const name of VAULTS) {
    try {
      const vault = await Vault.open(name);
      await vault.wipe(exceptPersonId);
      vault.close();
    } catch {
      // Where nothing can be opened nothing has been kept.
    }
  }
}
