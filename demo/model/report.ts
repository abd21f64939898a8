import type {} from 'wecom-kf-elements';

type Events = GlobalEventHandlersEventMap;
/** What an element tells about a send. */
export type OutcomeEvent = Events['kf-sent'] | Events['kf-cancel'] | Events['kf-error'] | Events['kf-late'];

/** An outcome event as the page shows it. */
export interface Report {
  readonly name: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export function reportOf({ type, detail }: OutcomeEvent): Report {
  const facts: Record<string, unknown> = {};
  if ('receipt' in detail && detail.receipt) {
    const { outcome, channel, elapsed, warnings } = detail.receipt;
    Object.assign(facts, { outcome, channel, elapsed });
    if (warnings.length) facts.warnings = warnings.map(({ code }) => code);
  }
  if ('error' in detail && detail.error)
    Object.assign(facts, { code: detail.error.code, outcome: detail.error.outcome });
  return { name: type, facts };
}

/** Whether the send was stopped on our side of the client: no native call belongs to it. */
export const neverAsked = ({ type, detail }: OutcomeEvent): boolean =>
  type === 'kf-error' && 'error' in detail && detail.error?.outcome === 'not-sent' && detail.error.raw === undefined;
