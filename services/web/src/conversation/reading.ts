import type { ClientFrame } from "../contracts/conversation";
import { NONE, withRanges, without, type Range, type Ranges } from "./ranges";
import type { Timers } from "./timers";

/** What is read at once need not be told as received: reading follows within this, in milliseconds. */
const MAY_BE_READ = 1_200;

interface ReadingSurroundings {
  timers: Timers;
  /** Hands it to the open connection, or answers false. */
  send: (frame: ClientFrame) => boolean;
  /** What the server has heard already. */
  told: (roomId: string) => { read: Ranges; received: Ranges };
  /** What has come to this device of the room. */
  here: (roomId: string) => Ranges;
  /** These, and what is passed with them. */
  passed: (roomId: string, ranges: Ranges) => Ranges;
  onRead: (roomId: string, range: Range) => void;
}

interface Told {
  read: Ranges;
  received: Ranges;
}

/**
 * Tells the server which messages were on the screen, and which have only come to this device.
 * What was on the screen while there was no connection is told when there is one.
 */
export class Reading {
  private readonly seen = new Map<string, Ranges>();
  /** Told over this connection; the server's answer may be on its way. */
  private readonly underWay = new Map<string, Told>();

  constructor(private readonly surroundings: ReadingSurroundings) {}

  onScreen(roomId: string, ranges: Ranges): void {
    this.seen.set(roomId, withRanges(this.seenIn(roomId), ranges));
    this.tellRead(roomId);
  }

  seenIn(roomId: string): Ranges {
    return this.seen.get(roomId) ?? NONE;
  }

  /** Something has come, or the view is open again. */
  arrived(roomId: string): void {
    this.tellRead(roomId);
    this.surroundings.timers.set(roomId, "received", MAY_BE_READ, () => this.tellReceived(roomId));
  }

  /** The server could not take in what it was told of this room. */
  notHeard(roomId: string): void {
    this.underWay.delete(roomId);
  }

  /** What was told over the last connection may not have got there. */
  newConnection(): void {
    this.underWay.clear();
  }

  /** The view has ended. */
  forget(roomId: string): void {
    this.seen.delete(roomId);
    this.underWay.delete(roomId);
  }

  private tellRead(roomId: string): void {
    const { read } = this.before(roomId);
    // Also what came after the row that it is passed with had been read.
    const passed = this.surroundings.passed(roomId, withRanges(read, this.seenIn(roomId)));
    for (const [fromSeq, seq] of without(passed, read)) {
      if (!this.surroundings.send({ type: "read", roomId, fromSeq, seq })) return;
      this.remember(roomId, { read: [[fromSeq, seq]], received: NONE });
      this.surroundings.onRead(roomId, [fromSeq, seq]);
    }
  }

  private tellReceived(roomId: string): void {
    const { read, received } = this.before(roomId);
    const fresh = without(without(this.surroundings.here(roomId), received), read);
    for (const [fromSeq, seq] of fresh) {
      if (!this.surroundings.send({ type: "received", roomId, fromSeq, seq })) return;
      this.remember(roomId, { read: NONE, received: [[fromSeq, seq]] });
    }
  }

  private before(roomId: string): Told {
    const told = this.surroundings.told(roomId);
    const { read, received } = this.underWay.get(roomId) ?? { read: NONE, received: NONE };
    return {
      read: withRanges(told.read, read),
      received: withRanges(told.received, received),
    };
  }

  private remember(roomId: string, more: Told): void {
    const { read, received } = this.underWay.get(roomId) ?? { read: NONE, received: NONE };
    this.underWay.set(roomId, {
      read: withRanges(read, more.read),
      received: withRanges(received, more.received),
    });
  }
}
