import type { Message } from "../contracts/conversation";
import { settled } from "./settled";
import type { Asks } from "./amending";
import { isStanding, questionOf, type Question } from "./questions";

interface Surroundings {
  /** Says how a question stands, as soon as there is a connection. */
  follow: (roomId: string, what: Asks) => void;
  onChange: () => void;
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
  private readonly sent = new Map<string, Question>();

  constructor(private readonly surroundings: Surroundings) {}

  of(roomId: string): Question | undefined {
    return this.begun.get(roomId);
  }

  begin(roomId: string, question: Question): void {
    if (!isStanding(question)) return;
    this.begun.set(roomId, question);
    this.surroundings.onChange();
  }

  /** What is being written is no answer, or no longer. */
  end(roomId: string): void {
    if (this.begun.delete(roomId)) this.surroundings.onChange();
  }

  /** Others go on meanwhile: it is an answer for as long as the same person is asked the same. */
  arrived(roomId: string, messages: readonly Message[]): void {
    for (const message of messages) {
      const before = this.begun.get(roomId);
      if (!before || message.kind !== "QUESTION" || message.about !== before.about) continue;
      if (message.seq <= before.seq) continue;
      const now = questionOf(message);
      if (isStanding(now) && now.addresseeId === before.addresseeId) this.begin(roomId, now);
      else this.end(roomId);
    }
  }

  /** What was written is on its way. */
  composed(roomId: string, clientId: string): void {
    const question = this.begun.get(roomId);
    if (question) this.sent.set(clientId, question);
    this.end(roomId);
  }

  /** The server has the text, at this place. */
  kept(roomId: string, clientId: string, seq: number): void {
    const question = this.sent.get(clientId);
    if (!question) return;
    this.sent.delete(clientId);
    this.surroundings.follow(roomId, settled(question, seq));
  }

  /** The person has thrown the text away. */
  discarded(clientId: string): void {
    this.sent.delete(clientId);
  }

  stop(): void {
    this.begun.clear();
    this.sent.clear();
  }
}
