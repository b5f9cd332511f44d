import type { LogEntry } from "../contracts/access-log";
import { inARow } from "../language/isolated";

/** Title and organisation, as far as there are any; nothing of an organisation that acted itself. */
export function whereFrom({ agent }: LogEntry): string {
  if (agent.personId === agent.organisation?.organisationId) return "";
  return inARow(agent.title, agent.organisation?.name);
}
