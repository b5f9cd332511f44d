import { BodyShort, Detail, Heading } from "@navikt/ds-react";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { RoomDetails, RoomSummary } from "../contracts/rooms";
import { useDates } from "../language/dates";
import { useMe } from "../session/session";
import { Face, type Hue } from "../shell/Face";
import { DayOf } from "./DayOf";
import type { OpenQuestion } from "./merged";
import { wayTo } from "./wayTo";
import { useWording } from "./useWording";
import { isLapsed, whoIs } from "./who";

interface OneQuestionProps {
  of: OpenQuestion;
  room: RoomSummary | RoomDetails;
  /** Which room it is, where that is not plain. */
  where?: ReactNode;
  headingLevel: "2" | "3";
  /** It leads to another place of the page that is here. */
  here?: boolean;
  onGo?: () => void;
}

/** One message that waits for an answer: who and whom, since when and until when. All of it leads there. */
export function OneQuestion({ of, room, where, headingLevel, here, onGo }: OneQuestionProps) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const dates = useDates();
  const belowId = useId();
  const { title, asked } = useWording()(of, room);
  const isMine = of.addresseeId === myId;
  const face = whoIs(room, isMine ? of.askedById : of.addresseeId);
  return (
    <>
      <Face name={face?.name ?? ""} hue={hueOf(room, face?.personId)} size="medium" />
      <div className="room-card__what">
        <Heading level={headingLevel} size="xsmall">
          <Link
            to={wayTo(of)}
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
          {asked && (
            <BodyShort size="small" textColor="subtle">
              {asked}
            </BodyShort>
          )}
          {of.state === "OPEN" && (
            <Detail as="p" textColor="subtle">
              <time dateTime={of.since}>
                {t("standing.since", { when: dates.short(of.since) })}
              </time>
            </Detail>
          )}
          {!isLapsed(of, room) && <DayOf of={of} friendly={isMine && room.me.part === "PATIENT"} />}
        </div>
      </div>
    </>
  );
}

/** Outside her room nobody but the patient has a colour. */
function hueOf({ patient }: RoomSummary | RoomDetails, personId: string | undefined): Hue {
  return personId === patient.personId ? "patient" : "none";
}
