import { Button, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { AnswerHere } from "../answers/AnswerNotice";
import { isOfAnotherRoom, isOutdated, type Given } from "../answers/answers";
import { useRoomAgain } from "../rooms/rooms";
import { Trouble } from "../shell/Trouble";
import { Waiting } from "../shell/Waiting";
import { useConsentTexts } from "./consent";
import { ConsentTextView } from "./ConsentTextView";
import { useSettled } from "./useSettled";

interface YesOrNoProps {
  roomId: string;
  yes: string;
  given: Given | undefined;
  saying: "yes" | "no" | undefined;
  onYes: (textVersion: string) => void;
  onNo: (textVersion: string) => void;
}

/**
 * The text, and below it yes and no, which weigh the same. What has just come to the screen takes no
 * tap that was meant for what stood there.
 */
export function YesOrNo({ roomId, yes, given, saying, onYes, onNo }: YesOrNoProps) {
  const { t } = useTranslation();
  const texts = useConsentTexts();
  const lookAgain = useRoomAgain(roomId);
  const settled = useSettled();
  if (texts.isPending) return <Waiting rows={1} />;
  if (!texts.data) return <Trouble error={texts.error} onRetry={() => void texts.refetch()} />;
  const { version } = texts.data;
  return (
    <VStack gap="space-16">
      <ConsentTextView texts={texts.data} />
      {given?.progress.kind !== "waiting" && (
        <div className="equal-buttons answers" inert={!settled}>
          <Button variant="secondary" onClick={() => onYes(version)} loading={saying === "yes"}>
            {yes}
          </Button>
          <Button variant="secondary" onClick={() => onNo(version)} loading={saying === "no"}>
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
      {isOfAnotherRoom(given) && (
        <Button variant="secondary" onClick={lookAgain}>
          {t("consent.lookAgain")}
        </Button>
      )}
    </VStack>
  );
}
