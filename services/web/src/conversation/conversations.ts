import type {
  FrameRefusalCode,
  Message,
  MessagePage,
  ServerFrame,
} from "../contracts/conversation";
import { contiguousUpTo, newConversation, type Conversation, type ViewEnd } from "./conversation";
import type { Keeping } from "./keeping";
import { Older } from "./older";
import { isPassing, Outbox } from "./outbox";
import { withQuiet } from "./kinds";
import { NONE, rangesOf, withRanges, type Ranges } from "./ranges";
import { Reading } from "./reading";
import { reduce, type Happening } from "./reduce";
import { ConversationSocket, type SocketSurroundings } from "./socket";
import type { SocketState } from "./socket-state";
import { Timers } from "./timers";
import { Unread } from "./unread";
import { unreadBefore } from "./unreadBefore";

export interface ConversationsSurroundings extends Pick<
  SocketSurroundings,
  "ticket" | "connect" | "random"
> {
  myId: string;
  /** What the person has written before and the server does not have yet. */
  keeping: Keeping;
  history: (roomId: string, before: number, limit: number) => Promise<MessagePage>;
  /** Somebody's access to this room changed: what is known of the room is old. */
  onAccessChanged: (roomId: string) => void;
  onSessionEnded: () => void;
}

const TRY_AGAIN_AFTER = 1_500;
const TYPING_EVERY = 3_000;

/** What an opening brings when it does not say where from, and the most that it brings when it does. */
const NEWEST_PAGE = 50;
const LARGEST_OPENING = 200;
/** So much of what was read before is seen above what is new. */
const CONTEXT = 10;

/**
 * The signed-in person's conversations: those on the screen, fed by one socket.
 * A conversation is in memory only while it is viewed.
 */
export class Conversations {
  readonly unread: Unread;
  readonly keeping: Keeping;
  private connection: SocketState = { kind: "idle" };
  /** Rooms of the last hello that the server has not answered yet. */
  private readonly resuming = new Set<string>();
  private readonly open = new Map<string, Conversation>();
  private readonly timers = new Timers();
  private readonly pages: Older;
  private readonly reading = new Reading({
    timers: this.timers,
    send: (frame) => this.socket.send(frame),
    told: (roomId) => this.toldOfMe(roomId),
    here: (roomId) => rangesOf(this.open.get(roomId)?.messages.map(({ seq }) => seq) ?? []),
    onRead: (roomId, [, seq]) => this.unread.read(roomId, seq),
  });
  private readonly outbox: Outbox;
  private readonly typingSent = new Map<string, number>();
  private readonly listeners = new Set<() => void>();
  private changing = false;
  private hasChanged = false;
  private readonly socket: ConversationSocket;

  constructor(private readonly surroundings: ConversationsSurroundings) {
    this.unread = new Unread();
    this.keeping = surroundings.keeping;
    this.pages = new Older({
      timers: this.timers,
      history: surroundings.history,
      of: this.conversation,
      came: (roomId, before, page) =>
        this.atOnce(() => {
          this.happen(roomId, { type: "page", before, page });
          this.cameIn(roomId, page.items);
        }),
    });
    this.outbox = new Outbox({
      keeping: surroundings.keeping,
      send: (frame) => this.socket.send(frame),
      isViewed: (roomId) => this.open.has(roomId),
      onChange: (roomId) => this.onOutbox(roomId),
    });
    this.socket = new ConversationSocket({
      ticket: surroundings.ticket,
      connect: surroundings.connect,
      random: surroundings.random,
      hello: () => this.hello(),
      onFrame: (frame) => this.onFrame(frame),
      onState: (state) => this.onState(state),
    });
  }

  start = () => this.socket.start();
  hurry = () => this.socket.hurry();
  networkGone = () => this.socket.networkGone();
  networkBack = () => this.socket.networkBack();

  stop(): void {
    this.socket.stop();
    this.timers.stopAll();
    this.outbox.stop();
    for (const roomId of this.open.keys()) this.pages.forget(roomId);
    this.open.clear();
    this.changed();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  connectionState = (): SocketState => this.connection;
  conversation = (roomId: string): Conversation | undefined => this.open.get(roomId);

  /** Starts a view; the answer ends it. */
  view(roomId: string): () => void {
    this.open.set(roomId, newConversation(roomId, this.outbox.of(roomId)));
    this.askToOpen(roomId);
    this.changed();
    return () => {
      this.socket.send({ type: "close", roomId });
      this.open.delete(roomId);
      this.outbox.left(roomId);
      this.stopTimers(roomId);
      this.reading.forget(roomId);
      this.changed();
    };
  }

  /** Asks again for a view that was closed, where the person may still read. */
  reopen(roomId: string): void {
    if (this.open.get(roomId)?.phase.kind !== "closed") return;
    this.open.set(roomId, newConversation(roomId));
    this.askToOpen(roomId);
    this.changed();
  }

  /** A view begins with what is new, where that is more than the newest page and not too much. */
  private askToOpen(roomId: string): void {
    const { lastSeq, readSeq } = this.unread.position(roomId);
    const fresh = lastSeq - readSeq;
    const beginsAt = NEWEST_PAGE < fresh + CONTEXT && fresh + CONTEXT <= LARGEST_OPENING;
    const from = beginsAt ? { afterSeq: Math.max(0, readSeq - CONTEXT) } : {};
    this.socket.send({ type: "open", roomId, ...from });
  }

  compose(roomId: string, body: string): void {
    this.typingSent.delete(roomId);
    this.happen(roomId, { type: "composed" });
    this.outbox.compose(roomId, body);
  }

  tryAgain = (roomId: string, clientId: string) => this.outbox.tryAgain(roomId, clientId);
  /** Something else than its view has shown that the person may not write there. */
  closedElsewhere = (roomId: string) => this.outbox.closed(roomId);
  discard = (roomId: string, clientId: string) => this.outbox.discard(roomId, clientId);

  isTyping(roomId: string): void {
    const now = Date.now();
    if (now - (this.typingSent.get(roomId) ?? 0) < TYPING_EVERY) return;
    if (this.socket.send({ type: "typing", roomId })) this.typingSent.set(roomId, now);
  }

  /** These have been on the person's screen. */
  seen(roomId: string, seqs: readonly number[]): void {
    const conversation = this.open.get(roomId);
    if (conversation?.phase.kind !== "open") return;
    this.reading.onScreen(roomId, withQuiet(rangesOf(seqs), conversation.messages));
    this.changed();
  }

  /** What the person has not read of what others wrote before this message. */
  unreadBefore(roomId: string, seq: number): Ranges {
    const conversation = this.open.get(roomId);
    if (!conversation) return NONE;
    const own = withRanges(conversation.own, this.unread.position(roomId).own);
    const seen = this.reading.seenIn(roomId);
    return unreadBefore({ ...conversation, own }, seen, this.surroundings.myId, seq);
  }

  fetchBackTo = (roomId: string, seq: number) => this.pages.backTo(roomId, seq);
  older = (roomId: string) => this.pages.page(roomId);

  lookedAway(roomId: string): void {
    this.happen(roomId, { type: "looked-away" });
  }

  private onState(state: SocketState): void {
    const wasOpen = this.connection.kind === "open";
    this.connection = state;
    if (wasOpen) {
      this.outbox.connectionLost();
      for (const roomId of this.open.keys()) this.happen(roomId, { type: "connection-lost" });
    }
    if (state.kind === "ended") this.surroundings.onSessionEnded();
    this.changed();
  }

  /** Rooms already on the screen resume where they were; new views are opened after the welcome. */
  private hello() {
    const rooms = [...this.open.values()]
      .filter(({ phase }) => phase.kind === "open")
      .map((it) => ({ roomId: it.roomId, afterSeq: contiguousUpTo(it) }));
    this.resuming.clear();
    for (const { roomId } of rooms) this.resuming.add(roomId);
    return { type: "hello" as const, rooms };
  }

  /** What one frame changes is seen at once: a message is never both sent and on its way. */
  private onFrame(frame: ServerFrame): void {
    this.atOnce(() => this.take(frame));
  }

  private take(frame: ServerFrame): void {
    const { myId } = this.surroundings;
    switch (frame.type) {
      case "welcome":
        this.onWelcome(frame);
        break;
      case "message":
        this.onMessage(frame.message);
        break;
      case "activity":
        this.unread.activity(frame.roomId, frame.lastSeq, frame.own);
        break;
      case "access-changed":
        this.happen(frame.roomId, { type: "frame", frame, myId, now: Date.now() });
        this.surroundings.onAccessChanged(frame.roomId);
        break;
      case "closed":
        this.onViewEnded(frame.roomId, frame.code);
        break;
      case "refused":
        if (frame.clientId == null) this.onViewRefused(frame.roomId, frame.code);
        else this.outbox.refused(frame.roomId, frame.clientId, frame.code);
        break;
      case "opened":
        this.resuming.delete(frame.roomId);
        this.outbox.opened(frame.roomId);
        this.happen(frame.roomId, { type: "frame", frame, myId, now: Date.now() });
        this.cameIn(frame.roomId, frame.messages);
        break;
      case "accepted":
        this.happen(frame.roomId, { type: "frame", frame, myId, now: Date.now() });
        this.outbox.accepted(frame);
        break;
      case "marked":
      case "received":
      case "typing":
        this.happen(frame.roomId, { type: "frame", frame, myId, now: Date.now() });
        if (frame.type === "marked" && frame.personId === myId) {
          this.unread.read(frame.roomId, frame.seq);
        }
        if (frame.type === "typing") this.fadesLater(frame.roomId);
        break;
      case "error":
      case "pong":
        break;
    }
    this.changed();
  }

  private onWelcome(frame: Extract<ServerFrame, { type: "welcome" }>): void {
    this.unread.reset(frame.rooms);
    this.reading.newConnection();
    // A view may have ended between the hello and the welcome.
    for (const roomId of this.resuming) {
      if (!this.open.has(roomId)) this.socket.send({ type: "close", roomId });
    }
    for (const { roomId, phase } of this.open.values()) {
      if (phase.kind === "waiting") this.askToOpen(roomId);
    }
    void this.outbox.connected(new Set(frame.rooms.map(({ roomId }) => roomId)));
  }

  private onMessage(message: Message): void {
    const { myId } = this.surroundings;
    const { roomId, seq, senderId } = message;
    this.unread.activity(roomId, seq, senderId === myId);
    this.happen(roomId, { type: "message", message });
    this.cameIn(roomId, [message]);
  }

  /** Messages are here: those of the person's own are no longer unsent. */
  private cameIn(roomId: string, messages: readonly Message[]): void {
    const mine = messages.filter(({ senderId }) => senderId === this.surroundings.myId);
    if (mine.length > 0) this.outbox.arrived(roomId, new Set(mine.map((it) => it.clientId)));
    if (this.open.has(roomId)) this.reading.arrived(roomId);
  }

  private onOutbox(roomId: string): void {
    this.happen(roomId, { type: "outbox", outbox: this.outbox.of(roomId) });
    this.changed();
  }

  private toldOfMe(roomId: string): { read: Ranges; received: Ranges } {
    const { myId } = this.surroundings;
    const conversation = this.open.get(roomId);
    return {
      read: conversation?.read.get(myId) ?? NONE,
      received: conversation?.received.get(myId) ?? NONE,
    };
  }

  /** A no that is about the view, not about a message in it. */
  private onViewRefused(roomId: string, code: FrameRefusalCode): void {
    const conversation = this.open.get(roomId);
    if (!conversation) return;
    if (code === "room-unknown" || code === "room-erased") {
      this.onViewEnded(roomId, code);
    } else if (conversation.phase.kind === "waiting" || this.resuming.has(roomId)) {
      this.happen(roomId, { type: "view-delayed", code });
      this.timers.set(roomId, "open", TRY_AGAIN_AFTER, () => this.askForView(roomId, code));
    } else if (isPassing(code)) {
      // What was told of reading: it is told again.
      this.reading.notHeard(roomId);
      this.timers.set(roomId, "read", TRY_AGAIN_AFTER, () => this.reading.arrived(roomId));
    }
  }

  private onViewEnded(roomId: string, code: ViewEnd): void {
    this.happen(roomId, { type: "view-ended", code });
    this.outbox.closed(roomId);
    this.surroundings.onAccessChanged(roomId);
  }

  private askForView(roomId: string, refusedFor: FrameRefusalCode): void {
    const conversation = this.open.get(roomId);
    if (!conversation) return;
    const goesOn = conversation.phase.kind === "open" && refusedFor !== "seq-unknown";
    // The server has forgotten what we remember (a restored backup, say): begin again from what it has.
    if (!goesOn) {
      this.open.set(roomId, newConversation(roomId, conversation.outbox));
      this.reading.forget(roomId);
    }
    const from = goesOn ? { afterSeq: contiguousUpTo(conversation) } : {};
    this.socket.send({ type: "open", roomId, ...from });
  }

  private fadesLater(roomId: string): void {
    this.timers.set(roomId, "typing", 6_100, () => {
      this.happen(roomId, { type: "moment-passed", now: Date.now() });
    });
  }

  private happen(roomId: string, happening: Happening): void {
    const before = this.open.get(roomId);
    if (!before) return;
    const after = reduce(before, happening);
    if (after === before) return;
    this.open.set(roomId, after);
    this.pages.fill(roomId);
    this.changed();
  }

  private stopTimers(roomId: string): void {
    this.timers.stop(roomId);
    this.pages.forget(roomId);
  }

  private changed(): void {
    if (this.changing) this.hasChanged = true;
    else for (const listener of this.listeners) listener();
  }

  /** Whoever watches hears of all that this changes once, when it is done. */
  private atOnce(change: () => void): void {
    if (this.changing) return change();
    this.changing = true;
    try {
      change();
    } finally {
      this.changing = false;
      if (this.hasChanged) this.changed();
      this.hasChanged = false;
    }
  }
}
