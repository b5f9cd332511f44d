import { useCallback, useEffect, useRef, useState } from "react";
import { useSession } from "../session/session";
import { keepLooking, type LookingAgain } from "./lookingAgain";

/** Whether she waits for an attempt that she asked for, or has just seen one fail. */
export type Looking = "quietly" | "now" | "in-vain";

/**
 * Asks again whether the server is there: by itself, and at once when the network is back, when she
 * comes back to the window, and when she says so. The network tells when it is back; a server does not.
 */
export function useLookingAgain(): { looking: Looking; lookNow: () => void } {
  const { look } = useSession();
  const [looking, setLooking] = useState<Looking>("quietly");
  const again = useRef<LookingAgain>(undefined);
  useEffect(() => {
    const looks = keepLooking(look);
    again.current = looks;
    const back = () => void looks.now();
    const seen = () => document.visibilityState === "visible" && back();
    window.addEventListener("online", back);
    document.addEventListener("visibilitychange", seen);
    return () => {
      looks.stop();
      window.removeEventListener("online", back);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [look]);
  // The button stays what it is meanwhile: one that is disabled loses the focus.
  const lookNow = useCallback(() => {
    if (looking === "now") return;
    setLooking("now");
    void again.current?.now().then(() => setLooking("in-vain"));
  }, [looking]);
  return { looking, lookNow };
}
