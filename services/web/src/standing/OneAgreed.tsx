import { BodyShort, Detail, Heading, Link } from "@navikt/ds-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import type { StandingAppointment } from "../contracts/appointments";
import type { Appointment } from "../conversation/appointments";
import { useSlotWords } from "../conversation/when";
import { Clash } from "./Clash";
import { DayLeaf } from "./DayLeaf";
import { NotHere } from "./NotHere";
import type { OneThingProps } from "./OneThing";
import { wayToThing } from "./things";
import { useSaid } from "./useSaid";
import { useWithWhom } from "./useWithWhom";

/** A time that is agreed: the day as on a calendar, when, what for, with whom and where. */
export function OneAgreed(props: OneThingProps & { of: StandingAppointment }) {
  const { of, room, where, here, onGo } = props;
  const said = useSaid(of);
  const { says } = said;
  const { t } = useTranslation();
  const { when } = useSlotWords();
  const { withWhom, gone } = useWithWhom(of, room);
  const belowId = useId();
  const booked = says?.booked;
  return (
    <>
      <DayLeaf day={booked?.start} />
      <div className="room-card__what">
        <Heading level="3" size="xsmall">
          <RouterLink
            to={wayToThing({ kind: "appointment", of })}
            replace={here ?? false}
            className="room-card__way"
            aria-describedby={belowId}
            onClick={onGo}
          >
            {booked ? when(booked) : t("next.agreedTime")}
          </RouterLink>
        </Heading>
        <div id={belowId}>
          {says ? <What says={says} /> : <NotHere said={said} />}
          {withWhom && (
            <BodyShort size="small" textColor="subtle">
              {withWhom}
            </BodyShort>
          )}
          {gone && <Detail as="p">{t("appointment.gone", { names: gone })}</Detail>}
          {where && (
            <BodyShort size="small" textColor="subtle" className="clamp">
              {where}
            </BodyShort>
          )}
          <Clash clashes={of.clashes} room={room} />
        </div>
        {says?.link !== undefined && (
          <Link
            href={says.link}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="room-card__aside"
          >
            {t("appointment.video")}
          </Link>
        )}
      </div>
    </>
  );
}

function What({ says: { description, place } }: { says: Appointment }) {
  return (
    <BodyShort size="small">
      <bdi>{description}</bdi>
      {place !== undefined && (
        <>
          {" · "}
          <bdi>{place}</bdi>
        </>
      )}
    </BodyShort>
  );
}
