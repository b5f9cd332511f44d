import { Detail, Loader } from "@navikt/ds-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useMatch } from "react-router";
import { Lasting } from "../shell/Lasting";
import { isFocusNowhere } from "../shell/useTakesOver";
import { useConnection } from "./useConversation";

/** In a conversation. Told gently, and only when it lasts. */
export function ConnectionNotice() {
  const { t } = useTranslation();
  return <Lost of={t("connection.lost")} />;
}

/** On every other screen, over what is there: nothing moves, and nothing is taken from a finger. */
export function ConnectionNoticeElsewhere() {
  const { t } = useTranslation();
  const inConversation = useMatch("/rooms/:roomId")?.params.roomId;
  if (inConversation !== undefined && inConversation !== "new") return null;
  return (
    <div className="connection-elsewhere">
      <Lost of={t("connection.goesOn")} above />
    </div>
  );
}

interface LostProps {
  of: string;
  /** It lies over the page. */
  above?: boolean;
}

function Lost({ of, above = false }: LostProps) {
  const { t } = useTranslation();
  const connection = useConnection();
  const crowded = "crowded" in connection && connection.crowded;
  return (
    <div role="status">
      {connection.kind !== "open" && (
        <Lasting>
          <Told above={above}>{crowded ? t("connection.crowded") : of}</Told>
        </Lasting>
      )}
    </div>
  );
}

function Told({ above, children }: { above: boolean; children: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (above && place.current) uncoverFocus(place.current);
  }, [above]);
  return (
    <Detail as="p" className="connection" ref={place}>
      <Loader size="xsmall" aria-hidden /> {children}
    </Detail>
  );
}

/** What one is at is not to lie under what comes over the page. */
function uncoverFocus(over: Element): void {
  const focused = document.activeElement;
  if (!focused || isFocusNowhere()) return;
  const { top, bottom } = focused.getBoundingClientRect();
  const isSeen = top < window.innerHeight;
  // The page leaves room below what it brings to the screen now (signed-in.css).
  if (isSeen && bottom > over.getBoundingClientRect().top)
    focused.scrollIntoView({ block: "nearest" });
}
