import { Skeleton, VStack } from "@navikt/ds-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** Shapes where content will be; not before a moment has passed, so that quick answers do not flicker. */
export function Waiting({ rows = 3 }: { rows?: number }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 250);
    return () => clearTimeout(timer);
  }, []);
  return (
    <VStack gap="space-16" className="page" role="status" aria-label={t("shell.waiting")}>
      {shown &&
        Array.from({ length: rows }, (_, row) => (
          <Skeleton key={row} variant="rounded" height={88} width="100%" />
        ))}
    </VStack>
  );
}
