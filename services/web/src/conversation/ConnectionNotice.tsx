import { Detail, Loader } from "@navikt/ds-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useConnection } from "./useConversation";

/** Told gently, and only when it lasts: a short hiccup needs no words. */
const WORTH_TELLING = 1_500;

export function ConnectionNotice() {
  const { t } = useTranslation();
  const connection = useConnection();
  const crowded = "crowded" in connection && connection.crowded;
  return (
    <div role="status">
      {connection.kind !== "open" && (
        <Lasting>{t(crowded ? "connection.crowded" : "connection.lost")}</Lasting>
      )}
    </div>
  );
}

function Lasting({ children }: { children: string }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), WORTH_TELLING);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <Detail as="p" className="connection">
      <Loader size="xsmall" aria-hidden /> {children}
    </Detail>
  );
}
