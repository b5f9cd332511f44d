import { Button, HStack, VStack } from "@navikt/ds-react";
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSettled } from "./useSettled";

interface AreYouSureProps {
  /** Who it is and what it means. */
  children: ReactNode;
  yes: string;
  danger?: boolean;
  busy: boolean;
  /** It has been answered, and how it stands with that is told elsewhere. */
  answered?: boolean;
  onCancel: () => void;
  onYes: () => void;
}

/** What was chosen, and a yes that does not lie under the finger that chose. */
export function AreYouSure({
  children,
  yes,
  danger = false,
  busy,
  answered = false,
  onCancel,
  onYes,
}: AreYouSureProps) {
  const { t } = useTranslation();
  const settled = useSettled();
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => card.current?.focus(), []);
  return (
    <VStack gap="space-12" className="card card--slim" ref={card} tabIndex={-1}>
      {children}
      {!answered && (
        <HStack gap="space-8" inert={!settled}>
          <Button
            size="small"
            variant="secondary"
            data-color="neutral"
            disabled={busy}
            onClick={onCancel}
          >
            {t("words.cancel")}
          </Button>
          <Button
            size="small"
            {...(danger && { "data-color": "danger" as const })}
            loading={busy}
            onClick={onYes}
          >
            {yes}
          </Button>
        </HStack>
      )}
    </VStack>
  );
}
