import { BodyShort, Button, Detail, Heading, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { LogEntry, LogSearchAnswer } from "../contracts/access-log";
import { useMedia, WIDE } from "../shell/useMedia";
import { EntryCards } from "./EntryCards";
import { EntryTable } from "./EntryTable";

interface SearchResultProps {
  entries: LogEntry[];
  head: LogSearchAnswer["head"];
  onMore?: () => void;
  busy: boolean;
}

export function SearchResult({ entries, head, onMore, busy }: SearchResultProps) {
  const { t } = useTranslation();
  const wide = useMedia(WIDE);
  // The search itself is the first entry, whatever was looked for.
  const found = entries.length - 1;
  return (
    <VStack as="section" gap="space-16" aria-labelledby="result-title">
      <div>
        <Heading level="2" size="small" id="result-title" aria-live="polite">
          {t(onMore ? "audit.newest" : "audit.found", { count: found })}
        </Heading>
        <BodyShort size="small">{t("audit.yourSearchIsHere")}</BodyShort>
      </div>
      {wide ? <EntryTable entries={entries} /> : <EntryCards entries={entries} />}
      {onMore && (
        <div>
          <Button variant="secondary" onClick={onMore} loading={busy}>
            {t("audit.more")}
          </Button>
        </div>
      )}
      <div className="card card--quiet">
        <BodyShort weight="semibold">{t("audit.head", { seq: head.seq })}</BodyShort>
        <Detail as="p" className="hash">
          {head.hash}
        </Detail>
        <BodyShort size="small">{t("audit.headMeans")}</BodyShort>
      </div>
    </VStack>
  );
}
