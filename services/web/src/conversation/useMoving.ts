import { useEffect, useState, type RefObject } from "react";

/** Long enough to read a day where one has stopped, in milliseconds. */
const RESTS_AFTER = 1_000;

/** Whether what can be scrolled has been within the last moment, or has just come. */
export function useMoving(scroller: RefObject<HTMLElement | null>): boolean {
  const [moving, setMoving] = useState(true);
  useEffect(() => {
    const element = scroller.current;
    let timer: ReturnType<typeof setTimeout>;
    const moves = () => {
      setMoving(true);
      clearTimeout(timer);
      timer = setTimeout(() => setMoving(false), RESTS_AFTER);
    };
    moves();
    element?.addEventListener("scroll", moves, { passive: true });
    return () => {
      element?.removeEventListener("scroll", moves);
      clearTimeout(timer);
    };
  }, [scroller]);
  return moving;
}
