import type { Message } from "../contracts/conversation";
import { settled } from "./settled";
import type { Asks } from "./amending";
import { isStanding, questionOf, type Question } from "./questions";

interface Surroundings {
  /** Says how a question stands, as soon as there is a connection. */
  follow: (roomId: string, what: Asks) => void;
  onChange: () => void;
}

interface Sent {
  readonly roomId: string;
  readonly question: Question;
}

/**
 * Which question is answered by what the person writes: the one that she chose to answer, and once her
 * text is kept, that is said of it. No device keeps it: where the page goes before, the text is sent
 * and the question stays open, which it is.
 */
export class Answering {
  /** What is being written in a room answers this. */
  private readonly begun = new Map<string, Question>();
  /** By the text's id; a text that is refused may be sent again. */
  private readonly sent = new Map<string, Sent>();

  /** What is being written there was an answer, until somebody changed the question. */
  private readonly changed = new Set<string>();

  constructor(private readonly surroundings: Surroundings) {}

  hasChanged(roomId: string): boolean {
    return this.changed.has(roomId);
  }

  of(roomId: string): Question | undefined {
    return this.begun.get(roomId);
  }

  begin(roomId: string, question: Question): void {
    if (!isStanding(question)) return;
    this.changed.delete(roomId);
    this.begun.set(roomId, question);
    this.surroundings.onChange();
  }

  /** What is being written is no answer, or no longer, and she knows. */
  end(roomId: string): void {
    const had = [this.begun.delete(roomId), this.changed.delete(roomId)];
    if (had.includes(true)) this.surroundings.onChange();
  }

  /**
   * Others go on meanwhile, and the person on another device: it is an answer for as long as the same
   * person is asked the same, what is being written and what is on its way.
   */
  arrived(roomId: string, messages: readonly Message[]): void {
    for (const message of messages) {
      const begun = this.begun.get(roomId);
      if (begun && goesOn(begun, message)) {
        const now = sameAsked(begun, message);
        if (now) this.begin(roomId, now);
        else {
          this.end(roomId);
          this.changed.add(roomId);
          this.surroundings.onChange();
        }
      }
      for (const [clientId, { roomId: there, question }] of this.sent) {
        if (there !== roomId || !goesOn(question, message)) continue;
        const now = sameAsked(question, message);
        if (now) this.sent.set(clientId, { roomId, question: now });
        else this.sent.delete(clientId);
      }
    }
  }

  /** What was written is on its way. */
  composed(roomId: string, clientId: string): void {
    const question = this.begun.get(roomId);
    if (question) this.sent.set(clientId, { roomId, question });
    this.end(roomId);
  }

  /** The server has the text, at this place. */
  kept(roomId: string, clientId: string, seq: number): void {
    const sent = this.sent.get(clientId);
    if (!sent) return;
    this.sent.delete(clientId);
    this.surroundings.follow(roomId, settled(sent.question, seq));
  }

  /** The person has thrown the text away. */
  discarded(clientId: string): void {
    this.sent.delete(clientId);
  }

  stop(): void {
    this.begun.clear();
    this.changed.clear();
    this.sent.clear();
  }
}

/** It says anew how the question stands. */
function goesOn(before: Question, message: Message): boolean {
  return message.kind === "QUESTION" && message.about === before.about && message.seq > before.seq;
}

function sameAsked(before: Question, message: Message): Question | undefined {
  const now = questionOf(message);
  return isStanding(now) && now.addresseeId === before.addresseeId ? now : undefined;
}
