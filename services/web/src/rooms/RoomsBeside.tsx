import { PlusIcon } from "@navikt/aksel-icons";
import { Heading, HStack } from "@navikt/ds-react";
import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { isProfessional, useMe } from "../session/session";
import { LinkButton } from "../shell/LinkButton";
import { Trouble } from "../shell/Trouble";
import { BESIDE, useMedia } from "../shell/useMedia";
import { Waiting } from "../shell/Waiting";
import { isOver, useInOrder } from "./order";
import { RoomGroups } from "./RoomGroups";
import { useRooms } from "./rooms";

interface RoomsBesideProps {
  roomId: string;
  children: ReactNode;
}

/** A conversation, and the list beside it where there is room for both. */
export function RoomsBeside({ roomId, children }: RoomsBesideProps) {
  const beside = useMedia(BESIDE);
  useRoomKeys(roomId);
  return (
    <div className="room">
      {beside && <List current={roomId} />}
      {children}
    </div>
  );
}

function List({ current }: { current: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const { data, error, refetch } = useRooms();
  const rooms = useInOrder(data, current);
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
      {data && <RoomGroups rooms={rooms} current={current} />}
      {!data && error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
    </nav>
  );
}

/** Alt and an arrow lead to the room above or below in the list. */
function useRoomKeys(current: string) {
  const navigate = useNavigate();
  const { data } = useRooms();
  const rooms = useInOrder(data, current);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!step || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const open = rooms.filter((room) => !isOver(room) || room.roomId === current);
      const next = open[open.findIndex((room) => room.roomId === current) + step];
      event.preventDefault();
      if (next) void navigate(`/rooms/${next.roomId}`);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [rooms, current, navigate]);
}
