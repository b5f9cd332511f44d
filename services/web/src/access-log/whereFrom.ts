import type { LogEntry } from "../contracts/access-log";

/** Title and organisation, as far as there are any. */
export function whereFrom({ agent }: LogEntry): string {
  return [agent.title, agent.organisation?.name].filter(Boolean).join(", ");
}
