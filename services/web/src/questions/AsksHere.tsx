import { Tag } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../session/session";
import { forMe } from "./forMe";
import { useQuestions } from "./QuestionsProvider";

/** That somebody waits for her answer in a room, or how many do; apart from what is new there. */
export function AsksHere({ roomId }: { roomId: string }) {
  const { t } = useTranslation();
  const { personId } = useMe();
  const count = forMe(useQuestions().inRoom(roomId) ?? [], personId).length;
  if (count === 0) return null;
  return (
    <Tag size="small" variant="moderate" data-color="accent">
      {count === 1 ? t("question.waitsForYou") : t("standing.toYou", { count })}
    </Tag>
  );
}
