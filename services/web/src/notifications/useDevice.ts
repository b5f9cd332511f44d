import { KEYBOARD, useMedia } from "../shell/useMedia";

/** For texts that name what one sits at: "denne maskinen" where there is a keyboard. */
export function useDevice(): { context?: "machine" } {
  return useMedia(KEYBOARD) ? { context: "machine" } : {};
}
