import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../session/session";

/** Says that the server is there again, to who does not see one page give way to another. */
export function BackAgain() {
  const { t } = useTranslation();
  const { kind } = useSession().session;
  const away = useRef(false);
  const [back, setBack] = useState(false);
  useEffect(() => {
    if (kind === "loading") return;
    setBack(away.current && kind !== "unreachable");
    away.current = kind === "unreachable";
  }, [kind]);
  return (
    <div aria-live="polite" className="sr-only">
      {back && t("unreachable.back")}
    </div>
  );
}
