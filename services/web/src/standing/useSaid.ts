import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { StandingAppointment } from "../contracts/appointments";
import { appointmentOf, type Appointment } from "../conversation/appointments";
import { fetchPage } from "../conversation/history";
import { useStandingAppointments } from "./AppointmentsProvider";
import { standingMayHaveChanged } from "./told";
import { useAtTheHour } from "./useAtTheHour";

/** What an appointment says, as far as it has come. */
export interface Said {
  /** Undefined while it is on its way, and where it does not come or can't be read. */
  readonly says: Appointment | undefined;
  /** It has not come; this asks for it again. */
  readonly again: (() => void) | undefined;
  /** It has come and can't be read. */
  readonly unreadable: boolean;
}

/**
 * When and where, and what for: read in the room that is open here, or else fetched, which leaves a
 * view of this message in the log, and of no other (R6). What one entry says never changes, so it is
 * fetched once, and forgotten with the screen. When its hour has come it is asked what stands.
 */
export function useSaid(of: StandingAppointment): Said {
  const queries = useQueryClient();
  const here = useStandingAppointments().saying(of);
  const { data, isError, refetch } = useQuery({
    queryKey: ["appointment", of.roomId, of.seq],
    queryFn: () => fetchEntry(of),
    enabled: here === undefined,
    staleTime: Infinity,
    gcTime: 0,
  });
  const says = here ?? data ?? undefined;
  useAtTheHour(says ? [says] : [], () => standingMayHaveChanged(queries));
  const again = isError && !says ? () => void refetch() : undefined;
  return { says, again, unreadable: data === null && says === undefined };
}

/** Null where it does not open, or a newer version has said it. */
async function fetchEntry({ roomId, seq }: StandingAppointment): Promise<Appointment | null> {
  const { items } = await fetchPage(roomId, seq + 1, 1);
  const entry = items.find((it) => it.seq === seq);
  return (entry && appointmentOf(entry)) ?? null;
}
