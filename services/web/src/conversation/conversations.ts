import type { MessagePage } from "../contracts/conversation";
import type { Which } from "../standing/told";
import {
  Amending,
  type Agrees,
  type Answers,
  type Appoints,
  type Asks,
  type Corrects,
  type Fits,
  type SaysWhether,
} from "./amending";
import { Answering } from "./answering";
import type { Conversation } from "./conversation";
import type { Keeping } from "./keeping";
import { Incoming } from "./incoming";
import { Older } from "./older";
import { Outbox } from "./outbox";
import { NONE, rangesOf, withRanges, type Ranges } from "./ranges";
import type { Question } from "./questions";
import { passedWith } from "./passing";
import { Reading } from "./reading";
import { Replying } from "./replying";
import { ConversationSocket, type SocketSurroundings } from "./socket";
import type { SocketState } from "./socket-state";
import { ConversationStore } from "./store";
import { Timers } from "./timers";
import { Unread } from "./unread";
import { unreadBefore } from "./unreadBefore";
import { Views } from "./views";

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
  /** Something else may be waited for in one of her rooms than was. */
  onStanding?: (which?: Which) => void;
  onSessionEnded: () => void;
  /** What a room is called, as far as it is known. */
  nameOf?: (roomId: string) => string | undefined;
}

const TYPING_EVERY = 3_000;

/**
 * The signed-in person's conversations: those on the screen, fed by one socket.
 * A conversation is in memory only while it is viewed.
 */
export class Conversations {
  readonly unread = new Unread();
  readonly keeping: Keeping;
  private connection: SocketState = { kind: "idle" };
  private readonly timers = new Timers();
  private readonly store = new ConversationStore((roomId) => this.pages.fill(roomId));
  private readonly pages: Older;
  private readonly reading = new Reading({
    timers: this.timers,
    send: (frame) => this.socket.send(frame),
    told: (roomId) => this.toldOfMe(roomId),
    here: (roomId) => rangesOf(this.store.get(roomId)?.messages.map(({ seq }) => seq) ?? []),
    passed: (roomId, ranges) =>
      passedWith(ranges, this.store.get(roomId)?.messages ?? [], this.surroundings.myId),
    onRead: (roomId, [, seq]) => this.unread.read(roomId, seq),
  });
  private readonly outbox: Outbox;
  private readonly amending: Amending;
  private readonly answering: Answering;
  private readonly replying = new Replying(() => this.store.changed());
  private readonly views: Views;
  private readonly incoming: Incoming;
  private readonly typingSent = new Map<string, number>();
  private readonly socket: ConversationSocket;

  constructor(private readonly surroundings: ConversationsSurroundings) {
    this.keeping = surroundings.keeping;
    this.pages = new Older({
      timers: this.timers,
      history: surroundings.history,
      of: this.conversation,
      came: (roomId, before, page) =>
        this.store.atOnce(() => {
          this.store.happen(roomId, { type: "page", before, page, myId: surroundings.myId });
          this.incoming.here(roomId, page.items);
        }),
    });
    this.outbox = new Outbox({
      keeping: surroundings.keeping,
      send: (frame) => this.socket.send(frame),
      isViewed: this.store.has,
      onChange: (roomId) => this.onOutbox(roomId),
      nameOf: surroundings.nameOf,
    });
    this.amending = new Amending({
      myId: surroundings.myId,
      send: (frame) => this.socket.send(frame),
      isViewed: this.store.has,
      onChange: () => this.store.changed(),
    });
    this.answering = new Answering({
      outbox: this.outbox,
      follow: (roomId, what) => this.amending.follow(roomId, what),
      onChange: () => this.store.changed(),
    });
    this.views = new Views({
      store: this.store,
      unread: this.unread,
      outbox: this.outbox,
      amending: this.amending,
      reading: this.reading,
      pages: this.pages,
      timers: this.timers,
      send: (frame) => this.socket.send(frame),
      onAccessChanged: surroundings.onAccessChanged,
    });
    this.incoming = new Incoming({
      myId: surroundings.myId,
      store: this.store,
      unread: this.unread,
      outbox: this.outbox,
      amending: this.amending,
      answering: this.answering,
      reading: this.reading,
      views: this.views,
      timers: this.timers,
      onAccessChanged: surroundings.onAccessChanged,
      onStanding: (which) => surroundings.onStanding?.(which),
    });
    this.socket = new ConversationSocket({
      ticket: surroundings.ticket,
      connect: surroundings.connect,
      random: surroundings.random,
      hello: () => this.views.hello(),
      // What one frame changes is seen at once: a message is never both sent and on its way.
      onFrame: (frame) => this.store.atOnce(() => this.incoming.take(frame)),
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
    this.amending.stop();
    this.answering.stop();
    this.replying.stop();
    for (const roomId of this.store.roomIds()) this.pages.forget(roomId);
    this.store.clear();
    this.store.changed();
  }

  subscribe = (listener: () => void): (() => void) => this.store.subscribe(listener);
  connectionState = (): SocketState => this.connection;
  conversation = (roomId: string): Conversation | undefined => this.store.get(roomId);
  /** Those on the screen that can be read. */
  opened = (): Conversation[] => this.store.all().filter(({ phase }) => phase.kind === "open");

  /** Starts a view; the answer ends it. */
  view = (roomId: string): (() => void) => this.views.start(roomId);
  /** Asks again for a view that was closed, where the person may still read. */
  reopen = (roomId: string): void => this.views.reopen(roomId);
  /** What the person was told when she could no longer read this room. */
  endOf = (roomId: string) => this.views.endOf(roomId);

  compose(roomId: string, body: string): void {
    this.typingSent.delete(roomId);
    this.store.happen(roomId, { type: "composed" });
    const answers = this.answering.composed(roomId);
    this.outbox.compose(roomId, body, answers, this.replying.composed(roomId));
  }

  tryAgain = (roomId: string, clientId: string) => this.outbox.tryAgain(roomId, clientId);
  /** Something else than its view has shown that the person may not write there. */
  closedElsewhere = (roomId: string) => {
    this.outbox.closed(roomId);
    this.amending.closed(roomId);
    this.answering.end(roomId);
    this.replying.end(roomId);
  };
  discard = (roomId: string, clientId: string) => this.outbox.discard(roomId, clientId);

  /**
   * Answers a message shortly, or takes that back; that goes nowhere without a connection. What is
   * answered has been read.
   */
  acknowledge = (roomId: string, about: number, says: Answers["says"]) => {
    this.seen(roomId, [about]);
    this.amending.say(roomId, { kind: "ACKNOWLEDGEMENT", about, says });
  };
  /**
   * Says how a message's question is to stand; that goes nowhere without a connection.
   *
   * @param said the place of the entry that says how it stands now: whoever acts on it has read it
   */
  ask = (roomId: string, what: Asks, said?: number): boolean => {
    this.seen(roomId, said === undefined ? [what.about] : [what.about, said]);
    return this.amending.say(roomId, what) !== undefined;
  };
  /**
   * Proposes times, or says how they are to stand or which of them fit; that goes nowhere without a
   * connection.
   *
   * @param said the place of the entry that says how it stands now: whoever acts on it has read it
   * @param answers the question that it answers, if it does
   * @returns the id by which it is on its way, if it is
   */
  appoint = (
    roomId: string,
    what: Appoints | Fits,
    said?: number,
    answers?: Question,
  ): string | undefined => {
    const clientId = this.arrange(roomId, what, said);
    if (clientId && answers) this.answering.proposed(roomId, clientId, answers);
    return clientId;
  };
  /**
   * Puts in words what is agreed on, or says how it is to stand or whether the person agrees; as times
   * are.
   */
  agree = (roomId: string, what: Agrees | SaysWhether, said?: number): string | undefined =>
    this.arrange(roomId, what, said);

  private arrange(
    roomId: string,
    what: Appoints | Fits | Agrees | SaysWhether,
    said: number | undefined,
  ): string | undefined {
    if (said !== undefined) this.seen(roomId, [said]);
    const clientId = this.amending.say(roomId, what);
    const isRow = what.kind === "APPOINTMENT" || what.kind === "AGREEMENT";
    if (clientId && isRow) this.store.happen(roomId, { type: "composed" });
    return clientId;
  }

  /** Gives a message of hers other words, or takes it back; as times are. */
  correct = (roomId: string, what: Corrects): string | undefined => this.amending.say(roomId, what);

  /** What the person has said of messages and the room does not show yet. */
  amendingIn = (roomId: string) => this.amending.of(roomId);

  /** What the person writes next is the answer to this. */
  answer = (roomId: string, question: Question) => {
    this.replying.end(roomId);
    this.seen(roomId, [question.about, question.seq]);
    this.answering.begin(roomId, question);
  };
  /** What the person writes next is a reply to the message at this place. */
  reply = (roomId: string, seq: number) => {
    this.seen(roomId, [seq]);
    this.answering.end(roomId);
    this.replying.begin(roomId, seq);
  };
  noReply = (roomId: string) => this.replying.end(roomId);
  replyingIn = (roomId: string) => this.replying.of(roomId);
  noAnswer = (roomId: string) => this.answering.end(roomId);
  answeringIn = (roomId: string) => this.answering.of(roomId);
  /** What the person writes was an answer, and is none any more: the question has changed. */
  isNoAnswerNow = (roomId: string) => this.answering.hasChanged(roomId);

  isTyping(roomId: string): void {
    const now = Date.now();
    if (now - (this.typingSent.get(roomId) ?? 0) < TYPING_EVERY) return;
    if (this.socket.send({ type: "typing", roomId })) this.typingSent.set(roomId, now);
  }

  /** These have been on the person's screen. */
  seen(roomId: string, seqs: readonly number[]): void {
    if (this.store.get(roomId)?.phase.kind !== "open") return;
    this.reading.onScreen(roomId, rangesOf(seqs));
    this.store.changed();
  }

  /** What the person has not read of what others wrote before this message. */
  unreadBefore(roomId: string, seq: number): Ranges {
    const conversation = this.store.get(roomId);
    if (!conversation) return NONE;
    const own = withRanges(conversation.own, this.unread.position(roomId).own);
    const seen = this.reading.seenIn(roomId);
    return unreadBefore({ ...conversation, own }, seen, this.surroundings.myId, seq);
  }

  fetchBackTo = (roomId: string, seq: number) => this.pages.backTo(roomId, seq);
  older = (roomId: string) => this.pages.page(roomId);

  lookedAway(roomId: string): void {
    this.store.happen(roomId, { type: "looked-away" });
  }

  private onState(state: SocketState): void {
    const wasOpen = this.connection.kind === "open";
    this.connection = state;
    if (wasOpen) {
      this.outbox.connectionLost();
      this.amending.connectionLost();
      const now = Date.now();
      for (const roomId of this.store.roomIds()) {
        this.store.happen(roomId, { type: "connection-lost", now });
      }
    }
    if (state.kind === "ended") this.surroundings.onSessionEnded();
    this.store.changed();
  }

  private onOutbox(roomId: string): void {
    this.store.happen(roomId, { type: "outbox", outbox: this.outbox.of(roomId) });
    this.store.changed();
  }

  private toldOfMe(roomId: string): { read: Ranges; received: Ranges } {
    const { myId } = this.surroundings;
    const conversation = this.store.get(roomId);
    return {
      read: conversation?.read.get(myId) ?? NONE,
      received: conversation?.received.get(myId) ?? NONE,
    };
  }
}
