import { PlusIcon } from "@navikt/aksel-icons";
import { Heading, HStack, VStack } from "@navikt/ds-react";
import { useStandingError } from "../gateway/standingError";
import { LinkButton } from "../shell/LinkButton";
import { useTranslation } from "react-i18next";
import { AddressOffer } from "../address/AddressOffer";
import type { RoomSummary } from "../contracts/rooms";
import { PushOffer } from "../notifications/PushOffer";
import { useThings } from "../standing/useThings";
import { placeOf } from "../standing/things";
import { Waiting as WaitingForAnswers } from "../standing/Waiting";
import { isProfessional, useMe } from "../session/session";
import { Emergency } from "../shell/Emergency";
import { Trouble } from "../shell/Trouble";
import { useArrival } from "../shell/useArrival";
import { useStaysInList } from "../shell/useStaysInList";
import { useStands } from "../shell/useStands";
import { useTitle } from "../shell/useTitle";
import { Waiting } from "../shell/Waiting";
import { AwaitingCard } from "./AwaitingCard";
import { NoRooms } from "./NoRooms";
import { Gone } from "./Gone";
import { isOver, useInOrder } from "./order";
import { RoomGroups } from "./RoomGroups";
import { useRooms } from "./rooms";
import { useRoomSearch } from "./useRoomSearch";

export function MyRoomsScreen() {
  const { t } = useTranslation();
  const me = useMe();
  const all = useRooms();
  const { data, refetch } = all;
  const error = useStandingError(all);
  useTitle(t("rooms.title"));
  const heading = useArrival<HTMLHeadingElement>();
  // With the last room its list goes.
  const page = useStaysInList<HTMLDivElement>(data?.length ?? 0, heading);
  return (
    <VStack gap="space-24" className="page" ref={page}>
      <HStack justify="space-between" align="center" gap="space-12">
        <Heading level="1" size="large" ref={heading} tabIndex={-1}>
          {t("rooms.title")}
        </Heading>
        {isProfessional(me) && data?.length !== 0 && (
          <LinkButton to="/rooms/new" size="small" icon={<PlusIcon aria-hidden />}>
            {t("rooms.propose")}
          </LinkButton>
        )}
      </HStack>
      <Gone />
      {data && <RoomList rooms={data} />}
      {!data && error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      <Emergency />
    </VStack>
  );
}

function RoomList({ rooms }: { rooms: RoomSummary[] }) {
  const { t } = useTranslation();
  const awaiting = rooms.filter((room) => room.awaiting.length > 0);
  const listed = useInOrder(rooms).filter(({ awaiting }) => !awaiting.includes("CONSENT"));
  const search = useRoomSearch(listed);
  const stands = useStands(placeOf(useThings(rooms)));
  if (rooms.length === 0) return <NoRooms />;
  return (
    <VStack gap="space-24" className="stands" data-stands={stands}>
      {awaiting.length > 0 && (
        <VStack as="section" gap="space-12" aria-label={t("rooms.awaiting")}>
          {awaiting.map((room) => (
            <AwaitingCard key={room.roomId} room={room} />
          ))}
        </VStack>
      )}
      <WaitingForAnswers rooms={rooms} />
      {awaiting.length === 0 && rooms.some(isMineAndOpen) && <AddressOffer />}
      {awaiting.length === 0 && <PushOffer />}
      <RoomGroups rooms={listed} search={search} />
    </VStack>
  );
}

/** One's own, not one that one helps in. */
function isMineAndOpen(room: RoomSummary): boolean {
  return room.me.part === "PATIENT" && !isOver(room);
}
