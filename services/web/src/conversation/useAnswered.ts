import { useState, useSyncExternalStore } from "react";
import { useMe } from "../session/session";
import type { Appointment } from "./appointments";
import { useConversations } from "./ConversationsProvider";
import { isStanding, questionsIn, type Question } from "./questions";

/**
 * The question that times would answer which she proposes anew: the one that she has chosen to answer,
 * or the only one that another asks her there. None where times stand already: those were the answer.
 */
export function useAnswered(roomId: string, stands: Appointment | undefined): Question | undefined {
  const { personId: myId } = useMe();
  const conversations = useConversations();
  const conversation = useSyncExternalStore(conversations.subscribe, () =>
    conversations.conversation(roomId),
  );
  // Once they are on their way the question that she had chosen is chosen no more.
  const [chosen] = useState(() => conversations.answeringIn(roomId));
  if (stands || !conversation) return undefined;
  const { messages, lastSeq } = conversation;
  const asked = [...questionsIn(messages, lastSeq).by.values()].filter(
    (it) => isStanding(it) && it.addresseeId === myId,
  );
  const same = asked.find(({ about }) => about === chosen?.about);
  const others = asked.filter(({ askedById }) => askedById !== myId);
  return same ?? (others.length === 1 ? others[0] : undefined);
}
