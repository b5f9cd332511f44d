import { useEffect, type RefObject } from "react";
import { KEYBOARD, useMedia } from "../shell/useMedia";

/** Where there is a keyboard one writes at once; on a phone it would take half the screen. */
export function useFirstField(form: RefObject<HTMLFormElement | null>, open: boolean): void {
  const keyboard = useMedia(KEYBOARD);
  useEffect(() => {
    if (open && keyboard) form.current?.querySelector("input")?.focus();
  }, [open, keyboard, form]);
}
