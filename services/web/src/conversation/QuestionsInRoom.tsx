import { useEffect, useMemo, useState, type ReactNode, type RefCallback } from "react";
import type { RoomDetails } from "../contracts/rooms";
import { isFocusNowhere } from "../shell/useTakesOver";
import { fetchedDialogue } from "../shell/fetchedDialogue";
import type { QuestionMatter } from "./QuestionDialogue";
import { QuestionActsContext, type QuestionActs } from "./questionActs";

const QuestionDialogue = fetchedDialogue(() =>
  import("./questionParts").then((it) => it.QuestionDialogue),
);

interface QuestionsInRoomProps {
  room: RoomDetails;
  goTo: (seq: number) => void;
  watch: RefCallback<HTMLElement>;
  children: ReactNode;
}

/** Gives the messages of a room what they need for the questions about them, and has the dialogue. */
export function QuestionsInRoom({ room, goTo, watch, children }: QuestionsInRoomProps) {
  const [matter, setMatter] = useState<QuestionMatter>();
  const [open, setOpen] = useState(false);
  const acts = useMemo<QuestionActs>(() => {
    const show = (it: QuestionMatter) => {
      setMatter(it);
      setOpen(true);
    };
    return {
      ask: (message, question) => show({ kind: "ask", message, question }),
      promise: (message, question) => show({ kind: "promise", message, question }),
      goTo,
      watch,
    };
  }, [goTo, watch]);
  // The browser leads back to the button that opened it, unless somebody has changed the question since.
  const about = open ? undefined : matter?.message.seq;
  useEffect(() => {
    const isLost = isFocusNowhere() || document.activeElement?.closest("dialog:not([open])");
    if (about === undefined || !isLost) return;
    document
      .querySelector<HTMLElement>(`[data-seq="${about}"] .bubble__time`)
      ?.focus({ preventScroll: true });
  }, [about]);
  return (
    <QuestionActsContext value={acts}>
      {children}
      <QuestionDialogue
        asked={open && matter}
        onClose={() => setOpen(false)}
        {...{ room, matter, open }}
      />
    </QuestionActsContext>
  );
}
