import type { StandingAppointment } from "../contracts/appointments";
import { useStandingAppointments } from "./AppointmentsProvider";

/** Who is taken at which of the times of an appointment, as it stands with this entry; as far as that is known. */
export function useClashes(roomId: string, seq: number): StandingAppointment["clashes"] {
  const here = useStandingAppointments().inRoom(roomId) ?? [];
  return here.find((it) => it.seq === seq)?.clashes ?? [];
}
