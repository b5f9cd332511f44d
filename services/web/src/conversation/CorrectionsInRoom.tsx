import { useCallback, useMemo, useState, type ReactNode } from "react";
import { fetchedDialogue } from "../shell/fetchedDialogue";
import type { RoomDetails } from "../contracts/rooms";
import { CorrectionActsContext, type CorrectionActs } from "./correctionActs";
import type { CorrectionMatter } from "./CorrectionDialogue";
import { useFocusAtMessage } from "./useFocusAtMessage";

const CorrectionDialogue = fetchedDialogue(() =>
  import("./agreementParts").then((it) => it.CorrectionDialogue),
);

interface CorrectionsInRoomProps {
  room: RoomDetails;
  children: ReactNode;
}

/** Gives the page of a room what it needs to change messages or take them back, and has the dialogue. */
export function CorrectionsInRoom({ room, children }: CorrectionsInRoomProps) {
  const [matter, setMatter] = useState<CorrectionMatter>();
  const [open, setOpen] = useState(false);
  const onClose = useCallback(() => setOpen(false), []);
  const acts = useMemo<CorrectionActs>(() => {
    const show = (it: CorrectionMatter) => {
      setMatter(it);
      setOpen(true);
    };
    return {
      edit: (message) => show({ kind: "edit", message }),
      retract: (message) => show({ kind: "retract", message }),
    };
  }, []);
  useFocusAtMessage(open ? undefined : matter?.message.seq);
  return (
    <CorrectionActsContext value={acts}>
      {children}
      <CorrectionDialogue asked={open && matter} {...{ room, matter, open, onClose }} />
    </CorrectionActsContext>
  );
}
