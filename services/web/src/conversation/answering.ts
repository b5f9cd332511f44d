import type { Message } from "../contracts/conversation";
import { settled } from "./settled";
import type { Asks } from "./amending";
import type { Outbox } from "./outbox";
import { isStanding, questionOf, type Question } from "./questions";

interface Surroundings {
  /** Keeps with each text which question it answers. */
  outbox: Pick<Outbox, "of" | "answersNow">;
  /** Says how a question stands, as soon as there is a connection. */
  follow: (roomId: string, what: Asks) => void;
  onChange: () => void;
}

/**
 * Which question is answered by what the person writes: the one that she chose to answer, and once the
 * server has her text, that is said of it. A text that waits to be sent keeps it on the device, and
 * settles the question from the next page too.
 */
export class Answering {
  /** What is being written in a room answers this. */
  private readonly begun = new Map<string, Question>();

  /** What is being written there was an answer, until somebody changed the question. */
  private readonly changed = new Set<string>();

  /** Texts of which it has been said here what they answer. */
  private readonly told = new Set<string>();

  /** What times that are on their way answer, by their id. */
  private readonly proposals = new Map<string, { roomId: string; question: Question }>();

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
      for (const [clientId, { roomId: there, question }] of this.proposals) {
        if (there !== roomId || !goesOn(question, message)) continue;
        const now = sameAsked(question, message);
        if (now) this.proposals.set(clientId, { roomId, question: now });
        else this.proposals.delete(clientId);
      }
      for (const { clientId, answers } of this.surroundings.outbox.of(roomId)) {
        if (answers && goesOn(answers, message)) {
          this.surroundings.outbox.answersNow(roomId, clientId, sameAsked(answers, message));
        }
      }
    }
  }

  /** What was written is to be sent: answers which question it answers. */
  composed(roomId: string): Question | undefined {
    const question = this.begun.get(roomId);
    this.end(roomId);
    return question;
  }

  /** Times are proposed, and are the answer to this; that is known in this window alone. */
  proposed(roomId: string, clientId: string, question: Question): void {
    this.end(roomId);
    if (isStanding(question)) this.proposals.set(clientId, { roomId, question });
  }

  /** The server has the text, or the times, at this place. */
  kept(roomId: string, clientId: string, seq: number): void {
    const { outbox, follow } = this.surroundings;
    const text = outbox.of(roomId).find((it) => it.clientId === clientId);
    const question = text?.answers ?? this.proposals.get(clientId)?.question;
    this.proposals.delete(clientId);
    if (!question || this.told.has(clientId)) return;
    this.told.add(clientId);
    follow(roomId, settled(question, seq));
  }

  stop(): void {
    this.begun.clear();
    this.changed.clear();
    this.proposals.clear();
  }
}

/** It says anew how the question stands, or takes back what was asked. */
function goesOn(before: Question, message: Message): boolean {
  const isOfIt = message.kind === "QUESTION" || message.kind === "RETRACTION";
  return isOfIt && message.about === before.about && message.seq > before.seq;
}

function sameAsked(before: Question, message: Message): Question | undefined {
  const now = questionOf(message);
  return isStanding(now) && now.addresseeId === before.addresseeId ? now : undefined;
}
