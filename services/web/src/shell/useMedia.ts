import { useSyncExternalStore } from "react";

/** Whether a media query holds, and again whenever that changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Room beside the conversation for who takes part in it. */
export const WIDE = "(min-width: 1024px)";
/** A keyboard is at hand: Enter sends. */
export const KEYBOARD = "(hover: hover) and (pointer: fine)";
