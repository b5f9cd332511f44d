import type { Unsent } from "./conversation";
import { forgetHere } from "../session/lastHere";
import { newId } from "./ids";
import { ownWindow, type OwnWindow } from "./ownWindow";
import { pieceOn, piecesIn, type Piece } from "./pieces";
import { DRAFT, isAnswer, isDraft, Vault, windowOf, type Place } from "./vault";

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

/** What was written for a room that has closed. */
export interface Stranded {
  readonly roomId: string;
  readonly clientId: string;
  readonly body: string;
}

/** One person's, in memory, and behind it on the device where that keeps anything. */
export class Keeping {
  private readonly rooms = new Map<string, Kept>();
  private readonly listeners = new Set<() => void>();
  private writes: Promise<unknown> = Promise.resolve();
  /** Messages that need not be sent any more, whatever still lies on the device. */
  private readonly over = new Set<string>();
  /** Messages that another window has written. */
  private readonly others = new Set<string>();
  /** Messages that the device did not take. */
  private readonly onlyHere = new Set<string>();
  private allStranded: readonly Stranded[] = [];

  private constructor(
    private readonly personId: string,
    private vault: Vault | undefined,
    private readonly own: OwnWindow,
  ) {}

  /** What this window has kept, and what windows that are closed have left behind. */
  static async of(personId: string, own = ownWindow): Promise<Keeping> {
    const keeping = new Keeping(personId, await Vault.open().catch(() => undefined), own);
    await own.alone(() => keeping.takeInDrafts());
    await keeping.fetchOthers();
    return keeping;
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
    this.write(this.draftPlace(roomId), draft === "" ? undefined : draft);
  }

  /** Each message has a place of its own, so that two windows do not write over each other's. */
  keepOutbox(roomId: string, outbox: readonly Unsent[]): void {
    const { outbox: before } = this.in(roomId);
    this.set(roomId, { ...this.in(roomId), outbox });
    for (const { clientId } of before) {
      if (!outbox.some((it) => it.clientId === clientId)) {
        this.over.add(clientId);
        this.write([this.personId, roomId, clientId], undefined);
      }
    }
    for (const unsent of outbox) {
      if (!before.includes(unsent)) {
        this.write([this.personId, roomId, unsent.clientId], JSON.stringify(unsent));
      }
    }
  }

  /**
   * The room has closed: what has not been handed to the server reaches nobody. It stays its writer's
   * until she throws it away.
   */
  strand(roomId: string): void {
    const { draft, outbox } = this.in(roomId);
    const lost = outbox.filter(({ state, handed }) => !handed || state.kind === "refused");
    this.keepOutbox(
      roomId,
      outbox.filter((it) => !lost.includes(it)),
    );
    this.keepDraft(roomId, "");
    const body = draft.trim();
    const composedAt = new Date(Date.now()).toISOString();
    const half = body === "" ? [] : [{ clientId: newId(), body, composedAt }];
    for (const it of [...lost, ...half]) this.keepStranded(roomId, it);
  }

  throwAway(roomId: string, clientId: string): void {
    const kept = this.in(roomId);
    const stranded = kept.stranded.filter((it) => it.clientId !== clientId);
    this.set(roomId, { ...kept, stranded });
    this.write([this.personId, roomId, clientId], undefined);
  }

  private keepStranded(
    roomId: string,
    { clientId, body, composedAt }: Omit<Unsent, "state">,
  ): void {
    const it: Unsent = { clientId, body, composedAt, state: { kind: "stranded" } };
    const kept = this.in(roomId);
    this.set(roomId, { ...kept, stranded: [...kept.stranded, it] });
    this.write([this.personId, roomId, clientId], JSON.stringify(it));
  }

  /** The server has these: they are not taken in from the device any more. */
  isOver(clientIds: Iterable<string>): void {
    for (const clientId of clientIds) this.over.add(clientId);
  }

  /**
   * Takes in the messages that other windows of this person have left to be sent, and gives those up
   * that have been sent there meanwhile, or thrown away.
   */
  async fetchOthers(): Promise<void> {
    const found = await this.found();
    if (found === undefined) return;
    const there = found.filter(({ place }) => !isDraft(place));
    this.giveUpAllBut(new Set(there.map(({ place: [, , clientId] }) => clientId)));
    for (const { place, text } of there) this.takeIn(place, text);
  }

  private giveUpAllBut(there: ReadonlySet<string>): void {
    for (const roomId of [...this.rooms.keys()]) {
      const kept = this.in(roomId);
      const outbox = kept.outbox.filter(
        ({ clientId }) => there.has(clientId) || !this.others.has(clientId),
      );
      if (outbox.length < kept.outbox.length) this.set(roomId, { ...kept, outbox });
    }
  }

  /** Whether there is one that another window has written: it may be over by now. */
  holdsOthers(): boolean {
    return [...this.rooms.values()].some(({ outbox }) =>
      outbox.some(({ clientId }) => this.others.has(clientId)),
    );
  }

  /** Whether this message would be gone with this window: the device did not take it. */
  isOnlyHere(clientId: string): boolean {
    return this.vault === undefined || this.onlyHere.has(clientId);
  }

  /**
   * Each window has its own draft of a room, and what two have left behind stands one below the
   * other. One that is still open keeps its own: it may be sent there in this very moment.
   */
  private async takeInDrafts(): Promise<void> {
    const drafts = ((await this.found()) ?? []).filter(({ place }) => isDraft(place));
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
    for (const { place } of others) this.write(place, undefined);
    await this.writes;
  }

  private draftPlace(roomId: string): Place {
    return [this.personId, roomId, `${DRAFT} ${this.own.id}`];
  }

  /** All that the person has written and not sent, in whichever window of this browser. */
  async everything(): Promise<Piece[]> {
    await this.writes;
    const device = await this.onDevice();
    const there = new Set(device?.map(({ place: [, , clientId] }) => clientId));
    // What another window has written and is not there any more, has been sent or thrown away in it.
    const here = [...this.rooms.keys()]
      .flatMap((roomId) => piecesIn(this, roomId))
      .filter(({ key }) => !device || !this.others.has(key) || there.has(key));
    const elsewhere = (device ?? []).filter(
      ({ place }) => !isDraft(place) || windowOf(place) !== this.own.id,
    );
    const known = new Set(here.map(({ key }) => key));
    return [...here, ...elsewhere.flatMap(pieceOn).filter(({ key }) => !known.has(key))];
  }

  private async found(): Promise<Found[] | undefined> {
    return (await this.onDevice())?.filter(({ place }) => !isAnswer(place));
  }

  /** Nothing where the device cannot be read. */
  private async onDevice(): Promise<Found[] | undefined> {
    return this.vault?.all(this.personId).catch(() => undefined);
  }

  /** Ends when all that was kept so far is on the device. */
  async settled(): Promise<void> {
    await this.writes;
  }

  /** Nothing is written any more. */
  close(): void {
    const { vault } = this;
    this.vault = undefined;
    void this.writes.then(() => vault?.close());
  }

  private takeIn(place: Place, text: string): void {
    const [, roomId] = place;
    const kept = this.in(roomId);
    const unsent = JSON.parse(text) as Unsent;
    if (this.over.has(unsent.clientId)) return;
    // The server has it, and its history shows it.
    if (unsent.state.kind === "accepted") return this.write(place, undefined);
    const { outbox: queue, stranded } = kept;
    if ([...queue, ...stranded].some(({ clientId }) => clientId === unsent.clientId)) return;
    if (unsent.state.kind === "stranded") {
      this.set(roomId, { ...kept, stranded: [...stranded, unsent] });
      return;
    }
    // Ids are UUIDv7: their order is the order in which they were written.
    this.others.add(unsent.clientId);
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

  private write(place: Place, text: string | undefined): void {
    const { vault } = this;
    if (!vault) return;
    const written = () => (text === undefined ? vault.remove(place) : vault.put(place, text));
    this.writes = this.writes.then(written).catch(() => this.notTaken(place));
  }

  /** The device is full, say. It stays in this window's memory. */
  private notTaken([, , clientId]: Place): void {
    this.onlyHere.add(clientId);
    for (const listener of this.listeners) listener();
  }
}

interface Found {
  place: Place;
  text: string;
}

function strandedIn([roomId, { stranded }]: [string, Kept]): Stranded[] {
  return stranded.map(({ clientId, body }) => ({ roomId, clientId, body }));
}

/** Wipes everybody's, or everybody's but one's; ends when it is done. */
export async function wipeKept(exceptPersonId?: string): Promise<void> {
  if (exceptPersonId === undefined) forgetHere();
  try {
    const vault = await Vault.open();
    await vault.wipe(exceptPersonId);
    vault.close();
  } catch {
    // Where nothing can be opened nothing has been kept.
  }
}

/** What was under way when the page went away goes again under the same id; a repeat is harmless. */
function backInTheQueue(item: Unsent): Unsent {
  return item.state.kind === "refused" ? item : { ...item, state: { kind: "waiting" } };
}
