import type { StandingAppointment } from "../contracts/appointments";
import { useMe } from "../session/session";
import { OneCard } from "./OneCard";
import type { OneThingProps } from "./OneThing";
import { wayToThing } from "./things";
import { useProposalWording } from "./useProposalWording";
import { whoIs } from "./who";

/** Times that somebody proposes: who, and who is to say something now; since when. */
export function OneProposal({ of, room, ...props }: OneThingProps & { of: StandingAppointment }) {
  const { personId: myId } = useMe();
  const { title, below } = useProposalWording()(of, room);
  const waitsFor = of.waitsForIds.includes(myId) ? of.proposedById : of.waitsForIds[0];
  return (
    <OneCard
      face={whoIs(room, waitsFor ?? of.proposedById)}
      to={wayToThing({ kind: "appointment", of })}
      below={below}
      since={of.since}
      {...{ room, title, ...props }}
    />
  );
}
