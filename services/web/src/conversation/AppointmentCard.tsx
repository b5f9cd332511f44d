import { BodyShort, Detail, Link } from "@navikt/ds-react";
import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { useListed } from "../language/names";
import { presentIn } from "../rooms/seats";
import { useMe } from "../session/session";
import { Clash } from "../standing/Clash";
import { useClashes } from "../standing/useClashes";
import { AppointmentButtons } from "./AppointmentButtons";
import { mayWith, type Appointment, type KnownAppointment } from "./appointments";
import { ProposedTimes } from "./ProposedTimes";
import { useQuestionActs } from "./questionActs";
import { RefusedAmendment } from "./RefusedAmendment";
import { SendingText } from "./SendingText";
import type { OfMessage } from "./useAmendments";
import { isInCalendarOf, useAppointmentWords } from "./useAppointmentWords";
import { useKeepsFocusInRow } from "./useKeepsFocusInRow";

interface AppointmentCardProps extends Pick<OfMessage, "appointing" | "mayAct"> {
  room: RoomDetails;
  /** What the message says of it. */
  says: Appointment;
  /** How it stands now. */
  appointment: KnownAppointment;
  /** The message as it stands in the page. */
  row: RefObject<HTMLElement | null>;
}

/**
 * Under a message that proposes times, or says what has become of them: how it stands and what one may
 * do; where something newer was said of it, the way there.
 */
export function AppointmentCard(props: AppointmentCardProps) {
  const { room, says, appointment, row, appointing, mayAct } = props;
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const { goTo } = useQuestionActs();
  const held = useKeepsFocusInRow(row);
  const { newest, isSure } = appointment;
  // Nothing more is to be said or done.
  const isOff = newest.status === "CANCELLED" && newest.seq === says.seq && isSure;
  if (isOff && !isInCalendarOf(myId, newest)) return null;
  if (newest.seq !== says.seq) {
    return (
      <Detail as="p" className="arranged-place">
        {says.status === "BOOKED" && <>{t("appointment.notNow")} </>}
        <Link as="button" type="button" className="arranged__now" onClick={() => goTo(newest.seq)}>
          {t("appointment.now")}
        </Link>
      </Detail>
    );
  }
  const mayChange = mayAct && isSure && mayWith(newest, myId, presentIn(room)).takePart;
  return (
    <section
      className="arranged"
      aria-label={t("appointment.title")}
      data-status={newest.status}
      data-holds={newest.status === "BOOKED"}
      data-yours={mayChange && newest.status === "PROPOSED" && newest.proposedById !== myId}
      {...held}
    >
      {!isSure && <Detail as="p">{t("appointment.notSure")}</Detail>}
      {newest.status !== "CANCELLED" && <Where room={room} stands={newest} />}
      {newest.status === "PROPOSED" && (
        <ProposedTimes {...{ room, appointment, appointing, mayChange }} />
      )}
      <AppointmentButtons {...{ stands: newest, isSure, appointing, room, mayChange }} />
      {appointing?.state.kind === "sending" && <SendingText />}
      <RefusedAmendment underWay={appointing} />
    </section>
  );
}

interface WhereProps {
  room: RoomDetails;
  stands: Appointment;
}

/** Who is to come, and where to. */
function Where({ room, stands }: WhereProps) {
  const { t } = useTranslation();
  const { names, when } = useAppointmentWords(room);
  const { personId: myId } = useMe();
  const listed = useListed();
  const { status, booked, place, link, participantIds } = stands;
  const clashes = useClashes(room.roomId, stands.seq);
  const people = [...participantIds].sort((one, other) => +(other === myId) - +(one === myId));
  const gone = participantIds.filter((id) => !presentIn(room).includes(id));
  return (
    <>
      {status === "BOOKED" && booked && (
        <>
          <BodyShort weight="semibold">{when(booked)}</BodyShort>
          <Clash clashes={clashes} room={room} />
        </>
      )}
      <Detail as="p" textColor="subtle">
        {t("appointment.for", { names: listed(names(people)) })}
      </Detail>
      {gone.length > 0 && (
        <Detail as="p">{t("appointment.gone", { names: listed(names(gone)) })}</Detail>
      )}
      {place !== undefined && (
        <BodyShort size="small">
          <bdi>{place}</bdi>
        </BodyShort>
      )}
      {link !== undefined && (
        <BodyShort size="small">
          <Link href={link} target="_blank" rel="noopener noreferrer nofollow">
            {t("appointment.video")}
          </Link>{" "}
          ({hostOf(link)})
        </BodyShort>
      )}
    </>
  );
}

/** Where a link really leads. */
function hostOf(link: string): string {
  try {
    return new URL(link).host;
  } catch {
    return link;
  }
}
