import { createContext, useContext, useMemo, useState, useSyncExternalStore } from "react";
import type { ReactNode } from "react";
import { useConversations } from "../conversation/ConversationsProvider";
import { hearingOfAgreements, mergedAgreements, type StandingAgreements } from "./agreements";
import { UNKNOWN } from "./arranged";
import { useTold } from "./told";
import { usePresentIn } from "./usePresentIn";

const AgreementsContext = createContext<StandingAgreements>(UNKNOWN);

/** What is agreed on, or is to be, in the person's rooms, as far as it is known here. */
export function useStandingAgreements(): StandingAgreements {
  return useContext(AgreementsContext);
}

/** Asks and listens on every screen. Where she may not write, nothing is agreed on any more. */
export function AgreementsProvider({ children }: { children: ReactNode }) {
  const conversations = useConversations();
  const presentIn = usePresentIn();
  const told = useTold("agreements");
  const [heardIn] = useState(() => hearingOfAgreements());
  const heard = useSyncExternalStore(conversations.subscribe, () =>
    heardIn(conversations.opened().filter(({ write }) => write.may)),
  );
  const known = useMemo(() => mergedAgreements(told, heard, presentIn), [told, heard, presentIn]);
  return <AgreementsContext value={known}>{children}</AgreementsContext>;
}
