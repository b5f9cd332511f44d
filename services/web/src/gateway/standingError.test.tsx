import { useQuery } from "@tanstack/react-query";
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { ARE, renderFor } from "../shell/test-room";
import { Refusal } from "./refusal";
import { useStandingError } from "./standingError";

afterEach(cleanup);

const NO = new Refusal({ code: "not-allowed", status: 403 });

function Screen({ answers }: { answers: (() => Promise<string>)[] }) {
  const query = useQuery({ queryKey: ["something"], queryFn: () => answers.shift()?.() ?? "" });
  const error = useStandingError(query);
  const { data, refetch } = query;
  return (
    <>
      <button onClick={() => void refetch()}>Again</button>
      <p>{data ?? (error ? "trouble" : "waiting")}</p>
    </>
  );
}

test("what is said of an answer that did not come stays until it has come", async () => {
  let come: (answer: string) => void = () => undefined;
  const coming = new Promise<string>((resolve) => (come = resolve));
  await renderFor(ARE, <Screen answers={[() => Promise.reject(NO), () => coming]} />);
  screen.getByText("waiting");
  await screen.findByText("trouble");

  fireEvent.click(screen.getByText("Again"));
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  screen.getByText("trouble");

  act(() => come("the answer"));
  await screen.findByText("the answer");
  expect(screen.queryByText("trouble")).toBeNull();
});
