import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { StandingAgreement } from "../contracts/agreements";
import type { StandingAppointment } from "../contracts/appointments";
import type { Message } from "../contracts/conversation";
import { agreementOf, type Agreement } from "../conversation/agreements";
import { appointmentOf, type Appointment } from "../conversation/appointments";
import { fetchPage } from "../conversation/history";
import { useStandingAgreements } from "./AgreementsProvider";
import { useStandingAppointments } from "./AppointmentsProvider";
import { standingMayHaveChanged } from "./told";
import { useAtTheHour } from "./useAtTheHour";

/** What one thing says, as far as it has come. */
export interface Said<T> {
  /** Undefined while it is on its way, and where it does not come or can't be read. */
  readonly says: T | undefined;
  /** It has not come; this asks for it again. */
  readonly again: (() => void) | undefined;
  /** It has come and can't be read. */
  readonly unreadable: boolean;
}

/** When and where people meet, and what for. When its hour has come it is asked what stands. */
export function useSaid(of: StandingAppointment): Said<Appointment> {
  const queries = useQueryClient();
  const said = useEntry(of, useStandingAppointments().saying(of), appointmentOf);
  useAtTheHour(said.says ? [said.says] : [], () => standingMayHaveChanged(queries, "appointments"));
  return said;
}

/** On what people agree. */
export function useSaidOnWhat(of: StandingAgreement): Said<Agreement> {
  return useEntry(of, useStandingAgreements().saying(of), agreementOf);
}

interface Place {
  readonly roomId: string;
  readonly seq: number;
}

/**
 * What one entry says: read in the room that is open here, or else fetched, which leaves a view of this
 * message in the log, and of no other (R6). It never changes, so it is fetched once, and forgotten with
 * the screen.
 *
 * @param here what it says, where its room is open
 */
function useEntry<T>(
  { roomId, seq }: Place,
  here: T | undefined,
  read: (entry: Message) => T | undefined,
): Said<T> {
  const { data, isError, refetch } = useQuery({
    queryKey: ["entry", roomId, seq],
    queryFn: () => fetchEntry({ roomId, seq }),
    enabled: here === undefined,
    staleTime: Infinity,
    gcTime: 0,
  });
  const says = here ?? (data ? read(data) : undefined);
  const again = isError && !says ? () => void refetch() : undefined;
  return { says, again, unreadable: data !== undefined && says === undefined };
}

async function fetchEntry({ roomId, seq }: Place): Promise<Message | null> {
  const { items } = await fetchPage(roomId, seq + 1, 1);
  return items.find((it) => it.seq === seq) ?? null;
}
