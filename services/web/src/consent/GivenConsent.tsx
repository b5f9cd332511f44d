import { BodyLong, Button, Heading, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { AnswerHere } from "../answers/AnswerNotice";
import { goesOnByItself } from "../answers/given";
import type { RoomDetails } from "../contracts/rooms";
import { useDates } from "../language/dates";
import { isOpenYet } from "../rooms/onItsWay";
import { isPatientOf } from "../rooms/seats";
import { useStandingAppointments } from "../standing/AppointmentsProvider";
import { useWithdrawal } from "./consent";
import { WhatWasGiven } from "./WhatWasGiven";

/** When it was given, and what taking it back does, and does not: one tap, no second question (R5). */
export function GivenConsent({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { give, given, pending } = useWithdrawal(room);
  const givenAt = room.consent?.givenAt;
  const standing = useStandingAppointments().inRoom(room.roomId) ?? [];
  const isAgreed = standing.some(
    ({ status, lapsed, participantIds }) =>
      status === "BOOKED" && !lapsed && participantIds.includes(room.patient.personId),
  );
  return (
    <VStack gap="space-24">
      {givenAt && (
        <BodyLong>
          {t("consent.given", { day: dates.day(givenAt), time: dates.time(givenAt) })}
        </BodyLong>
      )}
      {isPatientOf(room) && <WhatWasGiven room={room} />}
      {room.may.withdraw && (
        <VStack as="section" gap="space-12" className="card" aria-labelledby="withdraw-title">
          <Heading level="2" size="small" id="withdraw-title">
            {t("consent.withdrawTitle")}
          </Heading>
          <BodyLong as="ul" className="plain-points">
            {!isOpenYet(given) && <li>{t("consent.withdrawCloses")}</li>}
            <li>{t("consent.withdrawKeeps")}</li>
            <li>{t("consent.withdrawCare")}</li>
            {isAgreed && <li>{t("consent.withdrawAgreed")}</li>}
          </BodyLong>
          {!goesOnByItself(given) && (
            <div>
              <Button variant="secondary" onClick={give} loading={pending !== undefined}>
                {t("consent.withdraw")}
              </Button>
            </div>
          )}
          <AnswerHere given={given} />
        </VStack>
      )}
    </VStack>
  );
}
