import { useCallback, useEffect, useRef, type RefObject } from "react";
import { isFocusNowhere } from "./useTakesOver";

/**
 * Tells whether the focus is nowhere because what had it, in this place, has gone. Nowhere is where it
 * is on a phone as a rule, and after a tap on blank ground: nobody is brought back from there.
 */
export function useLostFocus(place: RefObject<HTMLElement | null>): () => boolean {
  const last = useRef<Element>(undefined);
  useEffect(() => {
    const came = ({ target }: FocusEvent) => {
      const isHere = target instanceof Element && place.current?.contains(target);
      last.current = isHere ? target : undefined;
    };
    // Some browsers tell this of what goes as well, while it is still there.
    const went = ({ target, relatedTarget }: FocusEvent) =>
      queueMicrotask(() => {
        const isLeft = relatedTarget === null && target === last.current && isFocusNowhere();
        if (isLeft && last.current?.isConnected) last.current = undefined;
      });
    document.addEventListener("focusin", came);
    document.addEventListener("focusout", went);
    return () => {
      document.removeEventListener("focusin", came);
      document.removeEventListener("focusout", went);
    };
  }, [place]);
  return useCallback(() => {
    if (!last.current || last.current.isConnected) return false;
    last.current = undefined;
    return isFocusNowhere();
  }, []);
}
