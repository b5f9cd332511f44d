import { Button, Detail } from "@navikt/ds-react";
import { memo, useEffect, useRef, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { Refused } from "../shell/Refused";
import { isFocusNowhere } from "../shell/useTakesOver";
import type { Conversation } from "./conversation";
import { DayLine } from "./DayLine";
import { useOlder } from "./useOlder";

interface BeginningProps {
  conversation: Conversation;
  /** When the first row was. */
  at: string | undefined;
  scroller: RefObject<HTMLElement | null>;
}

/** Above the first row that is here: its day, and the way to what was said before it. */
export const Beginning = memo(function Beginning({ conversation, at, scroller }: BeginningProps) {
  const { t } = useTranslation();
  const { hasOlder } = conversation;
  const { busy, error, load, mark } = useOlder(conversation, scroller);
  const pressed = useRef(false);
  useEffect(() => {
    if (busy) return;
    // The button goes with the last page; who pressed it reads on from where he is.
    const isGone = pressed.current && !hasOlder;
    if (isGone && isFocusNowhere()) scroller.current?.focus({ preventScroll: true });
    pressed.current = false;
  }, [busy, hasOlder, scroller]);
  return (
    <div className="beginning" ref={mark}>
      <div className="beginning__older">
        {hasOlder ? (
          <Button
            size="small"
            variant="secondary"
            loading={busy}
            onClick={() => {
              pressed.current = true;
              void load();
            }}
          >
            {t("conversation.older")}
          </Button>
        ) : (
          <Detail as="p" textColor="subtle">
            {t("conversation.beginning")}
          </Detail>
        )}
        <Refused error={error} />
      </div>
      {at !== undefined && <DayLine at={at} />}
    </div>
  );
});
