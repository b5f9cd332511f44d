import type { ClientFrame, FrameRefusalCode } from "../contracts/conversation";
import type { Amending } from "./amending";
import { contiguousUpTo, newConversation, type ViewEnd } from "./conversation";
import type { Older } from "./older";
import { isPassing, type Outbox } from "./outbox";
import type { Reading } from "./reading";
import type { ConversationStore } from "./store";
import type { Timers } from "./timers";
import type { Unread } from "./unread";

const TRY_AGAIN_AFTER = 1_500;

/** What an opening brings when it does not say where from, and the most that it brings when it does. */
const NEWEST_PAGE = 50;
const LARGEST_OPENING = 200;
/** What was heard so long before she opened a room came as it was on its way to her, in milliseconds. */
const ON_THE_WAY = 10_000;
/** So much of what was read before is seen above what is new. */
const CONTEXT = 10;

interface Surroundings {
  store: ConversationStore;
  unread: Unread;
  outbox: Outbox;
  amending: Amending;
  reading: Reading;
  pages: Older;
  timers: Timers;
  send: (frame: ClientFrame) => boolean;
  onAccessChanged: (roomId: string) => void;
}

/** The views that this window has of rooms: asked for, resumed after an interruption, ended. */
export class Views {
  /** Rooms of the last hello that the server has not answered yet. */
  private readonly resuming = new Set<string>();
  /** With what a room was closed for her from outside. */
  private readonly ends = new Map<string, { code: ViewEnd; at: number }>();

  constructor(private readonly surroundings: Surroundings) {}

  /** Starts a view; the answer ends it. */
  start(roomId: string): () => void {
    const { store, outbox, amending, reading, pages, timers, send } = this.surroundings;
    if (Date.now() - (this.ends.get(roomId)?.at ?? 0) > ON_THE_WAY) this.ends.delete(roomId);
    store.put(newConversation(roomId, outbox.of(roomId)));
    this.ask(roomId);
    store.changed();
    return () => {
      send({ type: "close", roomId });
      store.remove(roomId);
      outbox.left(roomId);
      amending.left(roomId);
      timers.stop(roomId);
      pages.forget(roomId);
      reading.forget(roomId);
      store.changed();
    };
  }

  /** Asks again for a view that was closed, where the person may still read. */
  reopen(roomId: string): void {
    const { store } = this.surroundings;
    if (store.get(roomId)?.phase.kind !== "closed") return;
    store.put(newConversation(roomId));
    this.ask(roomId);
    store.changed();
  }

  /** A view begins with what is new, where that is more than the newest page and not too much. */
  private ask(roomId: string): void {
    const { lastSeq, readSeq } = this.surroundings.unread.position(roomId);
    const fresh = lastSeq - readSeq;
    const beginsAt = NEWEST_PAGE < fresh + CONTEXT && fresh + CONTEXT <= LARGEST_OPENING;
    const from = beginsAt ? { afterSeq: Math.max(0, readSeq - CONTEXT) } : {};
    this.surroundings.send({ type: "open", roomId, ...from });
  }

  /** Rooms already on the screen resume where they were; new views are opened after the welcome. */
  hello() {
    const rooms = this.surroundings.store
      .all()
      .filter(({ phase }) => phase.kind === "open")
      .map((it) => ({ roomId: it.roomId, afterSeq: contiguousUpTo(it) }));
    this.resuming.clear();
    for (const { roomId } of rooms) this.resuming.add(roomId);
    return { type: "hello" as const, rooms };
  }

  welcomed(): void {
    const { store, send } = this.surroundings;
    // A view may have ended between the hello and the welcome.
    for (const roomId of this.resuming) {
      if (!store.has(roomId)) send({ type: "close", roomId });
    }
    for (const { roomId, phase } of store.all()) {
      if (phase.kind === "waiting") this.ask(roomId);
    }
  }

  opened(roomId: string): void {
    this.ends.delete(roomId);
    this.resuming.delete(roomId);
  }

  /** A no that is about the view, not about a message in it. */
  refused(roomId: string, code: FrameRefusalCode): void {
    const { store, timers, reading } = this.surroundings;
    const conversation = store.get(roomId);
    if (!conversation || conversation.phase.kind === "closed") return;
    if (code === "room-unknown" || code === "room-erased") {
      this.ended(roomId, code);
    } else if (conversation.phase.kind === "waiting" || this.resuming.has(roomId)) {
      store.happen(roomId, { type: "view-delayed", code });
      timers.set(roomId, "open", TRY_AGAIN_AFTER, () => this.askAgain(roomId, code));
    } else if (isPassing(code)) {
      // What was told of reading: it is told again.
      reading.notHeard(roomId);
      timers.set(roomId, "read", TRY_AGAIN_AFTER, () => reading.arrived(roomId));
    }
  }

  ended(roomId: string, code: ViewEnd): void {
    const { store, outbox, amending, onAccessChanged } = this.surroundings;
    // Once it is over the server says of it what it says of any other.
    if (code !== "room-unknown") this.ends.set(roomId, { code, at: Date.now() });
    store.happen(roomId, { type: "view-ended", code });
    outbox.closed(roomId);
    amending.closed(roomId);
    onAccessChanged(roomId);
  }

  /** The room is hers again. */
  letIn(roomId: string): void {
    this.ends.delete(roomId);
  }

  /**
   * What the person was told when she could no longer read this room; nothing where she opens it
   * again later, or has been let in again.
   */
  endOf(roomId: string): ViewEnd | undefined {
    return this.ends.get(roomId)?.code;
  }

  private askAgain(roomId: string, refusedFor: FrameRefusalCode): void {
    const { store, reading, send } = this.surroundings;
    const conversation = store.get(roomId);
    if (!conversation) return;
    const goesOn = conversation.phase.kind === "open" && refusedFor !== "seq-unknown";
    // The server has forgotten what we remember (a restored backup, say): begin again from what it has.
    if (!goesOn) {
      store.put(newConversation(roomId, conversation.outbox));
      reading.forget(roomId);
    }
    const from = goesOn ? { afterSeq: contiguousUpTo(conversation) } : {};
    send({ type: "open", roomId, ...from });
  }
}
