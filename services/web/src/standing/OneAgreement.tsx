import type { StandingAgreement } from "../contracts/agreements";
import { useMe } from "../session/session";
import { OneCard } from "./OneCard";
import type { OneThingProps } from "./OneThing";
import { wayToThing } from "./things";
import { useAgreementWording } from "./useAgreementWording";
import { whoIs } from "./who";

/** Something that is to be agreed on: who asks, and who is to say something now; since when. */
export function OneAgreement({ of, room, ...props }: OneThingProps & { of: StandingAgreement }) {
  const { personId: myId } = useMe();
  const { title, below } = useAgreementWording()(of, room);
  const waitsFor = of.waitsForIds.includes(myId) ? of.proposedById : of.waitsForIds[0];
  return (
    <OneCard
      face={whoIs(room, waitsFor ?? of.proposedById)}
      to={wayToThing({ kind: "agreement", of })}
      below={below}
      since={of.since}
      {...{ room, title, ...props }}
    />
  );
}
