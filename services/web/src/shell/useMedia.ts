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

/** Room for two columns of what was found. */
export const WIDE = "(min-width: 1024px)";
/** Room for the list beside the conversation. */
export const BESIDE = "(min-width: 900px)";
/** And on its other side for who takes part in it. */
export const WIDEST = "(min-width: 1280px)";
/** A keyboard is at hand: Enter sends. */
export const KEYBOARD = "(hover: hover) and (pointer: fine)";
