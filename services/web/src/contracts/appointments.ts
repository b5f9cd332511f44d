import type { components } from "./generated/messaging-api";

/** What is proposed or agreed in one of the person's rooms; never what for, where or when. */
export type StandingAppointment = components["schemas"]["StandingAppointment"];

/** Answer to `GET /api/conversations/appointments` */
export type StandingAppointments = components["schemas"]["StandingAppointments"];
