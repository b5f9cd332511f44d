import { BodyShort, Detail } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { StandingAppointment } from "../contracts/appointments";
import type { RoomDetails, RoomSummary } from "../contracts/rooms";
import { hasBegun, useSlotWords } from "../conversation/when";
import { Clash } from "./Clash";
import { NotHere } from "./NotHere";
import { useSaid } from "./useSaid";

interface ProposalTimesProps {
  of: StandingAppointment;
  room: RoomSummary | RoomDetails;
}

/** The times that are proposed, what for, who is taken then, and what was agreed before and holds no more. */
export function ProposalTimes({ of, room }: ProposalTimesProps) {
  const { t } = useTranslation();
  const { when } = useSlotWords();
  const said = useSaid(of);
  if (!said.says) return <NotHere said={said} />;
  const { description, slots, booked } = said.says;
  return (
    <>
      <BodyShort size="small">
        <bdi>{description}</bdi>
      </BodyShort>
      {booked && <Detail as="p">{t("next.notNow", { when: when(booked) })}</Detail>}
      <ul className="plain-list" aria-label={t("appointment.times")}>
        {slots.map((slot, index) => (
          <li key={slot.start}>
            <BodyShort size="small">{when(slot)}</BodyShort>
            {hasBegun(slot) ? (
              <Detail as="p">{t("appointment.over")}</Detail>
            ) : (
              <Clash clashes={of.clashes.filter((it) => it.slot === index)} room={room} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
