import { BodyLong, BodyShort, Button, Modal, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { calendarFile, uidFor } from "./calendarFile";
import { useWhenText, type AskedDate } from "./when";

/** Browsers that ask where to put a file read it when they are answered. */
const READ_WITHIN_MS = 600_000;

interface DateOfferProps {
  /** Undefined: none has been asked about. */
  date: AskedDate | undefined;
  open: boolean;
  onClose: () => void;
}

/**
 * A date of a message in full, and its way into the calendar. Closed it stays in the page: the browser
 * leads back to where it was asked for only then.
 */
export function DateOffer({ date, open, onClose }: DateOfferProps) {
  const { t } = useTranslation();
  const whenText = useWhenText();
  if (!date) return null;
  const add = async () => {
    const uid = await uidFor(date.source);
    download(calendarFile(t("calendar.event"), uid, date.when, new Date()));
    onClose();
  };
  return (
    <Modal
      open={open}
      onClose={onClose}
      header={{ heading: t("calendar.title") }}
      width="small"
      portal
    >
      <Modal.Body>
        <VStack gap="space-8">
          <BodyShort weight="semibold">{whenText(date.when)}</BodyShort>
          <BodyLong>{t("calendar.says", { event: t("calendar.event") })}</BodyLong>
        </VStack>
      </Modal.Body>
      <Modal.Footer>
        <Button onClick={() => void add()}>{t("calendar.add")}</Button>
        <Button variant="secondary" onClick={onClose}>
          {t("words.cancel")}
        </Button>
      </Modal.Footer>
    </Modal>
  );
}

function download(file: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([file], { type: "text/calendar;charset=utf-8" }));
  link.download = "avtale.ics";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_WITHIN_MS);
}
