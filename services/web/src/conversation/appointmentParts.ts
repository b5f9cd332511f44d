import "../shell/acts.css";
import "../shell/appointments.css";
import "../shell/arranged.css";

/* What is shown of appointments, fetched with the first of them: most rooms have none. */
export { AppointmentCard } from "./AppointmentCard";
export { AppointmentDialogue } from "./AppointmentDialogue";
