import { useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import type { RoomDetails } from "../contracts/rooms";
import { WRITING } from "../shell/frame";
import { isFocusNowhere } from "../shell/useTakesOver";
import { fetchedDialogue } from "../shell/fetchedDialogue";
import type { AppointmentMatter } from "./AppointmentDialogue";
import { AppointmentActsContext, type AppointmentActs } from "./appointmentActs";

const AppointmentDialogue = fetchedDialogue(() =>
  import("./appointmentParts").then((it) => it.AppointmentDialogue),
);

/** The new row is there by then, in milliseconds. */
const FOCUS_AFTER_MS = 300;

interface AppointmentsInRoomProps {
  room: RoomDetails;
  children: ReactNode;
}

/** Gives the page of a room what it needs for appointments, and has the dialogue. */
export function AppointmentsInRoom({ room, children }: AppointmentsInRoomProps) {
  const [matter, setMatter] = useState<AppointmentMatter>();
  const [open, setOpen] = useState(false);
  const onClose = useCallback(() => setOpen(false), []);
  const onOpen = useCallback(() => setOpen(true), []);
  const acts = useMemo<AppointmentActs>(() => {
    const show = (it: AppointmentMatter) => {
      setMatter(it);
      setOpen(true);
    };
    return {
      propose: (stands) => show({ kind: "propose", stands }),
      cancel: (stands) => show({ kind: "cancel", stands }),
    };
  }, []);
  useEffect(() => {
    if (open || !matter) return;
    // What it was opened from is gone where something else stands now: that is where one goes on.
    const soon = setTimeout(() => {
      const isLost = isFocusNowhere() || document.activeElement?.closest("dialog:not([open])");
      if (!isLost) return;
      const newest = [...document.querySelectorAll(".appointment")].at(-1);
      const next = newest?.querySelector<HTMLElement>("button, input");
      (next ?? document.getElementById(WRITING))?.focus({ preventScroll: true });
    }, FOCUS_AFTER_MS);
    return () => clearTimeout(soon);
  }, [open, matter]);
  return (
    <AppointmentActsContext value={acts}>
      {children}
      <AppointmentDialogue
        asked={open && matter}
        onClose={onClose}
        onOpen={onOpen}
        {...{ room, matter, open }}
      />
    </AppointmentActsContext>
  );
}
