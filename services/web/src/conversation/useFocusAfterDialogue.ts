import { useEffect } from "react";
import { WRITING } from "../shell/frame";
import { isFocusNowhere } from "../shell/useTakesOver";

/** The new row is there by then, in milliseconds. */
const FOCUS_AFTER_MS = 300;

/**
 * What a dialogue was opened from may be gone where something else stands by now: one goes on at the
 * message of the newest thing that was arranged, or where one writes.
 *
 * @param wasOpened whether it ever was
 */
export function useFocusAfterDialogue(open: boolean, wasOpened: boolean): void {
  useEffect(() => {
    if (open || !wasOpened) return;
    const soon = setTimeout(() => {
      const isLost = isFocusNowhere() || document.activeElement?.closest("dialog:not([open])");
      if (!isLost) return;
      const newest = [...document.querySelectorAll(".arranged")].at(-1);
      // Not at what acts: whoever has just pressed a key may press it again.
      const next = newest?.closest(".message")?.querySelector<HTMLElement>(".bubble__time");
      (next ?? document.getElementById(WRITING))?.focus({ preventScroll: true });
    }, FOCUS_AFTER_MS);
    return () => clearTimeout(soon);
  }, [open, wasOpened]);
}
