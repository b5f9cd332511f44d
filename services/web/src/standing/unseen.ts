import { useSyncExternalStore } from "react";
import { useConversations } from "../conversation/ConversationsProvider";
import { useMe } from "../session/session";
import { askedOfMe } from "./forMe";
import type { OpenQuestion } from "./merged";
import { useQuestions } from "./QuestionsProvider";

/**
 * The questions of others that wait for her answer and that she has surely not seen: she has read
 * nothing so far down. Undefined while nobody has told which there are.
 */
export function useUnseenQuestions(): readonly OpenQuestion[] | undefined {
  const { personId } = useMe();
  const { subscribe, unread } = useConversations();
  const { all } = useQuestions();
  const asked = all && askedOfMe(all, personId);
  const isUnseen = ({ roomId, seq }: OpenQuestion) => seq > unread.position(roomId).readSeq;
  const which = useSyncExternalStore(subscribe, () => asked?.map(isUnseen).join());
  return which === undefined ? undefined : asked?.filter(isUnseen);
}
