import type { LogEntry } from "../contracts/access-log";
import { inARow } from "../language/isolated";

/** Title and organisation, as far as there are any. */
export function whereFrom({ agent }: LogEntry): string {
  return inARow(agent.title, agent.organisation?.name);
}
