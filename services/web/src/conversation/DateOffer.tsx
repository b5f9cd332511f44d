import { BodyLong, BodyShort, Button, Modal, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { calendarFile, download, uidFor } from "./calendarFile";
import { useWhenText, type AskedDate } from "./when";

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
