import { useEffect, useState } from "react";

/** Longer than two or three taps at one spot take. */
const SETTLES_AFTER = 1_000;

/**
 * Whether something has been on the screen so long that a tap is meant for it, and not for what
 * stood there before.
 *
 * @param place what it moves with: it has to settle anew when this is another
 */
export function useSettled(place?: unknown): boolean {
  const [settled, setSettled] = useState<{ place: unknown }>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ place }), SETTLES_AFTER);
    return () => clearTimeout(timer);
  }, [place]);
  return settled !== undefined && settled.place === place;
}
