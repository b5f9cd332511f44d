import { useMe } from "../session/session";
import { DayOf } from "./DayOf";
import type { OpenQuestion } from "./merged";
import { OneCard } from "./OneCard";
import type { OneThingProps } from "./OneThing";
import { wayTo } from "./wayTo";
import { useWording } from "./useWording";
import { isLapsed, whoIs } from "./who";

/** One message that waits for an answer: who and whom, since when and until when. */
export function OneQuestion({ of, room, ...props }: OneThingProps & { of: OpenQuestion }) {
  const { personId: myId } = useMe();
  const { title, asked } = useWording()(of, room);
  const isMine = of.addresseeId === myId;
  return (
    <OneCard
      face={whoIs(room, isMine ? of.askedById : of.addresseeId)}
      to={wayTo(of)}
      below={asked}
      since={of.state === "OPEN" ? of.since : undefined}
      {...{ room, title, ...props }}
    >
      {!isLapsed(of, room) && <DayOf of={of} friendly={isMine && room.me.part === "PATIENT"} />}
    </OneCard>
  );
}
