import { useCallback, useEffect, useRef, useState } from "react";
import type { Lasting } from "../contracts/session";
import { request } from "../gateway/request";
import { rememberHere } from "./lastHere";
import { useMe, useSession } from "./session";
import {
  ACTS,
  AGAIN_AFTER,
  endsSoon,
  lastsFrom,
  TOLD_BEFORE,
  TOLD_EVERY,
  type Lasts,
} from "./staying";

/** What one of a person's windows has heard, the others need not ask. */
const windows = new BroadcastChannel("samsnakk.lasting");

/**
 * Tells the server when the person does something, and answers how long the session lasts where
 * that is so short that she has to be told.
 */
export function useStaying(initial: Lasts): { ending: Lasts | undefined; stay: () => void } {
  const { look } = useSession();
  const [lasts, setLasts] = useState(initial);
  const [soon, setSoon] = useState(() => endsSoon(initial));
  const toldAt = useRef(0);

  const me = useMe();
  const hear = useCallback(
    (heard: Lasts) => {
      setLasts(heard);
      setSoon(endsSoon(heard));
      rememberHere(me, heard.endsAt);
    },
    [me],
  );
  useEffect(() => hear(initial), [hear, initial]);

  const stay = useCallback(() => {
    toldAt.current = Date.now();
    request<Lasting>("POST", "/auth/activity").then(
      (answer) => {
        hear(lastsFrom(answer));
        windows.postMessage(answer);
      },
      // Not told: an act a little later tells it.
      () => void (toldAt.current = Date.now() - TOLD_EVERY + AGAIN_AFTER),
    );
  }, [hear]);

  useEffect(() => {
    const acted = () => {
      const every = soon && lasts.mayStay ? AGAIN_AFTER : TOLD_EVERY;
      if (Date.now() - toldAt.current >= every) stay();
    };
    const options = { capture: true, passive: true };
    ACTS.forEach((act) => window.addEventListener(act, acted, options));
    return () => ACTS.forEach((act) => window.removeEventListener(act, acted, options));
  }, [soon, lasts, stay]);

  useEffect(() => {
    windows.onmessage = ({ data }: MessageEvent<Lasting>) => {
      toldAt.current = Date.now();
      hear(lastsFrom(data));
    };
    return () => {
      windows.onmessage = null;
    };
  }, [hear]);

  // Looking renews nothing. Another device or a slow clock may know better, so it is asked first.
  useEffect(() => {
    const left = lasts.endsAt - Date.now();
    const at = left > TOLD_BEFORE ? left - TOLD_BEFORE : Math.max(left, 0) + 1000;
    const timer = setTimeout(() => void look(), at);
    const awake = () => document.visibilityState === "visible" && endsSoon(lasts) && void look();
    document.addEventListener("visibilitychange", awake);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", awake);
    };
  }, [lasts, look]);

  return { ending: soon ? lasts : undefined, stay };
}
