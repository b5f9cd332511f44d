import { BodyLong, BodyShort, Button, Detail, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { ConsentAnswer, RoomDetails } from "../contracts/rooms";
import { codeOf } from "../gateway/refusal";
import { firstName, initials } from "../language/names";
import { waitingForApproval } from "../rooms/seats";
import { Refused } from "../shell/Refused";
import { Trouble } from "../shell/Trouble";
import { Waiting } from "../shell/Waiting";
import { useAnswer, useConsentTexts } from "./consent";
import { ConsentTextView } from "./ConsentTextView";

/** Who asks, why, and what yes means. Yes and no weigh the same. */
export function AskForConsent({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const texts = useConsentTexts();
  const { name, organisationName } = room.proposedBy;
  const { act, pending, error } = useAnswer(room.roomId, ({ decision }) => {
    if (decision === "DECLINED") void navigate("/", { replace: true });
    else void navigate(`/rooms/${room.roomId}/approvals`, { replace: true });
  });
  const answer = (decision: ConsentAnswer["decision"]) => {
    if (texts.data) act({ textVersion: texts.data.version, decision });
  };
  const helpers = waitingForApproval(room);

  return (
    <VStack gap="space-24">
      <VStack gap="space-8" className="card">
        <div className="asker">
          <span className="avatar" aria-hidden>
            {initials(name)}
          </span>
          <div>
            <BodyShort weight="semibold">
              <bdi>{name}</bdi>
            </BodyShort>
            <Detail as="p" textColor="subtle">
              <bdi>{organisationName}</bdi>
            </Detail>
          </div>
        </div>
        <BodyLong>{t("consent.asks", { name: firstName(name) })}</BodyLong>
        <BodyLong className="quote" dir="auto">
          <bdi>{room.purpose}</bdi>
        </BodyLong>
        {helpers.length > 0 && (
          <BodyLong size="small">{t("consent.helpersLater", { count: helpers.length })}</BodyLong>
        )}
      </VStack>
      {texts.isPending && <Waiting rows={1} />}
      {texts.error && <Trouble error={texts.error} onRetry={() => void texts.refetch()} />}
      {texts.data && (
        <>
          <ConsentTextView texts={texts.data} />
          <div className="equal-buttons">
            <Button onClick={() => answer("GIVEN")} loading={pending?.decision === "GIVEN"}>
              {t("consent.give")}
            </Button>
            <Button onClick={() => answer("DECLINED")} loading={pending?.decision === "DECLINED"}>
              {t("consent.decline")}
            </Button>
          </div>
          <Refused error={error} />
          {codeOf(error) === "consent-text-outdated" && (
            <Button variant="secondary" onClick={() => void texts.refetch()}>
              {t("consent.readNew")}
            </Button>
          )}
        </>
      )}
    </VStack>
  );
}
