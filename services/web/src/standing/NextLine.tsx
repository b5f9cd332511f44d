import { CalendarIcon, ChevronRightIcon } from "@navikt/aksel-icons";
import { BodyShort, Heading } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { RoomSummary } from "../contracts/rooms";
import { timesOf } from "./things";
import { useThings } from "./useThings";

/** The way to what is agreed, which stands there without saying when; nothing where nothing is. */
export function NextLine({ rooms }: { rooms: readonly RoomSummary[] }) {
  const { t } = useTranslation();
  const { hers, agreed, others, agreedByOthers, lapsed } = useThings(rooms);
  const arranged = [...hers, ...others].filter(({ kind }) => kind !== "question");
  const counts = [
    ["next.agreedTimes", "next.agreedThings", agreed],
    ["next.agreedByOthers", "next.agreedThingsByOthers", agreedByOthers],
    ["next.proposals", "next.toAgree", arranged],
    ["next.lapsedTimes", "next.gone", lapsed],
  ] as const;
  const said = counts.flatMap(([ofTimes, ofOthers, all]) => {
    const times = timesOf(all).length;
    const others = all.length - times;
    return [
      ...(times > 0 ? [t(ofTimes, { count: times })] : []),
      ...(others > 0 ? [t(ofOthers, { count: others })] : []),
    ];
  });
  if (said.length === 0) return null;
  return (
    <div className="room-cards">
      <div className="room-card standing">
        <CalendarIcon aria-hidden fontSize="1.5rem" />
        <div className="room-card__what">
          <Heading level="2" size="xsmall">
            <Link to="/next" className="room-card__way">
              {t("next.title")}
            </Link>
          </Heading>
          <BodyShort size="small" textColor="subtle">
            {said.join(" · ")}
          </BodyShort>
        </div>
        <ChevronRightIcon aria-hidden fontSize="1.5rem" />
      </div>
    </div>
  );
}
