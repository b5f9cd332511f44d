import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import type { SessionAnswer } from "../contracts/session";
import { wipeKept } from "../conversation/keeping";
import { request, standAs } from "../gateway/request";
import { unsubscribe } from "../notifications/push";
import { forgetIntention } from "./intention";
import { SessionContext, type Session } from "./session";

/** Tells this person's other windows that they have signed out. */
const windows = new BroadcastChannel("samsnakk.session");

export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session>({ kind: "loading" });
  const queries = useQueryClient();
  const csrfToken = useRef<string>(undefined);

  const ask = useCallback(async () => {
    const answer = await request<SessionAnswer>("GET", "/auth/session");
    csrfToken.current = answer.signedIn ? answer.csrfToken : undefined;
    standAs({ csrfToken: csrfToken.current });
    if (answer.signedIn) wipeKept(answer.me.personId);
    setSession((before) =>
      answer.signedIn
        ? { kind: "signed-in", me: answer.me }
        : { kind: "signed-out", ended: before.kind === "signed-in" },
    );
  }, []);

  const retry = useCallback(() => {
    setSession({ kind: "loading" });
    ask().catch(() => setSession({ kind: "unreachable" }));
  }, [ask]);

  const leave = useCallback(
    (ended: boolean) => {
      queries.clear();
      setSession({ kind: "signed-out", ended });
    },
    [queries],
  );

  const lost = useCallback(() => leave(true), [leave]);

  const signOut = useCallback(async () => {
    // Where that fails the subscription's messages still say nothing but "something new" (R9).
    await unsubscribe().catch(() => undefined);
    const { next } = await request<{ next: string }>("POST", "/auth/logout");
    wipeKept();
    forgetIntention();
    windows.postMessage("signed-out");
    leave(false);
    window.location.assign(next);
  }, [leave]);

  useEffect(() => {
    standAs({ onSessionLost: lost, renewCsrfToken: () => ask().then(() => csrfToken.current) });
    retry();
  }, [ask, lost, retry]);

  useEffect(() => {
    windows.onmessage = () => {
      wipeKept();
      leave(true);
    };
  }, [leave]);

  const actions = useMemo(
    () => ({ session, retry, signOut, lost }),
    [session, retry, signOut, lost],
  );
  return <SessionContext value={actions}>{children}</SessionContext>;
}
