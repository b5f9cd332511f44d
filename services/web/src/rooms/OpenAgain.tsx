import { BodyShort, Button, VStack } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTakesOver } from "../shell/useTakesOver";

interface OpenAgainProps {
  /** Whether she is on her way in. */
  open: () => Promise<boolean>;
  connected: boolean;
}

/** Into a room that she was let in to again. */
export function OpenAgain({ open, connected }: OpenAgainProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const [wasOffline, setWasOffline] = useState(!connected);
  if (!connected && !wasOffline) setWasOffline(true);
  // The words that stood here may have had the focus.
  const button = useTakesOver<HTMLButtonElement>(connected && wasOffline);
  if (!connected) return <Offline />;
  const ask = async () => {
    setAsking(true);
    setFailed(false);
    const onHerWay = await open();
    setAsking(false);
    setFailed(!onHerWay);
  };
  return (
    <VStack gap="space-8" align="start">
      <Button ref={button} loading={asking} onClick={() => void ask()}>
        {t("room.open")}
      </Button>
      <BodyShort role="status" className="quiet-when-empty">
        {failed && t("room.openFailed")}
      </BodyShort>
    </VStack>
  );
}

/** In the place of the button, which may have had the focus. */
function Offline() {
  const { t } = useTranslation();
  const place = useTakesOver<HTMLParagraphElement>();
  return (
    <BodyShort ref={place} tabIndex={-1} role="status">
      {t("room.openOffline")}
    </BodyShort>
  );
}
