import { useMemo, useState, type ReactNode, type RefCallback } from "react";
import type { RoomDetails } from "../contracts/rooms";
import { fetchedDialogue } from "../shell/fetchedDialogue";
import type { QuestionMatter } from "./QuestionDialogue";
import { useFocusAtMessage } from "./useFocusAtMessage";
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
  useFocusAtMessage(open ? undefined : matter?.message.seq);
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
