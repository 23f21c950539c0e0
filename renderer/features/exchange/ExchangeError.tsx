import { Button } from "@mantine/core";
import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { type ErrorComponentProps, Link } from "@tanstack/react-router";
import { ErrorState } from "../../ui/ErrorState.tsx";

export function ExchangeError({ error, reset }: ErrorComponentProps) {
  const queries = useQueryErrorResetBoundary();
  return (
    <ErrorState
      error={error}
      onRetry={() => {
        queries.reset();
        reset();
      }}
    >
      <Button
        variant="default"
        renderRoot={(props) => <Link {...props} to="/traffic" search={(before) => ({ ...before, item: undefined })} />}
      >
        Go to Traffic
      </Button>
    </ErrorState>
  );
}
