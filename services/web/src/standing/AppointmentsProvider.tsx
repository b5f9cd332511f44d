import { createContext, useContext, useMemo, useState, useSyncExternalStore } from "react";
import type { ReactNode } from "react";
import { useConversations } from "../conversation/ConversationsProvider";
import {
  hearingOfAppointments,
  mergedAppointments,
  UNKNOWN,
  type KnownAppointments,
} from "./appointments";
import { useTold } from "./told";

const AppointmentsContext = createContext<KnownAppointments>(UNKNOWN);

/** What is proposed and what is agreed in the person's rooms, as far as it is known here. */
export function useStandingAppointments(): KnownAppointments {
  return useContext(AppointmentsContext);
}

/** Asks and listens on every screen. Where she may not write, nothing is arranged any more. */
export function AppointmentsProvider({ children }: { children: ReactNode }) {
  const conversations = useConversations();
  const told = useTold("appointments");
  const [heardIn] = useState(() => hearingOfAppointments());
  const heard = useSyncExternalStore(conversations.subscribe, () =>
    heardIn(conversations.opened().filter(({ write }) => write.may)),
  );
  const known = useMemo(() => mergedAppointments(told, heard), [told, heard]);
  return <AppointmentsContext value={known}>{children}</AppointmentsContext>;
}
