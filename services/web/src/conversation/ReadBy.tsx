import { Detail } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { useListed } from "../language/names";
import { hueOf, seatOf, shortName, takingPart } from "../rooms/seats";
import { useMe } from "../session/session";
import { Face } from "../shell/Face";
import { saidBy, type Acknowledgement } from "./acknowledgements";
import type { Marks } from "./conversation";
import { hasReadBefore, type Corrected } from "./corrected";
import type { Ranges } from "./ranges";
import { useReadBy } from "./useReadBy";

/** So many faces stand under a message; of the rest it says how many they are. */
const FACES = 5;

interface ReadByProps {
  room: RoomDetails;
  read: Marks;
  received: Marks;
  message: Message;
  group: Ranges;
  groupWhole: boolean;
}

/** Under the last of what somebody wrote together: who has passed it over, and whom it has only reached. */
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

interface ReadBeforeProps {
  room: RoomDetails;
  corrected: Corrected;
  /** Who has answered it shortly, as it stands. */
  acknowledged: readonly Acknowledgement[];
}

/** Under a message that was changed: who has read it, and not these words for all that is known. */
export function ReadBefore({ room, corrected, acknowledged }: ReadBeforeProps) {
  const { t } = useTranslation();
  const listed = useListed();
  const { personId: myId } = useMe();
  const people = [...corrected.readBy, ...corrected.readBefore].filter(
    (id) => hasReadBefore(corrected, id) && saidBy(id, acknowledged) === undefined,
  );
  const names = people
    .filter((id) => id !== myId)
    .map((id) => shortName(room, id))
    .filter((it) => it !== "");
  const said = [
    ...(people.includes(myId) ? [t("correction.youReadBefore")] : []),
    ...(names.length > 0 ? [t("correction.readBefore", { names: listed(names) })] : []),
  ];
  if (said.length === 0) return null;
  return (
    <Detail as="p" className="read-by" textColor="subtle">
      {said.join(" · ")}
    </Detail>
  );
}

interface LastReadProps {
  room: RoomDetails;
  message: Message;
  /** Those who have read this one, and nothing further down. */
  readers: readonly string[];
  /** Asks when, and who else. */
  onAsk: (message: Message) => void;
}

/** The faces of those who have read as far as here. */
export function LastRead({ room, message, readers, onAsk }: LastReadProps) {
  const { t } = useTranslation();
  const listed = useListed();
  const { personId: myId } = useMe();
  const seats = room.seats.map(({ person }) => person.personId);
  const known = [...new Set(seats)].filter((id) => readers.includes(id));
  if (known.length === 0) return null;
  const others = takingPart(room)
    .map(({ person }) => person.personId)
    .filter((id) => id !== myId && id !== message.senderId);
  const isAll = others.length > 2 && others.every((id) => known.includes(id));
  const more = known.length - FACES;
  return (
    <button type="button" className="last-read" onClick={() => onAsk(message)}>
      <span className="sr-only">
        {isAll
          ? t("conversation.readByAll")
          : t("conversation.readBy", { names: listed(known.map((id) => shortName(room, id))) })}
      </span>
      <span className="faces">
        {known.slice(0, FACES).map((id) => (
          <Face
            key={id}
            name={seatOf(room, id)?.person.name ?? ""}
            hue={hueOf(room, id)}
            size="small"
          />
        ))}
      </span>
      {more > 0 && (
        <Detail as="span" aria-hidden>
          +{more}
        </Detail>
      )}
    </button>
  );
}
