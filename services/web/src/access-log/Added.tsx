import { BodyShort } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { RoomLog } from "../contracts/access-log";
import { useDates } from "../language/dates";

/**
 * What has come of asking for older entries: they may all lie in lines that are folded, and far up. With
 * how many there are by now it is another text each time: the same one would not be read out again.
 */
export function Added({ pages }: { pages: readonly RoomLog[] }) {
  const { t } = useTranslation();
  const dates = useDates();
  const added = pages.length > 1 ? (pages.at(-1)?.items ?? []) : [];
  const oldestFirst = added.map(({ at }) => dates.day(at)).reverse();
  const days = [...new Set([oldestFirst.at(0), oldestFirst.at(-1)])].join(" – ");
  const total = pages.flatMap(({ items }) => items).length;
  return (
    <BodyShort size="small" role="status" className="quiet-when-empty">
      {added.length > 0 && t("accessLog.added", { count: added.length, days, total })}
    </BodyShort>
  );
}
