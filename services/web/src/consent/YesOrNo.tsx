import { Button, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useStandingError } from "../gateway/standingError";
import { AnswerHere } from "../answers/AnswerNotice";
import { isOfAnotherRoom, isOutdated, type Given } from "../answers/given";
import { useRoomAgain } from "../rooms/rooms";
import { Trouble } from "../shell/Trouble";
import { Waiting } from "../shell/Waiting";
import { useConsentTexts } from "./consent";
import { ConsentTextView } from "./ConsentTextView";
import { useSettled } from "../shell/useSettled";

interface YesOrNoProps {
  roomId: string;
  yes: string;
  given: Given | undefined;
  saying: "yes" | "no" | undefined;
  /** Tells one page from another: with it the buttons come anew. */
  shown: number;
  onYes: (textVersion: string) => void;
  onNo: (textVersion: string) => void;
}

/**
 * The text, and below it yes and no, which weigh the same. What has just come to the screen takes no
 * tap that was meant for what stood there.
 */
export function YesOrNo({ roomId, yes, given, saying, shown, onYes, onNo }: YesOrNoProps) {
  const { t } = useTranslation();
  const texts = useConsentTexts();
  const lookAgain = useRoomAgain(roomId);
  const error = useStandingError(texts);
  if (!texts.data && error) return <Trouble error={error} onRetry={() => void texts.refetch()} />;
  if (!texts.data) return <Waiting rows={1} />;
  const { version } = texts.data;
  return (
    <VStack gap="space-16">
      <ConsentTextView texts={texts.data} />
      {given?.progress.kind !== "waiting" && (
        <Buttons
          key={`${version} ${shown}`}
          yes={yes}
          saying={saying}
          onYes={() => onYes(version)}
          onNo={() => onNo(version)}
        />
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

interface ButtonsProps extends Pick<YesOrNoProps, "yes" | "saying"> {
  onYes: () => void;
  onNo: () => void;
}

/** While the one is on its way, the other is none: it would not be heard. */
function Buttons({ yes, saying, onYes, onNo }: ButtonsProps) {
  const { t } = useTranslation();
  const settled = useSettled();
  return (
    <div className="equal-buttons answers" inert={!settled}>
      <Button
        variant="secondary"
        onClick={onYes}
        loading={saying === "yes"}
        disabled={saying === "no"}
      >
        {yes}
      </Button>
      <Button
        variant="secondary"
        onClick={onNo}
        loading={saying === "no"}
        disabled={saying === "yes"}
      >
        {t("consent.decline")}
      </Button>
    </div>
  );
}
