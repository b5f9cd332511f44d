import { useState, useSyncExternalStore } from "react";
import { useMe } from "../session/session";
import type { Appointment } from "./appointments";
import { useConversations } from "./ConversationsProvider";
import { isStanding, questionsIn, type Question } from "./questions";

/** The question that times may answer, and whether she has said herself that she answers it. */
export interface Answered {
  readonly question: Question;
  /** Who wrote the message that asks, where it is here. */
  readonly authorId: string | undefined;
  readonly isChosen: boolean;
}

/**
 * The question that times would answer which she proposes anew: the one that she has chosen to answer,
 * or the only one that another asks her there. It is found when the form opens, and is never another
 * while it is open. None where times stand already: those were the answer.
 */
export function useAnswered(
  roomId: string,
  stands: Appointment | undefined,
  open: boolean,
): Answered | undefined {
  const { personId: myId } = useMe();
  const conversations = useConversations();
  const conversation = useSyncExternalStore(conversations.subscribe, () =>
    conversations.conversation(roomId),
  );
  const asked =
    open && conversation
      ? [...questionsIn(conversation.messages, conversation.lastSeq).by.values()].filter(
          (it) => isStanding(it) && it.addresseeId === myId,
        )
      : [];
  const find = () => {
    const chosen = conversations.answeringIn(roomId)?.about;
    const others = asked.filter(({ askedById }) => askedById !== myId);
    const only = others.length === 1 ? others[0]?.about : undefined;
    return { open, about: chosen ?? only, isChosen: chosen !== undefined };
  };
  const [found, setFound] = useState(find);
  if (found.open !== open) setFound(open ? find() : { ...found, open });
  const question = stands ? undefined : asked.find(({ about }) => about === found.about);
  const message = conversation?.messages.find(({ seq }) => seq === found.about);
  return question && { question, authorId: message?.senderId, isChosen: found.isChosen };
}
