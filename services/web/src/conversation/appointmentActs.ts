import { createContext, useContext } from "react";
import type { Appointment } from "./appointments";

/** What the page of a room does for the appointments in it. */
export interface AppointmentActs {
  /** Lets the person propose times; for what stands already, other ones. */
  readonly propose: (stands?: Appointment) => void;
  /** Lets her cancel it, once she has said that she means it. */
  readonly cancel: (stands: Appointment) => void;
}

export const AppointmentActsContext = createContext<AppointmentActs>({
  propose: () => undefined,
  cancel: () => undefined,
});

export function useAppointmentActs(): AppointmentActs {
  return useContext(AppointmentActsContext);
}
