import { useCallback, useMemo, useState, type ReactNode } from "react";
import type { RoomDetails } from "../contracts/rooms";
import { fetchedDialogue } from "../shell/fetchedDialogue";
import type { AppointmentMatter } from "./AppointmentDialogue";
import { AppointmentActsContext, type AppointmentActs } from "./appointmentActs";
import { useFocusAfterDialogue } from "./useFocusAfterDialogue";

const AppointmentDialogue = fetchedDialogue(() =>
  import("./appointmentParts").then((it) => it.AppointmentDialogue),
);

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
  useFocusAfterDialogue(open, matter !== undefined);
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
