import type { RoomSummary } from "../contracts/rooms";
import { codeOf } from "../gateway/refusal";
import { orElse } from "../session/patience";
import {
  isAbout,
  isEnding,
  isSo,
  named,
  questionOf,
  saidNow,
  whatItEnds,
  type Answer,
  type Ending,
  type Found,
  type Lying,
} from "./answer";
import { goesOnByItself, isToBeSent, type Progress } from "./given";
import {
  answered,
  askedAbout,
  givenNow,
  leftBehind,
  isKnownNotToBe,
  isPassing,
  isSeenAlready,
  isUnknown,
  OF_ANOTHER_ROOM,
  onlyLookedAfter,
  seenByItsPerson,
  sentNow,
  thatWaits,
  type Item,
} from "./item";
import type { Shelf, Surroundings } from "./surroundings";
import { Told } from "./told";
import { AGAIN_EVERY, inTime, KEPT_WITHIN, mayBeHeardUntil } from "./times";

/**
 * What one person has answered and what is not known to be so yet, on whichever screen she gave it.
 * What cannot be sent waits for the network; what did not happen stays until she has seen it.
 */
export class Answers {
  private readonly given = new Told();
  /** By question: those that their screen is about to give. If it does not, they are looked for. */
  private readonly expected = new Map<string, Lying>();
  /** Not aborted for as long as it is started. */
  private ends = stopped();
  private opened: Shelf | undefined;
  /** By question: those of closed pages that were found while there was no server. */
  private readonly lying = new Set<string>();

  readonly subscribe = this.given.subscribe;
  readonly whenSettled = this.given.whenSettled;
  readonly to = this.given.to;
  readonly open = this.given.open;
  readonly elsewhere = this.given.elsewhere;
  readonly tellsOf = this.given.tellsOf;

  constructor(private readonly surroundings: Surroundings) {}

  /** Without its server: what closed pages have left is told of and can be called off, and nothing is sent. */
  lie(): void {
    void this.shelf.left().then((left) => {
      if (!this.ends.signal.aborted) return;
      for (const it of left) {
        const question = questionOf(it.answer);
        if (this.given.item(question)) continue;
        this.lying.add(question);
        void this.attempt(leftBehind(it));
      }
    });
  }

  start(): void {
    this.ends = new AbortController();
    const { signal } = this.ends;
    const again = () => this.goOn();
    const timer = setInterval(again, AGAIN_EVERY);
    signal.addEventListener("abort", () => clearInterval(timer));
    window.addEventListener("online", again, { signal });
    window.addEventListener("offline", () => this.breakOff(), { signal });
    for (const question of this.lying) this.goOnWith(question);
    this.lying.clear();
    void this.shelf.left().then((left) => left.forEach((it) => this.takeIn(it)));
  }

  /** Nothing is sent until it is started again; what is not done by then is found by the next page. */
  stop(): void {
    this.breakOff();
    this.ends.abort();
    void this.shelf.close();
    this.opened = undefined;
  }

  give(answer: Answer): void {
    const before = this.given.item(questionOf(answer));
    const goesItself = before?.progress.kind === "sending" || before?.progress.kind === "waiting";
    if (goesItself && !before.looks) return;
    this.expected.delete(questionOf(answer));
    const item = givenNow(named(answer, this.surroundings.nameOf(answer)), before);
    void this.shelf.put(item.answer, item.heardUntil, item.goesUntil);
    void this.attempt(item);
  }

  tryAgain(question: string): void {
    const item = this.given.item(question);
    if (item) this.give(saidNow(item.answer));
  }

  /** Its person wants it sent, although nobody can say how it stands. */
  sendNow(question: string): void {
    const item = this.given.item(question);
    if (!item?.cannotLook || !goesOnByItself(item)) return;
    void this.attempt(sentNow(item));
  }

  /**
   * Its person has nothing more to do with it as it stands. It is sent no more; what may have been heard
   * is looked after until that is known. What is only looked after already is so in silence.
   */
  callOff(question: string): void {
    const item = this.given.item(question);
    if (!item) return;
    if (goesOnByItself(item) && item.looks) return this.lookQuietly(item);
    if (!item.unsure || !isToBeSent(item)) return this.forget(question);
    void this.shelf.put(item.answer, item.heardUntil);
    void this.attempt(onlyLookedAfter(item));
  }

  forget(question: string): void {
    const item = this.given.item(question);
    if (!item) return;
    void this.shelf.remove(item.answer);
    this.given.take(question);
  }

  /** It is given anew after a fresh sign-in. Until then it lies on the device, should that not be. */
  handOver(question: string): void {
    this.given.take(question);
  }

  /** How it stands, as some screen has heard: what is so is not told as what is not. */
  seen(found: RoomSummary | Found): void {
    for (const item of this.given.all()) {
      const { answer, progress } = item;
      if (!isAbout(answer, found)) continue;
      const whole = "seats" in found || "items" in found;
      // A screen that asks draws the room as it is in full, not as a list has it.
      const drawn = whole || !this.given.isToldByScreen(item);
      // Also of what is under way: its own answer may never come.
      if (progress.kind !== "done" && drawn && isSo(answer, found)) this.isDone(item);
      // It was so, and somebody has changed it since.
      const undone = progress.kind === "done" && whole && !isSo(answer, found);
      if (undone) this.forget(questionOf(answer));
    }
  }

  private get shelf(): Shelf {
    return (this.opened ??= this.surroundings.openShelf());
  }

  private takeIn(left: Lying): void {
    if (!this.surroundings.isOnItsWay(left.answer)) return this.find(left);
    this.expected.set(questionOf(left.answer), left);
  }

  /** It has lain here since there was no server. */
  private goOnWith(question: string): void {
    const item = this.given.item(question);
    if (!item) return;
    if (item.quiet || !this.surroundings.isOnItsWay(item.answer)) {
      return void this.attempt({ ...item, byItself: true });
    }
    this.handOver(question);
    this.expected.set(question, item);
  }

  private find(left: Lying): void {
    if (this.given.item(questionOf(left.answer))) return;
    void this.attempt(leftBehind(left));
  }

  private goOn(): void {
    for (const left of this.expected.values()) this.find(left);
    this.expected.clear();
    for (const item of this.given.all()) {
      if (item.progress.kind === "waiting") void this.attempt({ ...item, byItself: true });
    }
  }

  /** What is under way is waited for no longer: whether it was heard is found out. */
  private breakOff(): void {
    for (const item of this.given.all()) {
      if (item.progress.kind === "sending" || item.progress.kind === "looking") this.wait(item);
    }
  }

  private async attempt(before: Item): Promise<void> {
    if (this.ends.signal.aborted || !navigator.onLine) {
      return void this.become({ ...answered(before), toldNot: true }, { kind: "waiting" });
    }
    const { answer, looks, byItself } = before;
    if (byItself && !looks && isEnding(answer)) return this.lookFirst(before, answer);
    return this.make(before);
  }

  /** Nobody presses for it now: what he has begun anew since, on another device, is left alone. */
  private async lookFirst(before: Item, answer: Ending): Promise<void> {
    const item = this.become({ ...before, looksFirst: true }, { kind: "looking" });
    try {
      const room = await inTime(this.surroundings.look(answer));
      if (isSo(answer, room)) return this.done(item, room);
      if (!this.isNow(item)) return;
      const ends = whatItEnds(answer, room, item.unsure);
      if (ends === "seen") return await this.make({ ...answered(item), looksFirst: false });
      const refusedWith = answer.kind === "block" ? undefined : OF_ANOTHER_ROOM;
      // What may still be heard makes a "not" untrue: it is looked at again, and not sent any more.
      if (!isKnownNotToBe(item, ends)) return this.wait({ ...onlyLookedAfter(item), refusedWith });
      this.fail(askedAbout(item, room), refusedWith, ends === "later");
    } catch (error) {
      if (!this.isNow(item)) return;
      if (codeOf(error) === "room-unknown") return this.forget(questionOf(answer));
      this.wait(item, error);
    }
  }

  private async make(before: Item): Promise<void> {
    const { answer, looks, heardUntil } = before;
    const item = looks
      ? this.become(before, { kind: "looking" })
      : this.become({ ...before, heardUntil: mayBeHeardUntil() }, { kind: "sending" });
    const { send, look } = this.surroundings;
    if (!looks) {
      // First of all: a page that closes while it is sent leaves what may have been heard.
      const kept = this.shelf.put(answer, item.heardUntil, item.goesUntil);
      await orElse(kept, () => undefined, KEPT_WITHIN);
      if (!this.isNow(item)) return;
    }
    try {
      const room = await inTime(looks ? look(answer) : send(answer));
      if (!looks || isSo(answer, room)) this.done(item, room);
      else if (this.isNow(item)) this.isNotSo(item, room);
    } catch (error) {
      // Once the server has said no, only one that was sent before may still be heard.
      if (this.isNow(item)) this.onError(isPassing(error) ? item : { ...item, heardUntil }, error);
    }
  }

  /** What is not so may become it, as long as a request is under way that nobody has answered. */
  private isNotSo(item: Item, room: Found): void {
    const { answer } = item;
    const ends = isEnding(answer) ? whatItEnds(answer, room, item.unsure) : "unknown";
    if (!isKnownNotToBe(item, ends)) return this.wait(answered(item));
    const later = ends === "later";
    this.fail(askedAbout(answered(item), room), later ? OF_ANOTHER_ROOM : item.refusedWith, later);
  }

  private onError(item: Item, error: unknown): void {
    if (isPassing(error)) this.wait(item, error);
    // Where nobody can look there is nothing else to go by.
    else if (codeOf(error) === "fresh-login-required" && (!item.unsure || item.cannotLook))
      this.fail(item, error);
    else if (!item.looks) this.lookAfter(item, error);
    // A room that she is not in any more asks her nothing.
    else if (codeOf(error) === "room-unknown") this.forget(questionOf(item.answer));
    // Nothing is known of the room: not even a session that is over says what has become of it.
    else this.wait(item, error);
  }

  private lookQuietly(item: Item): void {
    // Where it was never sent there is nothing that the next page could tell him anew.
    if (!item.unsure) void this.shelf.remove(item.answer);
    this.become(seenByItsPerson(item), item.progress);
  }

  private lookAfter(item: Item, refusedWith: unknown): void {
    void this.shelf.put(item.answer, item.heardUntil);
    void this.attempt({ ...answered(item), looks: true, unsure: true, refusedWith });
  }

  private wait(item: Item, error?: unknown): void {
    this.become(thatWaits(item, error), { kind: "waiting" });
  }

  /** A yes may come late: to what has been told as waiting since, or given up for another answer. */
  private done({ answer }: Item, room: Found): void {
    if (this.ends.signal.aborted) return;
    this.surroundings.onDone(room);
    const now = this.given.item(questionOf(answer));
    if (now?.answer === answer && now.progress.kind !== "done") this.isDone(now);
  }

  private isDone(item: Item): void {
    this.forget(questionOf(item.answer));
    if (this.ends.signal.aborted) return;
    const done: Item = { ...item, quiet: false, progress: { kind: "done" } };
    if (item.toldNot && !this.given.isToldByScreen(item)) this.become(done, done.progress);
    this.given.settled(done);
  }

  private fail(item: Item, error: unknown, later = false): void {
    if (isSeenAlready(item, later)) return this.forget(questionOf(item.answer));
    // Where nobody knows, the next page does not either.
    void this.shelf.put(item.answer, isUnknown(item) ? item.heardUntil : 0);
    const failed = { ...item, toldNot: true, quiet: false };
    this.given.settled(this.become(failed, { kind: "failed", error, later }));
  }

  private isNow(item: Item): boolean {
    return this.given.item(questionOf(item.answer)) === item && !this.ends.signal.aborted;
  }

  private become(item: Item, progress: Progress): Item {
    const next = { ...item, progress };
    this.given.put(next);
    return next;
  }
}

function stopped(): AbortController {
  const ends = new AbortController();
  ends.abort();
  return ends;
}
