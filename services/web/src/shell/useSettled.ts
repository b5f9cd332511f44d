import { useEffect, useState } from "react";

/** Longer than two or three taps at one spot take. */
const SETTLES_AFTER = 1_000;

/**
 * Whether something has been on the screen so long that a tap is meant for it, and not for what
 * stood there before.
 */
export function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLES_AFTER);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}
