import { useCallback, useMemo, useState, type ReactNode } from "react";
import type { RoomDetails } from "../contracts/rooms";
import { fetchedDialogue } from "../shell/fetchedDialogue";
import type { AgreementMatter } from "./AgreementDialogue";
import { AgreementActsContext, type AgreementActs } from "./agreementActs";
import { useFocusAfterDialogue } from "./useFocusAfterDialogue";

const AgreementDialogue = fetchedDialogue(() =>
  import("./agreementParts").then((it) => it.AgreementDialogue),
);

interface AgreementsInRoomProps {
  room: RoomDetails;
  children: ReactNode;
}

/** Gives the page of a room what it needs for agreements, and has the dialogue. */
export function AgreementsInRoom({ room, children }: AgreementsInRoomProps) {
  const [matter, setMatter] = useState<AgreementMatter>();
  const [open, setOpen] = useState(false);
  const onClose = useCallback(() => setOpen(false), []);
  const onOpen = useCallback(() => setOpen(true), []);
  const acts = useMemo<AgreementActs>(() => {
    const show = (it: AgreementMatter) => {
      setMatter(it);
      setOpen(true);
    };
    return {
      word: (what = {}) => show({ kind: "word", ...what }),
      drop: (stands, takesBack) => show({ kind: "drop", stands, takesBack }),
    };
  }, []);
  useFocusAfterDialogue(open, matter !== undefined);
  return (
    <AgreementActsContext value={acts}>
      {children}
      <AgreementDialogue
        asked={open && matter}
        onClose={onClose}
        onOpen={onOpen}
        {...{ room, matter, open }}
      />
    </AgreementActsContext>
  );
}
