import type { Message, ServerFrame } from "../contracts/conversation";
import type { Amending } from "./amending";
import type { Answering } from "./answering";
import type { Which } from "../standing/told";
import { isRow } from "./kinds";
import type { Outbox } from "./outbox";
import type { Reading } from "./reading";
import type { ConversationStore } from "./store";
import type { Timers } from "./timers";
import type { Unread } from "./unread";
import type { Views } from "./views";

/** Of what something else may stand after an entry of a kind. */
const STANDS_AFTER: Readonly<Record<string, Which>> = {
  QUESTION: "questions",
  APPOINTMENT: "appointments",
  APPOINTMENT_RESPONSE: "appointments",
  AGREEMENT: "agreements",
  AGREEMENT_RESPONSE: "agreements",
  RETRACTION: "questions",
};
const TYPING_FADES_AFTER = 6_100;

interface Surroundings {
  myId: string;
  store: ConversationStore;
  unread: Unread;
  outbox: Outbox;
  amending: Amending;
  answering: Answering;
  reading: Reading;
  views: Views;
  timers: Timers;
  /** Somebody's access to this room changed: what is known of the room is old. */
  onAccessChanged: (roomId: string) => void;
  /** Something else may stand than did; of what, where that is known. */
  onStanding: (which?: Which) => void;
}

/** What each frame from the server leads to. */
export class Incoming {
  /** How new what was heard of it is in each room, of each: what comes twice is told once. */
  private readonly standing = new Map<string, number>();

  constructor(private readonly surroundings: Surroundings) {}

  take(frame: ServerFrame): void {
    const { myId, store, unread, outbox, amending, answering, views } = this.surroundings;
    const { onAccessChanged, onStanding } = this.surroundings;
    const now = Date.now();
    switch (frame.type) {
      case "welcome":
        this.onWelcome(frame);
        break;
      case "message":
        this.onMessage(frame.message);
        break;
      case "activity":
        unread.activity(frame.roomId, frame.lastSeq, frame.own, frame.at);
        standsAfter([frame]).forEach((it) => onStanding(it));
        break;
      case "access-changed":
        store.happen(frame.roomId, { type: "access-changed", now });
        onAccessChanged(frame.roomId);
        onStanding();
        break;
      case "position":
        views.letIn(frame.room.roomId);
        unread.told(frame.room);
        onStanding();
        break;
      case "closed":
        views.ended(frame.roomId, frame.code);
        onStanding();
        break;
      case "refused":
        if (frame.clientId == null) views.refused(frame.roomId, frame.code);
        else if (amending.has(frame.roomId, frame.clientId))
          amending.refused(frame.roomId, frame.clientId, frame.code);
        else outbox.refused(frame.roomId, frame.clientId, frame.code);
        break;
      case "opened":
        views.opened(frame.roomId);
        outbox.opened(frame.roomId);
        store.happen(frame.roomId, { type: "frame", frame, myId, now });
        this.here(frame.roomId, frame.messages);
        break;
      case "accepted":
        store.happen(frame.roomId, { type: "frame", frame, myId, now });
        answering.kept(frame.roomId, frame.clientId, frame.seq);
        if (amending.has(frame.roomId, frame.clientId)) amending.accepted(frame);
        else outbox.accepted(frame);
        break;
      case "marked":
      case "received":
      case "typing":
        store.happen(frame.roomId, { type: "frame", frame, myId, now });
        if (frame.type === "marked" && frame.personId === myId) {
          unread.read(frame.roomId, frame.seq);
        }
        if (frame.type === "typing") this.fadesLater(frame.roomId);
        break;
      case "error":
      case "pong":
        break;
    }
    store.changed();
  }

  private onWelcome(frame: Extract<ServerFrame, { type: "welcome" }>): void {
    const { unread, reading, views, outbox, amending } = this.surroundings;
    unread.reset(frame.rooms);
    this.standing.clear();
    for (const { roomId } of frame.rooms) views.letIn(roomId);
    reading.newConnection();
    views.welcomed();
    const readable = new Set(frame.rooms.map(({ roomId }) => roomId));
    amending.connected(readable);
    void outbox.connected(readable);
  }

  private onMessage(message: Message): void {
    const { myId, unread, store } = this.surroundings;
    const { roomId, seq, senderId, sentAt } = message;
    const row = isRow(message);
    // What is no row of its own is new to nobody.
    unread.activity(roomId, seq, !row || senderId === myId, row ? sentAt : undefined);
    store.happen(roomId, { type: "message", message, myId });
    this.here(roomId, [message]);
  }

  /** Messages are here: those of the person's own are no longer unsent. */
  here(roomId: string, messages: readonly Message[]): void {
    const { myId, store, outbox, amending, answering, reading } = this.surroundings;
    const mine = messages.filter(({ senderId }) => senderId === myId);
    answering.arrived(roomId, messages);
    for (const { clientId, seq } of mine) answering.kept(roomId, clientId, seq);
    if (mine.length > 0) {
      outbox.arrived(roomId, new Set(mine.map((it) => it.clientId)));
    }
    amending.arrived(roomId, messages);
    if (store.has(roomId)) reading.arrived(roomId);
    this.hearsWhatStands(roomId, messages);
  }

  private hearsWhatStands(roomId: string, messages: readonly Message[]): void {
    for (const which of standsAfter(messages)) {
      const key = `${roomId} ${which}`;
      const newest = messages.findLast((it) => STANDS_AFTER[it.kind] === which)?.seq ?? 0;
      if (newest <= (this.standing.get(key) ?? 0)) continue;
      this.standing.set(key, newest);
      this.surroundings.onStanding(which);
    }
  }

  private fadesLater(roomId: string): void {
    const { timers, store } = this.surroundings;
    timers.set(roomId, "typing", TYPING_FADES_AFTER, () => {
      store.happen(roomId, { type: "moment-passed", now: Date.now() });
    });
  }
}

function standsAfter(said: readonly { kind?: string }[]): ReadonlySet<Which> {
  return new Set(said.flatMap(({ kind }) => STANDS_AFTER[kind ?? ""] ?? []));
}
