import { ChevronRightIcon, EyeIcon, PersonGroupIcon, ShieldLockIcon } from "@navikt/aksel-icons";
import { ActionMenu, BodyShort, Detail, Heading } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import type { RoomDetails, Seat } from "../contracts/rooms";
import { useListed } from "../language/names";
import { Face } from "../shell/Face";
import { ROOM_NAME, WRITING } from "../shell/frame";
import { RoomLine } from "../shell/RoomLine";
import { useArrival } from "../shell/useArrival";
import { useOnTheirWay } from "./onItsWay";
import { hueOf, isPatientOf, shortName, takingPart, waitingForApproval } from "./seats";

/** So many faces fit beside the name. */
const FACES = 3;

/** One slim line: the way back, whom and what the room is for, who is in it, and all the rest. */
export function RoomHeader({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  return (
    <header className="room__header">
      <RoomLine backText={t("rooms.title")} about={<About room={room} />}>
        <Names room={room} />
        <Others room={room} />
      </RoomLine>
      <WaitingForYou room={room} />
    </header>
  );
}

/** Whose room it is, to a helper; what it is for, to the patient, who may have several. */
function Names({ room }: { room: RoomDetails }) {
  const mine = isPatientOf(room);
  const listed = useListed();
  const others = othersIn(room).map(({ person }) => shortName(room, person.personId));
  const below = mine ? listed(others) : room.purpose;
  const heading = useArrival<HTMLHeadingElement>();
  return (
    <div className="room__name">
      <Heading
        level="1"
        size="xsmall"
        className="clamp-one"
        id={ROOM_NAME}
        ref={heading}
        tabIndex={-1}
      >
        <bdi>{mine ? room.purpose : room.patient.name}</bdi>
      </Heading>
      {room.may.write && <ToWriting />}
      {below !== "" && (
        <Detail as="p" textColor="subtle" className="clamp-one">
          <bdi>{below}</bdi>
        </Detail>
      )}
    </div>
  );
}

/** Past the faces, the menu and all that was said, for who goes by the keyboard. */
function ToWriting() {
  const { t } = useTranslation();
  return (
    <a
      className="skip-link"
      href={`#${WRITING}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(WRITING)?.focus();
      }}
    >
      {t("room.toWriting")}
    </a>
  );
}

function Others({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  const others = othersIn(room);
  if (others.length === 0) return null;
  const more = others.length - FACES;
  return (
    <Link
      to={`/rooms/${room.roomId}/participants`}
      className="room__others"
      aria-label={t("rooms.participants", { count: takingPart(room).length })}
    >
      <span className="faces">
        {others.slice(0, FACES).map(({ seatId, person }) => (
          <Face key={seatId} name={person.name} hue={hueOf(room, person.personId)} size="medium" />
        ))}
      </span>
      {more > 0 && <Detail as="span">+{more}</Detail>}
    </Link>
  );
}

function othersIn(room: RoomDetails): Seat[] {
  return takingPart(room).filter(({ seatId }) => seatId !== room.me.seatId);
}

/** What there is to know and to do about the room, at the top of the menu. */
function About({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const base = `/rooms/${room.roomId}`;
  return (
    <ActionMenu.Group label={t("room.about")}>
      <ActionMenu.Item
        icon={<PersonGroupIcon aria-hidden />}
        onSelect={() => void navigate(`${base}/participants`)}
      >
        {t("participants.title")}
      </ActionMenu.Item>
      {room.may.seeAccessLog && (
        <ActionMenu.Item
          icon={<EyeIcon aria-hidden />}
          onSelect={() => void navigate(`${base}/seen`)}
        >
          {t("accessLog.link")}
        </ActionMenu.Item>
      )}
      {isPatientOf(room) && (
        <ActionMenu.Item
          icon={<ShieldLockIcon aria-hidden />}
          onSelect={() => void navigate(`${base}/consent`)}
        >
          {t("consent.yours")}
        </ActionMenu.Item>
      )}
    </ActionMenu.Group>
  );
}

/** What is asked of the patient goes before what is said. */
function WaitingForYou({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  const listed = useListed();
  const onTheirWay = useOnTheirWay(room);
  const waiting = room.may.approve ? waitingForApproval(room) : [];
  if (waiting.length === 0) return null;
  const asks = waiting.filter((seat) => !onTheirWay.includes(seat));
  const names = (seats: Seat[]) => listed(seats.map(({ person }) => person.name));
  return (
    <Link to={`/rooms/${room.roomId}/approvals`} className="room__asks">
      <BodyShort as="span" size="small">
        {asks.length > 0
          ? t("room.waitingForYou", { names: names(asks) })
          : t("room.onItsWay", { names: names(onTheirWay) })}
      </BodyShort>
      <ChevronRightIcon aria-hidden />
    </Link>
  );
}
