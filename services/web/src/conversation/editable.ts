import type { Message } from "../contracts/conversation";

/** For so long a message can be given other words, in milliseconds; the server's clock decides. */
const WITHIN = 15 * 60_000;

/** The moment until which it can, as an ISO time. */
export function editableUntil({ sentAt }: Message): string {
  return new Date(Date.parse(sentAt) + WITHIN).toISOString();
}

/** Whether it still can, as far as this device's clock knows (epoch milliseconds). */
export function isEditable(message: Message, now: number): boolean {
  return now <= Date.parse(editableUntil(message));
}
