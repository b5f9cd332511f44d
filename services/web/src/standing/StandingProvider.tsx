import type { ReactNode } from "react";
import { AgreementsProvider } from "./AgreementsProvider";
import { AppointmentsProvider } from "./AppointmentsProvider";
import { QuestionsProvider } from "./QuestionsProvider";

/** What stands in the person's rooms, as far as it is known here: see `useStanding`. */
export function StandingProvider({ children }: { children: ReactNode }) {
  return (
    <QuestionsProvider>
      <AppointmentsProvider>
        <AgreementsProvider>{children}</AgreementsProvider>
      </AppointmentsProvider>
    </QuestionsProvider>
  );
}
