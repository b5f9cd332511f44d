import { BodyShort, Detail, Heading } from "@navikt/ds-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { RoomDetails, RoomSummary } from "../contracts/rooms";
import { useDates } from "../language/dates";
import { Face, type Hue } from "../shell/Face";
import type { OneThingProps } from "./OneThing";
import type { Who } from "./who";

interface OneCardProps extends OneThingProps {
  /** Whose face stands there; nobody's where nothing that is here says who it is. */
  face: Who | undefined;
  to: string;
  title: string;
  below?: string | undefined;
  /** Since when it stands like this, where that is to be told. */
  since?: string | undefined;
}

/** A card that leads to what it says something of. */
export function OneCard(props: OneCardProps) {
  const { face, to, title, below, since, room, where, here, onGo, children } = props;
  const { t } = useTranslation();
  const dates = useDates();
  const belowId = useId();
  return (
    <>
      <Face name={face?.name ?? ""} hue={hueOf(room, face?.personId)} size="medium" />
      <div className="room-card__what">
        <Heading level="3" size="xsmall">
          <Link
            to={to}
            replace={here ?? false}
            className="room-card__way clamp"
            aria-describedby={belowId}
            onClick={onGo}
          >
            {title}
          </Link>
        </Heading>
        <div id={belowId}>
          {where && (
            <BodyShort size="small" textColor="subtle" className="clamp">
              {where}
            </BodyShort>
          )}
          {below && (
            <BodyShort size="small" textColor="subtle">
              {below}
            </BodyShort>
          )}
          {since !== undefined && (
            <Detail as="p" textColor="subtle">
              <time dateTime={since}>{t("standing.since", { when: dates.short(since) })}</time>
            </Detail>
          )}
          {children}
        </div>
      </div>
    </>
  );
}

/** Outside her room nobody but the patient has a colour. */
function hueOf({ patient }: RoomSummary | RoomDetails, personId: string | undefined): Hue {
  return personId === patient.personId ? "patient" : "none";
}
