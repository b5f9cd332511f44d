import type {
  ClientFrame,
  FrameRefusalCode,
  Message,
  ServerFrame,
} from "../contracts/conversation";
import { TAKEN_BACK, type Says } from "./acknowledgements";
import { newId } from "./ids";
import { Timers } from "./timers";

/** One that is not answered goes again after this long, in milliseconds. The server knows its id (R2). */
const ANSWER_WITHIN = 10_000;

/** Refusals that mean that it is so already. */
const IS_SO = new Set<FrameRefusalCode>(["acknowledged-already", "acknowledged-not"]);

/*
 *   sending ──accepted──▶ accepted ──its entry is here──▶ (gone)
 *      └─────refused────▶ refused ───said anew, or left──▶ (gone)
 */
export interface UnderWay {
  readonly clientId: string;
  /** The place of the message. */
  readonly about: number;
  readonly says: Says | typeof TAKEN_BACK;
  readonly state:
    | { readonly kind: "sending" }
    | { readonly kind: "accepted"; readonly seq: number }
    | { readonly kind: "refused"; readonly code: FrameRefusalCode };
}

interface Surroundings {
  /** Hands it to the open connection, or answers false. */
  send: (frame: ClientFrame) => boolean;
  /** Whether the room's entries come here: then one that is accepted is told of until it has come. */
  isViewed: (roomId: string) => boolean;
  onChange: () => void;
}

const NOTHING: readonly UnderWay[] = [];

/**
 * The short answers that a person has given and the room does not show yet. They go at once or not at
 * all, and are kept by no device: one that was handed over and not answered goes again under its id
 * when there is a connection, for as long as this lives. Of a message one is under way at a time.
 */
export class Acknowledging {
  private readonly rooms = new Map<string, readonly UnderWay[]>();
  private readonly timers = new Timers();

  constructor(private readonly surroundings: Surroundings) {}

  /** The same list until something in it is another. */
  of(roomId: string): readonly UnderWay[] {
    return this.rooms.get(roomId) ?? NOTHING;
  }

  /** Says it, unless something is under way about that message, or there is no connection. */
  say(roomId: string, about: number, says: UnderWay["says"]): void {
    const others = this.of(roomId).filter((it) => it.about !== about);
    const before = this.of(roomId).find((it) => it.about === about);
    if (before && before.state.kind !== "refused") return;
    const item: UnderWay = { clientId: newId(), about, says, state: { kind: "sending" } };
    if (this.hand(roomId, item)) this.set(roomId, [...others, item]);
  }

  has(roomId: string, clientId: string): boolean {
    return this.of(roomId).some((it) => it.clientId === clientId);
  }

  accepted({ roomId, clientId, seq }: Extract<ServerFrame, { type: "accepted" }>): void {
    if (this.surroundings.isViewed(roomId)) {
      this.become(roomId, clientId, { kind: "accepted", seq });
    } else {
      this.drop(roomId, (it) => it.clientId === clientId);
    }
  }

  refused(roomId: string, clientId: string, code: FrameRefusalCode): void {
    if (IS_SO.has(code)) this.drop(roomId, (it) => it.clientId === clientId);
    else this.become(roomId, clientId, { kind: "refused", code });
  }

  /** These of the person's own have come, from here or another window: they say what is so. */
  arrived(roomId: string, mine: readonly Message[]): void {
    const ids = new Set(mine.map(({ clientId }) => clientId));
    const abouts = new Set(mine.map(({ about }) => about));
    this.drop(
      roomId,
      ({ clientId, about, state }) =>
        ids.has(clientId) || (state.kind === "refused" && abouts.has(about)),
    );
  }

  /** The room is left: only what has no answer is still to be told of. */
  left(roomId: string): void {
    this.drop(roomId, ({ state }) => state.kind !== "sending");
  }

  /** The person may say nothing there any more. What has come through, the room says. */
  closed(roomId: string): void {
    this.timers.stop(roomId);
    this.drop(roomId, () => true);
  }

  connectionLost(): void {
    this.timers.stopAll();
  }

  /** @param readable the rooms that can be read now, as the server says */
  connected(readable: ReadonlySet<string>): void {
    for (const roomId of [...this.rooms.keys()]) {
      if (!readable.has(roomId)) this.closed(roomId);
      // What was accepted the view brings, if the server has it still.
      this.drop(roomId, ({ state }) => state.kind === "accepted");
      for (const item of this.of(roomId))
        if (item.state.kind === "sending") this.hand(roomId, item);
    }
  }

  stop(): void {
    this.timers.stopAll();
    this.rooms.clear();
  }

  private hand(roomId: string, item: UnderWay): boolean {
    const { clientId, about, says } = item;
    const kind = "ACKNOWLEDGEMENT";
    if (!this.surroundings.send({ type: "send", roomId, clientId, kind, about, says }))
      return false;
    this.timers.set(roomId, clientId, ANSWER_WITHIN, () => {
      const now = this.of(roomId).find((it) => it.clientId === clientId);
      if (now?.state.kind === "sending") this.hand(roomId, now);
    });
    return true;
  }

  private become(roomId: string, clientId: string, state: UnderWay["state"]): void {
    const became = (it: UnderWay) =>
      it.clientId === clientId && it.state.kind === "sending" ? { ...it, state } : it;
    this.set(roomId, this.of(roomId).map(became));
  }

  private drop(roomId: string, gone: (item: UnderWay) => boolean): void {
    const left = this.of(roomId).filter((it) => !gone(it));
    if (left.length < this.of(roomId).length) this.set(roomId, left);
  }

  private set(roomId: string, items: readonly UnderWay[]): void {
    if (items.length > 0) this.rooms.set(roomId, items);
    else this.rooms.delete(roomId);
    this.surroundings.onChange();
  }
}
