import { PlusIcon } from "@navikt/aksel-icons";
import { Heading, HStack } from "@navikt/ds-react";
import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useStandingError } from "../gateway/standingError";
import type { RoomSummary } from "../contracts/rooms";
import { isProfessional, useMe } from "../session/session";
import { LinkButton } from "../shell/LinkButton";
import { Trouble } from "../shell/Trouble";
import { BESIDE, useMedia } from "../shell/useMedia";
import { Waiting } from "../shell/Waiting";
import { Gone } from "./Gone";
import { useInOrder } from "./order";
import { RoomGroups } from "./RoomGroups";
import { useRooms } from "./rooms";
import { useRoomSearch, type RoomSearch } from "./useRoomSearch";

interface RoomsBesideProps {
  roomId: string;
  children: ReactNode;
}

/** A conversation, and the list beside it where there is room for both. */
export function RoomsBeside({ roomId, children }: RoomsBesideProps) {
  const beside = useMedia(BESIDE);
  const { data } = useRooms();
  const rooms = useInOrder(data);
  const search = useRoomSearch(rooms);
  useRoomKeys(roomId, (beside && search.found) || rooms);
  return (
    <div className="room">
      {beside && <List current={roomId} rooms={rooms} search={search} />}
      {children}
    </div>
  );
}

interface ListProps {
  current: string;
  rooms: readonly RoomSummary[];
  search: RoomSearch;
}

function List({ current, rooms, search }: ListProps) {
  const { t } = useTranslation();
  const me = useMe();
  const all = useRooms();
  const { data, refetch } = all;
  const error = useStandingError(all);
  return (
    <nav className="room__list" aria-labelledby="rooms">
      <HStack justify="space-between" align="center" wrap={false}>
        <Heading level="2" size="small" id="rooms">
          <Link to="/" className="room__list-way">
            {t("rooms.title")}
          </Link>
        </Heading>
        {isProfessional(me) && (
          <LinkButton
            to="/rooms/new"
            size="small"
            variant="tertiary"
            icon={<PlusIcon title={t("rooms.propose")} fontSize="1.5rem" />}
          />
        )}
      </HStack>
      <Gone />
      {data && <RoomGroups {...{ rooms, search, current }} />}
      {!data && error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
    </nav>
  );
}

/**
 * Alt and an arrow lead to the room above or below among those shown: one for each press, since each is a
 * visit, and none from behind a dialogue or where they move the cursor.
 */
function useRoomKeys(current: string, rooms: readonly RoomSummary[]) {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!step || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.repeat || document.querySelector("dialog[open]") || movesCursor(event)) return;
      const open = rooms.filter((room) => room.status === "ACTIVE" || room.roomId === current);
      const next = open[open.findIndex((room) => room.roomId === current) + step];
      event.preventDefault();
      if (next) void navigate(`/rooms/${next.roomId}`);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [rooms, current, navigate]);
}

/** On a Mac they move it by paragraphs. */
function movesCursor({ target }: KeyboardEvent): boolean {
  const writes = target instanceof HTMLTextAreaElement && target.value !== "";
  return writes && navigator.userAgent.includes("Mac OS X");
}
