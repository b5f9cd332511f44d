import { Tag } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../session/session";
import { hersToAnswer } from "./arranged";
import { askedOfMe, forMe } from "./forMe";
import { useStanding } from "./useStanding";

/** That somebody waits for her answer in a room, or how many questions do; apart from what is new there. */
export function AsksHere({ roomId }: { roomId: string }) {
  const { t } = useTranslation();
  const { personId } = useMe();
  const { questions, appointments, agreements } = useStanding().inRoom(roomId);
  const proposed =
    hersToAnswer(appointments, personId).length + hersToAnswer(agreements, personId).length;
  if (forMe(questions, personId).length + proposed === 0) return null;
  const count = askedOfMe(questions, personId).length;
  return (
    <Tag size="small" variant="moderate" data-color="accent">
      {count > 1 && proposed === 0 ? t("standing.toYou", { count }) : t("question.waitsForYou")}
    </Tag>
  );
}
