import { Detail } from "@navikt/ds-react";
import type { Mark, Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { useReadBy } from "./useReadBy";

interface ReadByProps {
  room: RoomDetails;
  marks: ReadonlyMap<string, Mark>;
  message: Message;
}

/** Under the last of what somebody wrote together: who has read it. */
export function ReadBy({ room, marks, message }: ReadByProps) {
  const readBy = useReadBy(room, marks, message);
  return (
    readBy !== "" && (
      <Detail as="p" className="read-by" textColor="subtle">
        {readBy}
      </Detail>
    )
  );
}
