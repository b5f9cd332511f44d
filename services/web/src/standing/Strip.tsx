import { ChevronRightIcon } from "@navikt/aksel-icons";
import { useState } from "react";
import { Link } from "react-router";
import type { RoomDetails } from "../contracts/rooms";
import { useMe } from "../session/session";
import { useSettled } from "../shell/useSettled";
import { StandingHere } from "./StandingHere";
import { allOf, placeOf, thingsFor, wayToThing } from "./things";
import type { Standing } from "./useStanding";
import { useStripText } from "./useStripText";

interface StripProps {
  room: RoomDetails;
  /** What stands there: one at least. */
  standing: Standing;
}

/** What happens next, in one line that leads to the message, or to the few there are. */
export function Strip({ room, standing }: StripProps) {
  const { personId } = useMe();
  const [open, setOpen] = useState(false);
  const things = thingsFor(personId, standing);
  // What has just come, or leads elsewhere now, takes no tap that was meant for what was there.
  const settled = useSettled(placeOf(things));
  const text = useStripText(room, things);
  const [only, more] = allOf(things);
  const look = {
    className: "strip",
    "data-mine": things.hers.length > 0,
    "data-settled": settled,
  };
  const line = (
    <>
      <span className="clamp-one">{text}</span>
      <ChevronRightIcon aria-hidden />
    </>
  );
  return (
    <>
      {only && !more && (
        <Link to={wayToThing(only)} replace {...look}>
          {line}
        </Link>
      )}
      {more && (
        <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)} {...look}>
          {line}
        </button>
      )}
      <StandingHere open={open} onClose={() => setOpen(false)} {...{ room, things }} />
    </>
  );
}
