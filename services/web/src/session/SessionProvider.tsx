import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import type { Me } from "../contracts/people";
import type { SessionAnswer } from "../contracts/session";
import { wipeKept } from "../conversation/keeping";
import { request, standAs } from "../gateway/request";
import { leave, settle } from "../notifications/push";
import { forgetBegun, forgetGoing } from "./going";
import { forgetIntention } from "./intention";
import { forgetHere, stillHere } from "./lastHere";
import { forgetLeaving, hasLeft, isLeaving, rememberLeaving } from "./leaving";
import { orElse } from "./patience";
import { SessionContext, type Session } from "./session";
import { lastsFrom, whyEnded } from "./staying";

/** Tells this person's other windows that they have signed out. */
const windows = new BroadcastChannel("samsnakk.session");

/** Who is on the way out stays so, whatever is heard meanwhile; only `retry` begins anew. */
function unlessLeaving(next: (before: Session) => Session) {
  return (before: Session) => (before.kind === "leaving" ? before : next(before));
}

/** She has left, and the server has not heard of it. */
const UNFINISHED: Session = { kind: "signed-out", ended: "unfinished" };

/** In milliseconds: who has waited so long for the first answer is told that there is none. */
const PATIENCE = 10_000;

function noAnswer(before: Session): Session {
  if (before.kind !== "loading") return before;
  return isLeaving() ? UNFINISHED : { kind: "unreachable" };
}

/** Who else has signed in here since, in another window. */
function anotherThan(leaver: Me | undefined): string | undefined {
  const last = stillHere();
  return last === leaver?.personId ? undefined : last;
}

/** Ends the session at the server, and goes to the sign-in's own end of it. */
async function endHere(): Promise<void> {
  const { next } = await request<{ next: string }>("POST", "/auth/logout");
  forgetLeaving();
  window.location.assign(next);
}

/** The first reason stands: what comes after it is about a session that is over already. */
function over(before: Session): Session {
  if (before.kind === "signed-out") return before;
  return before.kind === "signed-in"
    ? { kind: "signed-out", ended: whyEnded(before.lasts) }
    : { kind: "signed-out" };
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session>({ kind: "loading" });
  const queries = useQueryClient();
  const csrfToken = useRef<string>(undefined);
  const me = useRef<Me>(undefined);
  /** When she signed in to the session that is known to be over, whatever is remembered of it. */
  const ended = useRef<string>(undefined);

  /** Whether her sign-out is being told to the server just now. */
  const ending = useRef(false);

  const ask = useCallback(async () => {
    const answer = await request<SessionAnswer>("GET", "/auth/session");
    const left = answer.signedIn && hasLeft(answer.me);
    if (left && !ending.current) {
      standAs({ csrfToken: answer.csrfToken });
      return endHere();
    }
    if (!left) forgetLeaving();
    const isOver = answer.signedIn && answer.me.signedInAt === ended.current;
    const signedIn = answer.signedIn && !isOver ? answer : undefined;
    csrfToken.current = signedIn?.csrfToken;
    standAs({ csrfToken: csrfToken.current });
    if (signedIn) void wipeKept(signedIn.me.personId);
    else {
      forgetHere();
      forgetBegun();
    }
    if (signedIn?.me.personId !== me.current?.personId) queries.clear();
    me.current = signedIn?.me;
    setSession(
      unlessLeaving((before) =>
        signedIn
          ? { kind: "signed-in", me: signedIn.me, lasts: lastsFrom(signedIn) }
          : over(before),
      ),
    );
  }, [queries]);

  const look = useCallback(() => ask().catch(() => undefined), [ask]);

  const attempt = useRef(0);
  const retry = useCallback(() => {
    setSession({ kind: "loading" });
    // Some networks swallow what is asked, and say nothing for minutes.
    const mine = ++attempt.current;
    // One that fails late says nothing of the next.
    const inVain = () => mine === attempt.current && setSession(noAnswer);
    const late = setTimeout(inVain, PATIENCE);
    ask()
      .catch(inVain)
      .finally(() => clearTimeout(late));
  }, [ask]);

  // A session that is over has often given way to another one of this browser, in the next tab.
  const askAnew = useCallback(() => {
    ask().catch(() => {
      queries.clear();
      setSession(unlessLeaving(over));
    });
  }, [ask, queries]);

  const lost = useCallback(() => {
    forgetHere();
    ended.current = me.current?.signedInAt ?? ended.current;
    askAnew();
  }, [askAnew]);

  /** The window in which she signed out has wiped the device. This may hear of it late: it wipes nothing. */
  const leftHere = useCallback(() => {
    ended.current = me.current?.signedInAt ?? ended.current;
    queries.clear();
    setSession(unlessLeaving(() => ({ kind: "signed-out", ended: "here" })));
  }, [queries]);

  const signOut = useCallback(async () => {
    setSession({ kind: "leaving" });
    // First: whether or not the server can be reached, she has left, and nothing more comes here.
    const leaver = me.current;
    if (leaver) rememberLeaving(leaver);
    await orElse(wipeKept(anotherThan(leaver)), () => undefined);
    forgetIntention();
    forgetGoing();
    windows.postMessage("signed-out");
    queries.clear();
    await leave();
    ending.current = true;
    await endHere().finally(() => (ending.current = false));
  }, [queries]);

  useEffect(() => {
    standAs({
      onSessionLost: askAnew,
      renewCsrfToken: async () => {
        const who = me.current?.personId;
        await ask();
        // What one person began is not done in the session of another.
        return me.current?.personId === who ? csrfToken.current : undefined;
      },
    });
    retry();
  }, [ask, askAnew, retry]);

  useEffect(() => {
    windows.onmessage = leftHere;
  }, [leftHere]);

  // The browser's way back may show a window as it was left, whoever is signed in by now.
  useEffect(() => {
    const again = ({ persisted }: PageTransitionEvent) => persisted && retry();
    window.addEventListener("pageshow", again);
    return () => window.removeEventListener("pageshow", again);
  }, [retry]);

  const who = session.kind === "signed-in" ? session.me.personId : undefined;
  const known = session.kind === "signed-in" || session.kind === "signed-out";
  useEffect(() => {
    if (known) void settle(who);
  }, [known, who]);

  const actions = useMemo(
    () => ({ session, retry, look, signOut, lost }),
    [session, retry, look, signOut, lost],
  );
  return <SessionContext value={actions}>{children}</SessionContext>;
}
