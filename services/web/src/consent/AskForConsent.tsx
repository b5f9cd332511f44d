import { BodyLong, BodyShort, Button, Detail, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Answer } from "../answers/answer";
import { AnswerHere } from "../answers/AnswerNotice";
import { isOutdated } from "../answers/answers";
import type { ConsentAnswer, RoomDetails } from "../contracts/rooms";
import { inARow } from "../language/isolated";
import { firstName } from "../language/names";
import { hueOf, proposerOf, waitingForApproval } from "../rooms/seats";
import { Face } from "../shell/Face";
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
  const { give, given, pending } = useAnswer(room.roomId, (decision) => {
    if (decision === "DECLINED") void navigate("/", { replace: true });
    else void navigate(`/rooms/${room.roomId}/approvals`, { replace: true });
  });
  const answer = (decision: ConsentAnswer["decision"]) => {
    if (texts.data) give({ textVersion: texts.data.version, decision });
  };
  const asker = proposerOf(room);

  return (
    <VStack gap="space-16">
      <VStack gap="space-8" className="card">
        <div className="asker">
          <Face name={name} hue={asker ? hueOf(room, asker.person.personId) : "none"} />
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
        <Others room={room} />
      </VStack>
      {texts.isPending && <Waiting rows={1} />}
      {texts.error && <Trouble error={texts.error} onRetry={() => void texts.refetch()} />}
      {texts.data && (
        <>
          <ConsentTextView texts={texts.data} />
          {given?.progress.kind !== "waiting" && (
            <div className="equal-buttons answers">
              <Button
                variant="secondary"
                onClick={() => answer("GIVEN")}
                loading={isBeing(pending, "GIVEN")}
              >
                {t("consent.give")}
              </Button>
              <Button
                variant="secondary"
                onClick={() => answer("DECLINED")}
                loading={isBeing(pending, "DECLINED")}
              >
                {t("consent.decline")}
              </Button>
            </div>
          )}
          <AnswerHere given={given} />
          {isOutdated(given) && (
            <Button variant="secondary" onClick={() => void texts.refetch()}>
              {t("consent.readNew")}
            </Button>
          )}
        </>
      )}
    </VStack>
  );
}

/** Who else is to be in it, by name: each of them is asked about afterwards. */
function Others({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  const others = waitingForApproval(room);
  if (others.length === 0) return null;
  return (
    <VStack as="section" gap="space-8" aria-label={t("consent.others")}>
      <BodyShort size="small">{t("consent.helpersLater", { count: others.length })}</BodyShort>
      <VStack as="ul" gap="space-8" className="plain-list">
        {others.map(({ seatId, person, title, organisation }) => (
          <li key={seatId} className="asker">
            <Face name={person.name} hue={hueOf(room, person.personId)} size="medium" />
            <div>
              <BodyShort size="small" weight="semibold">
                <bdi>{person.name}</bdi>
              </BodyShort>
              <Detail as="p" textColor="subtle">
                {inARow(title, organisation?.name)}
              </Detail>
            </div>
          </li>
        ))}
      </VStack>
    </VStack>
  );
}

function isBeing(pending: Answer | undefined, decision: ConsentAnswer["decision"]): boolean {
  return pending?.kind === "consent" && pending.body.decision === decision;
}
