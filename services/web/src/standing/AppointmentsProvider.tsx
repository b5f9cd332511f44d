import { useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  useContext,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { useConversations } from "../conversation/ConversationsProvider";
import {
  hearingOfAppointments,
  mergedAppointments,
  type StandingAppointments,
} from "./appointments";
import { UNKNOWN } from "./arranged";
import { standingMayHaveChanged, useTold } from "./told";
import { useAtTheHour } from "./useAtTheHour";
import { usePresentIn } from "./usePresentIn";

const AppointmentsContext = createContext<StandingAppointments>(UNKNOWN);

/** What is proposed and what is agreed in the person's rooms, as far as it is known here. */
export function useStandingAppointments(): StandingAppointments {
  return useContext(AppointmentsContext);
}

/**
 * Asks and listens on every screen, and asks again when a time that it knows has come. Where she may not
 * write, nothing is arranged any more.
 */
export function AppointmentsProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const conversations = useConversations();
  const presentIn = usePresentIn();
  const told = useTold("appointments");
  const [heardIn] = useState(() => hearingOfAppointments());
  const heard = useSyncExternalStore(conversations.subscribe, () =>
    heardIn(conversations.opened().filter(({ write }) => write.may)),
  );
  const known = useMemo(() => mergedAppointments(told, heard, presentIn), [told, heard, presentIn]);
  useAtTheHour(
    heard.flat().map(({ known: { newest } }) => newest),
    () => standingMayHaveChanged(queries, "appointments"),
  );
  return <AppointmentsContext value={known}>{children}</AppointmentsContext>;
}
