import { createContext, useContext } from "react";
import type { Me } from "../contracts/people";
import type { Lasts } from "./staying";

/**
 * Why a window's session is over: she signed out in another window of this browser, she did nothing
 * for too long, it has lasted as long as one can, or it was ended from somewhere else. `unfinished`:
 * she signed out, and the server has not heard of it yet.
 */
export type Ended = "here" | "idle" | "too-long" | "elsewhere" | "unfinished";

export type Session =
  | { kind: "loading" }
  | { kind: "unreachable" }
  /** On the way out: to the sign-in's own end of the session, and back. */
  | { kind: "leaving" }
  /** `ended`: there was a session in this window, and why it is over. */
  | { kind: "signed-out"; ended?: Ended }
  | { kind: "signed-in"; me: Me; lasts: Lasts };

export interface SessionActions {
  session: Session;
  retry: () => void;
  /** Asks how the session stands, and shows no waiting meanwhile. Renews nothing. */
  look: () => Promise<void>;
  signOut: () => Promise<void>;
  /**
   * The session that is known here is over. Goes on in another one of this browser where there is
   * one; otherwise leaves everything, and keeps what was written.
   */
  lost: () => void;
}

export const SessionContext = createContext<SessionActions | undefined>(undefined);

export function useSession(): SessionActions {
  const actions = useContext(SessionContext);
  if (!actions) throw new Error("outside a SessionProvider");
  return actions;
}

/** The one who is signed in; only below screens that are shown to the signed-in. */
export function useMe(): Me {
  const { session } = useSession();
  if (session.kind !== "signed-in") throw new Error("nobody is signed in");
  return session.me;
}

export function isProfessional(me: Me): boolean {
  return me.roles.some(({ kind }) => kind === "PROFESSIONAL");
}

export function isAuditor(me: Me): boolean {
  return me.roles.some(({ kind }) => kind === "AUDITOR");
}

/** Where signing in begins. The address comes back to where the person is now. */
export function loginAddress(returnTo: string, fresh = false): string {
  const query = new URLSearchParams({ ...(fresh ? { fresh: "true" } : {}), returnTo });
  return `/auth/login?${query.toString()}`;
}
