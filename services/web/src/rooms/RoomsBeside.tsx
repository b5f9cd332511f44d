import { PlusIcon } from "@navikt/aksel-icons";
import { Heading, HStack } from "@navikt/ds-react";
import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import type { RoomSummary } from "../contracts/rooms";
import { isProfessional, useMe } from "../session/session";
import { fetched } from "../shell/Fetched";
import { LinkButton } from "../shell/LinkButton";
import { BESIDE, useMedia } from "../shell/useMedia";
import { AloneProvider } from "./Alone";
import { useInOrder } from "./order";
import { useRooms } from "./rooms";
import { useRoomSearch } from "./useRoomSearch";

/** A phone has no room for it. */
const ListBeside = fetched(() => import("./ListBeside").then((it) => it.ListBeside));

const NONE: readonly RoomSummary[] = [];

interface RoomsBesideProps {
  roomId: string;
  children: ReactNode;
}

/**
 * A conversation, and the list beside it where there is room for both: it stays whatever becomes of the
 * room, as long as no page stands alone in its place.
 */
export function RoomsBeside({ roomId, children }: RoomsBesideProps) {
  const { t } = useTranslation();
  const me = useMe();
  const beside = useMedia(BESIDE);
  const { data } = useRooms();
  const rooms = useInOrder(data);
  const search = useRoomSearch(rooms);
  const [alone, setAlone] = useState(false);
  const listed = beside && !alone;
  useRoomKeys(roomId, listed ? (search.found ?? rooms) : NONE);
  return (
    <div className={alone ? "room-alone" : "room"}>
      {listed && (
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
          <ListBeside current={roomId} rooms={data && rooms} search={search} />
        </nav>
      )}
      <AloneProvider value={setAlone}>{children}</AloneProvider>
    </div>
  );
}

/**
 * Alt and an arrow lead to the room above or below among those shown: one for each press, since each is a
 * visit, and none from behind a dialogue or where they move the cursor. From a room that is not among
 * them down leads to the first, and up to the last.
 */
function useRoomKeys(current: string, rooms: readonly RoomSummary[]) {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!step || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.repeat || document.querySelector("dialog[open]") || movesCursor(event)) return;
      const open = rooms.filter((room) => room.status === "ACTIVE" || room.roomId === current);
      if (open.length === 0) return;
      const here = open.findIndex((room) => room.roomId === current);
      const next = here < 0 ? open.at(step > 0 ? 0 : -1) : open[here + step];
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
