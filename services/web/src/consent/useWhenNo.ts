import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { useDates } from "../language/dates";

/** When the patient said no, or took his yes back. */
export function useWhenNo({ consent }: RoomDetails): string | undefined {
  const { t } = useTranslation();
  const dates = useDates();
  const said = (at: string, what: "openAgain.declined" | "openAgain.withdrawn") =>
    t(what, { day: dates.day(at), time: dates.time(at) });
  if (consent?.withdrawnAt) return said(consent.withdrawnAt, "openAgain.withdrawn");
  if (consent?.declinedAt) return said(consent.declinedAt, "openAgain.declined");
  return undefined;
}
