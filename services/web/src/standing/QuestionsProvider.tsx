import { createContext, useContext, useMemo, useState, useSyncExternalStore } from "react";
import type { ReactNode } from "react";
import { useConversations } from "../conversation/ConversationsProvider";
import { hearingOfQuestions, merged, UNKNOWN, type Known } from "./merged";
import { useTold } from "./told";

const QuestionsContext = createContext<Known>(UNKNOWN);

/** What waits for an answer in the person's rooms, as far as it is known here. */
export function useQuestions(): Known {
  return useContext(QuestionsContext);
}

/**
 * Asks and listens on every screen: the window's title and its notices say what waits, too. Where she
 * may not write, nobody waits for anything.
 */
export function QuestionsProvider({ children }: { children: ReactNode }) {
  const conversations = useConversations();
  const told = useTold("questions");
  const [heardIn] = useState(hearingOfQuestions);
  const heard = useSyncExternalStore(conversations.subscribe, () =>
    heardIn(conversations.opened().filter(({ write }) => write.may)),
  );
  const known = useMemo(() => merged(told, heard), [told, heard]);
  return <QuestionsContext value={known}>{children}</QuestionsContext>;
}
