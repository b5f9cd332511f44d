import type { ReactNode } from "react";
import type { StandingAppointment } from "../contracts/appointments";
import { OneAgreed } from "./OneAgreed";
import type { OneThingProps } from "./OneThing";
import { inTimesOrder, useSaid } from "./useSaid";
import { keyOf } from "./wayTo";

interface AgreedProps {
  all: readonly StandingAppointment[];
  /** In which room it is and how it leads there; nothing where that is not known yet. */
  children: (of: StandingAppointment) => OneThingProps | undefined;
}

/** What is agreed, in the order of time. */
export function Agreed({ all, children }: AgreedProps): ReactNode {
  const said = inTimesOrder(useSaid(all));
  return (
    <ul className="plain-list room-cards">
      {said.map((it) => {
        const way = children(it.of);
        return (
          way && (
            <li key={keyOf(it.of)} className="room-card standing">
              <OneAgreed said={it} {...way} />
            </li>
          )
        );
      })}
    </ul>
  );
}
