import { useEffect, useRef } from "react";
import { codeOf } from "../gateway/refusal";
import { useMe } from "./session";
import { signInAgainFor, takeIntention } from "./intention";

/**
 * For acts that ask for a fresh sign-in: `retryFresh` sends the person to sign in where that is what
 * the refusal asks for, and `act` is called with the same payload when they are back.
 */
export function useFreshIntention<Payload>(kind: string, act: (payload: Payload) => void) {
  const { signedInAt } = useMe();
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const payload = takeIntention(kind, signedInAt);
    if (payload !== undefined) latest.current(payload as Payload);
  }, [kind, signedInAt]);

  return {
    needsFreshLogin: (error: unknown) => codeOf(error) === "fresh-login-required",
    signInAgain: (payload: Payload) => signInAgainFor(kind, payload, signedInAt),
  };
}
