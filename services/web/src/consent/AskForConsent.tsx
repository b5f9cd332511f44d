import { VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Answer } from "../answers/answer";
import type { RoomDetails } from "../contracts/rooms";
import { languageOf } from "../language/language";
import { firstName } from "../language/names";
import { AskedBy } from "./AskedBy";
import { useAnswer } from "./consent";
import { shownOf } from "./ifYes";
import { YesOrNo } from "./YesOrNo";

/** Who asks, why, and what yes means. Yes and no weigh the same. */
export function AskForConsent({ room }: { room: RoomDetails }) {
  const { t, i18n } = useTranslation();
  const language = languageOf(i18n.language) ?? "nb";
  const navigate = useNavigate();
  const { give, given, pending } = useAnswer(room.roomId, (decision) => {
    // His no is answered on the room's own page: that it has come, and that it was alright to say.
    if (decision === "DECLINED") void navigate(`/rooms/${room.roomId}`, { replace: true });
    else void navigate(`/rooms/${room.roomId}/approvals`, { replace: true });
  });
  return (
    <VStack gap="space-16">
      <AskedBy room={room}>{t("consent.asks", { name: firstName(room.proposedBy.name) })}</AskedBy>
      <YesOrNo
        roomId={room.roomId}
        yes={t("consent.give")}
        given={given}
        shown={room.accessEpoch}
        saying={saying(pending)}
        onYes={(textVersion) =>
          give({ textVersion, decision: "GIVEN", language, ...shownOf(room) })
        }
        onNo={(textVersion) => give({ textVersion, decision: "DECLINED" })}
      />
    </VStack>
  );
}

function saying(pending: Answer | undefined): "yes" | "no" | undefined {
  if (pending?.kind !== "consent") return undefined;
  return pending.body.decision === "GIVEN" ? "yes" : "no";
}
