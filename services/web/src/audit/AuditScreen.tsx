import { BodyLong, BodyShort, InlineMessage } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LogSearch, LogSearchAnswer } from "../contracts/access-log";
import { isAuditor, useMe } from "../session/session";
import { useFreshIntention } from "../session/useFreshIntention";
import { Page } from "../shell/Page";
import { Refused } from "../shell/Refused";
import { SearchForm } from "./SearchForm";
import { SearchResult } from "./SearchResult";
import { searchOf, useLogSearch, type Criteria } from "./search";

export function AuditScreen() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Page title={t("audit.title")} back="/" backText={t("rooms.title")} wide>
      {isAuditor(me) ? (
        <LogSearchView />
      ) : (
        <InlineMessage status="info">{t("audit.onlyAuditors")}</InlineMessage>
      )}
    </Page>
  );
}

function LogSearchView() {
  const { t } = useTranslation();
  const search = useLogSearch();
  const [pages, setPages] = useState<LogSearchAnswer[]>([]);
  const [typed, setTyped] = useState<string>();
  const [answered, setAnswered] = useState<string>();
  const fresh = useFreshIntention<LogSearch>("audit", (criteria) => run(criteria));

  const run = (criteria: LogSearch) => {
    if (search.isPending) return;
    const isNew = criteria.before === undefined;
    if (isNew) setTyped(keyOf(criteria));
    search.mutate(criteria, {
      onSuccess: (answer) => {
        setPages((before) => (isNew ? [answer] : [...before, answer]));
        if (isNew) setAnswered(keyOf(criteria));
      },
      onError: (error) => {
        if (fresh.needsFreshLogin(error)) fresh.signInAgain(criteria);
      },
    });
  };
  const last = pages.at(-1);
  const failed = search.isError && search.variables.before === undefined;
  const more = () => {
    if (search.variables && last?.nextBefore) {
      run({ ...search.variables, before: last.nextBefore, search: last.search });
    }
  };
  return (
    <>
      <BodyLong>{t("audit.lead")}</BodyLong>
      <SearchForm
        onSearch={run}
        onChange={(criteria) => setTyped(typedKeyOf(criteria))}
        busy={search.isPending}
      />
      {search.error && !fresh.needsFreshLogin(search.error) && <Refused error={search.error} />}
      <BodyShort role="status" className="quiet-when-empty">
        {last && (failed || typed !== answered) && t("audit.ofBefore")}
      </BodyShort>
      {last && (
        <SearchResult
          entries={pages.flatMap(({ items }) => items)}
          head={last.head}
          {...(last.nextBefore == null ? {} : { onMore: more })}
          busy={search.isPending}
        />
      )}
    </>
  );
}

/** The same for the same search. */
function keyOf(search: LogSearch): string {
  return JSON.stringify(search);
}

/** Dates that are wrong are in no search, and make it another all the same. */
function typedKeyOf(criteria: Criteria): string {
  return keyOf(searchOf(criteria)) + (criteria.dates ?? "");
}
