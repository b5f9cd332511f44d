import { useEffect, useState } from "react";

/** Longer than it takes to put down a finger that was on its way. */
const MOVED_FOR = 1_000;

/**
 * Whether what is on the screen stands where it has stood for a while: a tap that was meant for what
 * was there before it moved is meant for nothing there now. What comes first has not moved.
 *
 * @param place what it moves with
 */
export function useStands(place: string): boolean {
  const [last, setLast] = useState({ place, moved: false });
  if (last.place !== place) setLast({ place, moved: true });
  useEffect(() => {
    if (!last.moved) return;
    const timer = setTimeout(() => setLast({ ...last, moved: false }), MOVED_FOR);
    return () => clearTimeout(timer);
  }, [last]);
  return !last.moved;
}
