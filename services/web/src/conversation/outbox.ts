import type { ClientFrame, FrameRefusalCode, ServerFrame } from "../contracts/conversation";
import type { Unsent, UnsentState } from "./conversation";
import { newId } from "./ids";
import type { Keeping } from "./keeping";
import type { Question } from "./questions";
import { Timers } from "./timers";

/** An unanswered message goes again after this long, in milliseconds. The server knows its id (R2). */
const ANSWER_WITHIN = 10_000;
const TRY_AGAIN_AFTER = 1_500;
/** For so long the device is waited for before what waits is sent all the same, in milliseconds. */
const DEVICE_WITHIN = 3_000;

/** Refusals that mean "not now": the message waits and goes again by itself. */
const PASSING = new Set<FrameRefusalCode>([
  "temporarily-unavailable",
  "too-many-messages",
  "too-many-requests",
]);

/** Refusals that mean "never": the person may not write there any more. */
const CLOSED = new Set<FrameRefusalCode>(["room-unknown", "room-erased", "write-not-allowed"]);

export function isPassing(code: FrameRefusalCode): boolean {
  return PASSING.has(code);
}

interface OutboxSurroundings {
  keeping: Keeping;
  /** Hands it to the open connection, or answers false. */
  send: (frame: ClientFrame) => boolean;
  /** Whether the room's messages come here: then one that is accepted is shown until it has come. */
  isViewed: (roomId: string) => boolean;
  onChange: (roomId: string) => void;
  /** What a room is called, as far as it is known. */
  nameOf?: ((roomId: string) => string | undefined) | undefined;
}

/**
 * What the person has written and the server has not shown yet, in every room, whichever is on the
 * screen. In each room one message is under way at a time, so that they arrive in their order.
 */
export class Outbox {
  private readonly timers = new Timers();
  /** The rooms that can be read now, as far as the server has said; nothing while nobody is connected. */
  private readable: Set<string> | undefined;
  private late: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly surroundings: OutboxSurroundings) {}

  of(roomId: string): readonly Unsent[] {
    return this.surroundings.keeping.outbox(roomId);
  }

  /**
   * @param answers the question that it answers, if it does
   * @param inResponseTo the place of the message that it replies to, if it is a reply
   */
  compose(roomId: string, body: string, answers?: Question, inResponseTo?: number): void {
    const composedAt = new Date(Date.now()).toISOString();
    const unsent: Unsent = {
      ...{ clientId: newId(), body, composedAt, state: { kind: "waiting" } },
      ...(answers && { answers }),
      ...(inResponseTo !== undefined && { inResponseTo }),
    };
    this.set(roomId, [...this.of(roomId), unsent]);
    this.flush(roomId);
  }

  /** It answers this as it stands now, or nothing. */
  answersNow(roomId: string, clientId: string, answers: Question | undefined): void {
    const change = (it: Unsent) => (it.clientId === clientId ? { ...it, answers } : it);
    this.set(roomId, this.of(roomId).map(change));
  }

  tryAgain(roomId: string, clientId: string): void {
    this.become(roomId, clientId, { kind: "waiting" });
    this.flush(roomId);
  }

  discard(roomId: string, clientId: string): void {
    this.drop(roomId, (it) => it.clientId === clientId);
  }

  /** The room can be read, whatever was said when the connection began. */
  opened(roomId: string): void {
    this.readable?.add(roomId);
  }

  /** The person may not write there any more. What only the server knows of, it is asked about. */
  closed(roomId: string): void {
    this.readable?.delete(roomId);
    this.timers.stop(roomId);
    this.left(roomId);
    this.surroundings.keeping.strand(roomId, this.surroundings.nameOf?.(roomId));
    this.surroundings.onChange(roomId);
    this.flush(roomId);
  }

  accepted({ roomId, clientId, seq, sentAt }: Extract<ServerFrame, { type: "accepted" }>): void {
    if (this.surroundings.isViewed(roomId)) {
      this.become(roomId, clientId, { kind: "accepted", seq, sentAt });
    } else {
      this.discard(roomId, clientId);
    }
    this.flush(roomId);
  }

  refused(roomId: string, clientId: string, code: FrameRefusalCode): void {
    this.become(
      roomId,
      clientId,
      isPassing(code) ? { kind: "waiting" } : { kind: "refused", code },
    );
    if (CLOSED.has(code)) return this.closed(roomId);
    // "Not now" waits a little; any other no leaves the way free for what comes after it.
    this.timers.set(roomId, "flush", TRY_AGAIN_AFTER, () => this.flush(roomId));
  }

  /** These of the person's own have come: they are shown as what they are. */
  arrived(roomId: string, clientIds: ReadonlySet<string>): void {
    this.surroundings.keeping.isOver(clientIds);
    this.drop(roomId, ({ clientId }) => clientIds.has(clientId));
  }

  /** The room is left: what was accepted there is in its history. */
  left(roomId: string): void {
    this.drop(roomId, ({ state }) => state.kind === "accepted");
  }

  connectionLost(): void {
    for (const roomId of this.surroundings.keeping.roomsWithUnsent()) {
      this.timers.stop(roomId);
      const waiting = this.of(roomId).map((it) =>
        it.state.kind === "sending" ? { ...it, state: { kind: "waiting" } as const } : it,
      );
      this.set(roomId, waiting);
    }
  }

  /**
   * Sends what waits anywhere, also what another window has left behind. What another one has sent
   * or thrown away meanwhile is known first: nothing is told of it that is not so.
   *
   * @param readable the rooms that can be read now, as the server says
   */
  async connected(readable: ReadonlySet<string>): Promise<void> {
    const { keeping } = this.surroundings;
    const now = (this.readable = new Set(readable));
    clearTimeout(this.late);
    if (!keeping.mayBeOver()) this.goOn(now);
    else this.late = setTimeout(() => this.goOn(now), DEVICE_WITHIN);
    await keeping.fetchOthers();
    this.goOn(now);
  }

  /** Unless there is another connection by now, which has said anew what can be read. */
  private goOn(readable: ReadonlySet<string>): void {
    if (readable !== this.readable) return;
    clearTimeout(this.late);
    for (const roomId of this.surroundings.keeping.roomsWithAnything()) {
      if (!readable.has(roomId)) this.closed(roomId);
    }
    this.flushAll();
  }

  stop(): void {
    this.readable = undefined;
    clearTimeout(this.late);
    this.timers.stopAll();
  }

  private flushAll(): void {
    for (const roomId of this.surroundings.keeping.roomsWithUnsent()) this.flush(roomId);
  }

  private flush(roomId: string): void {
    if (this.of(roomId).some(({ state }) => state.kind === "sending")) return;
    const next = this.of(roomId).find(({ state }) => state.kind === "waiting");
    if (!next) return;
    const { clientId, body, inResponseTo } = next;
    const reply = inResponseTo !== undefined && { inResponseTo };
    if (!this.surroundings.send({ type: "send", roomId, clientId, body, ...reply })) return;
    this.change(roomId, clientId, { state: { kind: "sending" }, handed: true });
    this.timers.set(roomId, "answer", ANSWER_WITHIN, () => this.unanswered(roomId, clientId));
  }

  private unanswered(roomId: string, clientId: string): void {
    const item = this.of(roomId).find((it) => it.clientId === clientId);
    if (item?.state.kind === "sending") this.tryAgain(roomId, clientId);
  }

  private become(roomId: string, clientId: string, state: UnsentState): void {
    this.change(roomId, clientId, { state });
  }

  private change(roomId: string, clientId: string, change: Pick<Unsent, "state" | "handed">): void {
    this.set(
      roomId,
      this.of(roomId).map((it) =>
        it.clientId === clientId && it.state.kind !== "accepted" ? { ...it, ...change } : it,
      ),
    );
  }

  private drop(roomId: string, gone: (unsent: Unsent) => boolean): void {
    const before = this.of(roomId);
    if (before.some(gone))
      this.set(
        roomId,
        before.filter((it) => !gone(it)),
      );
  }

  private set(roomId: string, outbox: readonly Unsent[]): void {
    this.surroundings.keeping.keepOutbox(roomId, outbox);
    this.surroundings.onChange(roomId);
  }
}
