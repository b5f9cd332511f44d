import { useState } from "react";
import { stillHere } from "./lastHere";
import { useSession, type Session } from "./session";

/**
 * Whose page this is: of her who was signed in last, also while nobody knows who is now, and where
 * her session has ended by itself. A page that was opened without its server is hers whose session would
 * still last. Who has signed out leaves nothing.
 */
export function useWhosePage(): string | undefined {
  const { session } = useSession();
  const [before, setBefore] = useState<string>();
  const now = whose(session, before);
  if (now !== before) setBefore(now);
  return now;
}

function whose(session: Session, before: string | undefined): string | undefined {
  switch (session.kind) {
    case "signed-in":
      return session.me.personId;
    case "loading":
      return before;
    case "unreachable":
      return before ?? stillHere();
    case "leaving":
      return undefined;
    case "signed-out":
      return session.ended === "here" || session.ended === "unfinished" ? undefined : before;
  }
}
