import { PlusIcon } from "@navikt/aksel-icons";
import { Heading, HStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { RoomSummary } from "../contracts/rooms";
import { useStandingError } from "../gateway/standingError";
import { isProfessional, useMe } from "../session/session";
import { LinkButton } from "../shell/LinkButton";
import { Trouble } from "../shell/Trouble";
import { Waiting } from "../shell/Waiting";
import { Gone } from "./Gone";
import { RoomGroups } from "./RoomGroups";
import { useRooms } from "./rooms";
import type { RoomSearch } from "./useRoomSearch";

interface ListBesideProps {
  current: string;
  rooms: readonly RoomSummary[];
  search: RoomSearch;
}

/** The list of rooms where it stands beside one of them. */
export function ListBeside({ current, rooms, search }: ListBesideProps) {
  const { t } = useTranslation();
  const me = useMe();
  const all = useRooms();
  const { data, refetch } = all;
  const error = useStandingError(all);
  return (
    <>
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
    </>
  );
}
