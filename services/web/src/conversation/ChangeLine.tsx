import { Detail } from "@navikt/ds-react";
import { memo } from "react";
import type { RoomDetails } from "../contracts/rooms";
import { useDates } from "../language/dates";
import type { Change } from "./changes";
import { useChangeText } from "./useChangeText";

interface ChangeLineProps {
  change: Change;
  room: RoomDetails;
}

/** Who came and who left, in the place where it was. */
export const ChangeLine = memo(function ChangeLine({ change, room }: ChangeLineProps) {
  const dates = useDates();
  const text = useChangeText(room);
  return (
    <Detail as="p" className="change">
      {text(change)} <time dateTime={change.at}>{dates.time(change.at)}</time>
    </Detail>
  );
});
