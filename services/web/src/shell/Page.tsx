import { ArrowLeftIcon } from "@navikt/aksel-icons";
import { Heading, Link, VStack } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { Link as RouterLink } from "react-router";
import { useArrival } from "./useArrival";
import { useTitle } from "./useTitle";

interface PageProps {
  title: string;
  /** Shown in the browser's own chrome and history: never a name (R9). Default: the title. */
  publicTitle?: string;
  back?: string;
  backText?: string;
  wide?: boolean;
  /** Stands where another page was a moment ago: who had the focus there has it here. */
  instead?: boolean;
  children: ReactNode;
}

/** One column, one heading, one way back. */
export function Page({
  title,
  publicTitle = title,
  back,
  backText,
  wide,
  instead = false,
  children,
}: PageProps) {
  useTitle(publicTitle);
  const heading = useArrival<HTMLHeadingElement>(instead);
  return (
    <VStack gap="space-24" className={wide ? "page page--wide" : "page"}>
      <VStack gap="space-8" align="start">
        {back && (
          <Link as={RouterLink} to={back} className="back">
            <ArrowLeftIcon aria-hidden fontSize="1.25rem" />
            {backText}
          </Link>
        )}
        <Heading level="1" size="large" ref={heading} tabIndex={-1}>
          {title}
        </Heading>
      </VStack>
      {children}
    </VStack>
  );
}
