import { useEffect } from "react";
import { isFocusNowhere } from "../shell/useTakesOver";

/**
 * The browser leads back to where a dialogue was opened from, unless that is gone by now: then one goes
 * on at the message that it was about.
 *
 * @param about its place, once the dialogue is closed
 */
export function useFocusAtMessage(about: number | undefined): void {
  useEffect(() => {
    const isLost = isFocusNowhere() || document.activeElement?.closest("dialog:not([open])");
    if (about === undefined || !isLost) return;
    document
      .querySelector<HTMLElement>(`[data-seq="${about}"] .bubble__time`)
      ?.focus({ preventScroll: true });
  }, [about]);
}
