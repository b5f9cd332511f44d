import { Detail } from "@navikt/ds-react";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import type { Marks } from "./conversation";
import { useReadBy } from "./useReadBy";

interface ReadByProps {
  room: RoomDetails;
  read: Marks;
  received: Marks;
  message: Message;
  groupFrom: number;
  groupWhole: boolean;
}

/** Under the last of what somebody wrote together: who has read it, and whom it has only reached. */
export function ReadBy({ room, read, received, message, ...group }: ReadByProps) {
  const said = useReadBy(room, { read, received }, message, group);
  return (
    said.length > 0 && (
      <Detail as="p" className="read-by" textColor="subtle">
        {said.join(" · ")}
      </Detail>
    )
  );
}
