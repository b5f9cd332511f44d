import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { RoomLine } from "./RoomLine";

/** A room's own line, where there is nothing to say of the room but what it is called, if that is known. */
export function BareLine({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="room__header">
      <RoomLine backText={t("shell.home")} about={null}>
        <div className="room__name">{children}</div>
      </RoomLine>
    </div>
  );
}
