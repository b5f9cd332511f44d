import { Tag } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../session/session";
import { askedOfMe, forMe } from "./forMe";
import { useQuestions } from "./QuestionsProvider";

/** That somebody waits for her answer in a room, or how many do; apart from what is new there. */
export function AsksHere({ roomId }: { roomId: string }) {
  const { t } = useTranslation();
  const { personId } = useMe();
  const here = useQuestions().inRoom(roomId) ?? [];
  if (forMe(here, personId).length === 0) return null;
  const count = askedOfMe(here, personId).length;
  return (
    <Tag size="small" variant="moderate" data-color="accent">
      {count > 1 ? t("standing.toYou", { count }) : t("question.waitsForYou")}
    </Tag>
  );
}
