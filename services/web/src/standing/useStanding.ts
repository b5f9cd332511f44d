import type { StandingAgreement } from "../contracts/agreements";
import type { StandingAppointment } from "../contracts/appointments";
import { useStandingAgreements } from "./AgreementsProvider";
import { useStandingAppointments } from "./AppointmentsProvider";
import type { OpenQuestion } from "./merged";
import { useQuestions } from "./QuestionsProvider";

/** What goes on in rooms until somebody has said something more, or the time has come. */
export interface Standing {
  readonly questions: readonly OpenQuestion[];
  readonly appointments: readonly StandingAppointment[];
  readonly agreements: readonly StandingAgreement[];
}

/** What stands, as far as it is known here. */
export interface KnownStanding {
  /** In all rooms: of what the server has not told nothing. */
  readonly all: Standing;
  /** Of how many kinds of it the server has told. */
  readonly toldOf: number;
  /** Whether it has told of all kinds. */
  readonly isTold: boolean;
  /** It has not told all that there is. */
  readonly more: boolean;
  readonly inRoom: (roomId: string) => Standing;
}

export function useStanding(): KnownStanding {
  const questions = useQuestions();
  const appointments = useStandingAppointments();
  const agreements = useStandingAgreements();
  const each = [questions, appointments, agreements];
  const toldOf = each.filter(({ all }) => all !== undefined).length;
  return {
    all: {
      questions: questions.all ?? [],
      appointments: appointments.all ?? [],
      agreements: agreements.all ?? [],
    },
    toldOf,
    isTold: toldOf === each.length,
    more: each.some(({ more }) => more),
    inRoom: (roomId) => ({
      questions: questions.inRoom(roomId) ?? [],
      appointments: appointments.inRoom(roomId) ?? [],
      agreements: agreements.inRoom(roomId) ?? [],
    }),
  };
}

/** All of it, whatever its kind. */
export function eachOf({ questions, appointments, agreements }: Standing) {
  return [...questions, ...appointments, ...agreements];
}
